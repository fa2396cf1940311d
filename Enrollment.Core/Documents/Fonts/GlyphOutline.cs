using System.Buffers.Binary;

namespace Enrollment.Documents.Fonts;

/// <summary>One entry of a TrueType font's glyf table: decoded, put on a coarser grid, encoded.</summary>
internal static class GlyphOutline
{
    private const int HeaderLength = 10;

    private const byte OnCurve = 0x01;
    private const byte ShortX = 0x02;
    private const byte ShortY = 0x04;
    private const byte Repeats = 0x08;
    private const byte SameOrPositiveX = 0x10;
    private const byte SameOrPositiveY = 0x20;
    private const byte KeptFlags = 0x41;

    private const int WordArguments = 0x01;
    private const int ArgumentsAreOffsets = 0x02;
    private const int HasScale = 0x08;
    private const int MoreComponents = 0x20;
    private const int HasTwoScales = 0x40;
    private const int HasMatrix = 0x80;

    public static void Round(ReadOnlySpan<byte> glyph, CoarseOutlines.Grid grid, List<byte> into)
    {
        Span<byte> header = stackalloc byte[HeaderLength];
        glyph[..HeaderLength].CopyTo(header);
        for (var at = 2; at < HeaderLength; at += sizeof(short))
        {
            grid.Round(header[at..]);
        }
        into.AddRange(header);
        var contours = BinaryPrimitives.ReadInt16BigEndian(glyph);
        if (contours < 0)
        {
            RoundComposite(glyph[HeaderLength..], grid, into);
        }
        else if (contours > 0)
        {
            RoundSimple(glyph[HeaderLength..], contours, grid, into);
        }
    }

    private static void RoundSimple(ReadOnlySpan<byte> glyph, int contours, CoarseOutlines.Grid grid, List<byte> into)
    {
        var ends = glyph[..(contours * sizeof(ushort))];
        var points = BinaryPrimitives.ReadUInt16BigEndian(ends[^sizeof(ushort)..]) + 1;
        into.AddRange(ends);
        into.AddRange([0, 0]);
        var instructions = BinaryPrimitives.ReadUInt16BigEndian(glyph[ends.Length..]);
        var rest = glyph[(ends.Length + sizeof(ushort) + instructions)..];

        var flags = ReadFlags(ref rest, points);
        var xs = RoundCoordinates(ref rest, flags, ShortX, SameOrPositiveX, grid);
        var ys = RoundCoordinates(ref rest, flags, ShortY, SameOrPositiveY, grid);
        var (writtenXs, writtenYs) = (new List<byte>(points), new List<byte>(points));
        for (var i = 0; i < points; i++)
        {
            var previous = Math.Max(0, i - 1);
            var flag = (byte)(flags[i] & KeptFlags);
            flag |= Write(i == 0 ? xs[0] : xs[i] - xs[previous], ShortX, SameOrPositiveX, writtenXs);
            flag |= Write(i == 0 ? ys[0] : ys[i] - ys[previous], ShortY, SameOrPositiveY, writtenYs);
            flags[i] = flag;
        }
        WriteFlags(flags, into);
        into.AddRange(writtenXs);
        into.AddRange(writtenYs);
    }

    private static byte[] ReadFlags(ref ReadOnlySpan<byte> rest, int points)
    {
        var flags = new byte[points];
        var at = 0;
        for (var i = 0; i < points; )
        {
            var flag = rest[at++];
            var count = 1 + ((flag & Repeats) != 0 ? rest[at++] : 0);
            flags.AsSpan(i, count).Fill(flag);
            i += count;
        }
        rest = rest[at..];
        return flags;
    }

    /// <summary>Absolute places: rounding each step instead would let the end of a contour drift.</summary>
    private static int[] RoundCoordinates(
        ref ReadOnlySpan<byte> rest,
        byte[] flags,
        byte isShort,
        byte sameOrPositive,
        CoarseOutlines.Grid grid
    )
    {
        var (at, place) = (0, 0);
        var rounded = new int[flags.Length];
        for (var i = 0; i < flags.Length; i++)
        {
            var marked = (flags[i] & sameOrPositive) != 0;
            if ((flags[i] & isShort) != 0)
            {
                place += marked ? rest[at] : -rest[at];
                at++;
            }
            else if (!marked)
            {
                place += BinaryPrimitives.ReadInt16BigEndian(rest[at..]);
                at += sizeof(short);
            }
            rounded[i] = grid.Round(place);
        }
        rest = rest[at..];
        return rounded;
    }

    private static byte Write(int step, byte isShort, byte sameOrPositive, List<byte> into)
    {
        if (step == 0)
        {
            return sameOrPositive;
        }
        if (Math.Abs(step) <= byte.MaxValue)
        {
            into.Add((byte)Math.Abs(step));
            return step > 0 ? (byte)(isShort | sameOrPositive) : isShort;
        }
        into.AddRange([(byte)(step >> 8), (byte)step]);
        return 0;
    }

    private static void WriteFlags(byte[] flags, List<byte> into)
    {
        for (var i = 0; i < flags.Length; )
        {
            var count = 1;
            while (i + count < flags.Length && flags[i + count] == flags[i] && count <= byte.MaxValue)
            {
                count++;
            }
            if (count > 1)
            {
                into.AddRange([(byte)(flags[i] | Repeats), (byte)(count - 1)]);
            }
            else
            {
                into.Add(flags[i]);
            }
            i += count;
        }
    }

    /// <summary>A glyph put together from others: only their offsets are measured in units.</summary>
    private static void RoundComposite(ReadOnlySpan<byte> glyph, CoarseOutlines.Grid grid, List<byte> into)
    {
        var written = glyph.ToArray();
        for (var (at, more) = (0, true); more; )
        {
            var flags = BinaryPrimitives.ReadUInt16BigEndian(written.AsSpan(at));
            at += 2 * sizeof(ushort);
            var size = (flags & WordArguments) != 0 ? sizeof(short) : sizeof(sbyte);
            for (var argument = 0; argument < 2; argument++, at += size)
            {
                if ((flags & ArgumentsAreOffsets) == 0)
                {
                    continue;
                }
                if (size == sizeof(short))
                {
                    grid.Round(written.AsSpan(at));
                }
                else
                {
                    written[at] = (byte)grid.Round((sbyte)written[at]);
                }
            }
            at += (flags & (HasScale | HasTwoScales | HasMatrix)) switch
            {
                HasScale => 2,
                HasTwoScales => 4,
                HasMatrix => 8,
                _ => 0,
            };
            more = (flags & MoreComponents) != 0;
        }
        into.AddRange(written);
    }
}
