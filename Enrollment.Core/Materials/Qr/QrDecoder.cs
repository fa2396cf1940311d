using System.Numerics;

namespace Enrollment.Materials.Qr;

/// <summary>From the modules of a code to its text: format, mask, codewords, correction, segments.</summary>
internal static class QrDecoder
{
    private const int FormatMask = 0x5412;
    private const int FormatGenerator = 0x537;
    private const int MostFormatErrors = 3;

    /// <param name="modules">Dark ones, by column and row.</param>
    /// <param name="version">As many modules as it has.</param>
    /// <returns>Null where too many modules are wrong to be corrected.</returns>
    public static string? Text(bool[,] modules, int version)
    {
        if (Format(modules) is not { } format)
        {
            return null;
        }
        var (level, mask) = ((QrLevel)(format >> 3), format & 7);
        var codewords = Codewords(modules, version, mask);
        return Data(codewords, version, level) is { } data ? QrSegments.Text(data, version) : null;
    }

    /// <summary>Five bits, each written twice with ten bits of correction: the nearest of the 32 that exist.</summary>
    internal static int? Format(bool[,] modules)
    {
        var size = modules.GetLength(0);
        var (first, second) = (0, 0);
        for (var bit = 0; bit < 15; bit++)
        {
            var (x, y) = bit switch
            {
                < 6 => (8, bit),
                6 => (8, 7),
                7 => (8, 8),
                8 => (7, 8),
                _ => (14 - bit, 8),
            };
            first |= modules[x, y] ? 1 << bit : 0;
            second |= (bit < 8 ? modules[size - 1 - bit, 8] : modules[8, size - 15 + bit]) ? 1 << bit : 0;
        }
        var (best, fewest) = (0, int.MaxValue);
        for (var format = 0; format < 32; format++)
        {
            var word = FormatWord(format);
            var errors = Math.Min(
                BitOperations.PopCount((uint)(word ^ first)),
                BitOperations.PopCount((uint)(word ^ second))
            );
            (best, fewest) = errors < fewest ? (format, errors) : (best, fewest);
        }
        return fewest <= MostFormatErrors ? best : null;
    }

    internal static int FormatWord(int format)
    {
        var remainder = format;
        for (var i = 0; i < 10; i++)
        {
            remainder = (remainder << 1) ^ ((remainder >> 9) * FormatGenerator);
        }
        return ((format << 10) | remainder) ^ FormatMask;
    }

    /// <summary>Read in columns of two, up and down by turns from the right, the vertical timing left out.</summary>
    private static byte[] Codewords(bool[,] modules, int version, int mask)
    {
        var size = modules.GetLength(0);
        var alignment = QrLayout.Alignment(version);
        var bits = new List<byte>(size * size / 8);
        var (current, count) = (0, 0);
        for (var right = size - 1; right >= 1; right -= 2)
        {
            right = right == 6 ? 5 : right;
            for (var step = 0; step < size; step++)
            {
                var y = ((right + 1) & 2) == 0 ? size - 1 - step : step;
                for (var x = right; x >= right - 1; x--)
                {
                    if (QrLayout.IsFixed(version, alignment, x, y))
                    {
                        continue;
                    }
                    current = (current << 1) | (modules[x, y] != IsMasked(mask, x, y) ? 1 : 0);
                    if (++count == 8)
                    {
                        bits.Add((byte)current);
                        (current, count) = (0, 0);
                    }
                }
            }
        }
        return [.. bits];
    }

    internal static bool IsMasked(int mask, int x, int y) =>
        mask switch
        {
            0 => (x + y) % 2 == 0,
            1 => y % 2 == 0,
            2 => x % 3 == 0,
            3 => (x + y) % 3 == 0,
            4 => ((x / 3) + (y / 2)) % 2 == 0,
            5 => (x * y % 2) + (x * y % 3) == 0,
            6 => ((x * y % 2) + (x * y % 3)) % 2 == 0,
            _ => (((x + y) % 2) + (x * y % 3)) % 2 == 0,
        };

    /// <summary>Gathers each block from the codewords dealt to it, corrects it, and joins what they carry.</summary>
    private static byte[]? Data(byte[] codewords, int version, QrLevel level)
    {
        var (count, correction) = QrLayout.Blocks(version, level);
        var shortData = (codewords.Length / count) - correction;
        var shortBlocks = count - (codewords.Length % count);
        var dataLength = codewords.Length - (count * correction);
        var joined = new List<byte>(dataLength);
        for (var block = 0; block < count; block++)
        {
            var length = shortData + (block < shortBlocks ? 0 : 1);
            var words = new byte[length + correction];
            for (var i = 0; i < length; i++)
            {
                // The last data word of the longer blocks follows all others.
                words[i] = codewords[i < shortData ? (i * count) + block : (shortData * count) + block - shortBlocks];
            }
            for (var i = 0; i < correction; i++)
            {
                words[length + i] = codewords[dataLength + (i * count) + block];
            }
            if (!ReedSolomon.Correct(words, correction))
            {
                return null;
            }
            joined.AddRange(words.AsSpan(0, length));
        }
        return [.. joined];
    }
}
