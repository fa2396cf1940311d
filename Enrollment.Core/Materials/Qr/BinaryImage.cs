using System.Buffers;
using System.Numerics;

namespace Enrollment.Materials.Qr;

/// <summary>
/// An image in dark and light, each pixel compared with the brightness of its own neighbourhood, so that shadows and
/// pale print don't matter.
/// </summary>
internal sealed class BinaryImage : IDisposable
{
    private const int Block = 8;

    /// <summary>Blocks to either side whose mean is the threshold.</summary>
    private const int Around = 2;

    /// <summary>A block of less contrast says nothing of where dark ends; its neighbours decide.</summary>
    private const int LeastContrast = 24;

    /// <summary>
    /// Darkest to brightest of a block's 64 pixels that are nothing but grain, by the median step between neighbours: 3.3
    /// times for even grain, 4.9 for normal.
    /// </summary>
    private const double ContrastOfNoise = 4.5;

    private const int PlainBlack = 80;

    private readonly byte[] _dark;

    private BinaryImage(byte[] dark, int width, int height) => (_dark, Width, Height) = (dark, width, height);

    public int Width { get; }

    public int Height { get; }

    /// <summary>1 where dark.</summary>
    public ReadOnlySpan<byte> Row(int y) => _dark.AsSpan(y * Width, Width);

    public bool IsDark(int x, int y) => _dark[(y * Width) + x] != 0;

    public bool Contains(double x, double y) => x >= 0 && y >= 0 && x < Width && y < Height;

    public static BinaryImage Of(ReadOnlySpan<byte> luma, int width, int height)
    {
        var (columns, rows) = ((width + Block - 1) / Block, (height + Block - 1) / Block);
        var levels = Levels(luma, width, height, columns, rows);
        var dark = ArrayPool<byte>.Shared.Rent(width * height);
        var thresholds = new byte[columns * Block];
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                var threshold = Threshold(levels, column, row, columns, rows);
                thresholds.AsSpan(column * Block, Block).Fill((byte)threshold);
            }
            for (var y = row * Block; y < Math.Min(height, (row + 1) * Block); y++)
            {
                Compare(luma.Slice(y * width, width), thresholds, dark.AsSpan(y * width, width));
            }
        }
        return new(dark, width, height);
    }

    public void Dispose() => ArrayPool<byte>.Shared.Return(_dark);

    /// <summary>1 where the brightness is not above the threshold.</summary>
    private static void Compare(ReadOnlySpan<byte> luma, ReadOnlySpan<byte> thresholds, Span<byte> dark)
    {
        var x = 0;
        for (; x <= luma.Length - Vector<byte>.Count; x += Vector<byte>.Count)
        {
            var isDark = Vector.LessThanOrEqual(new Vector<byte>(luma[x..]), new Vector<byte>(thresholds[x..]));
            (isDark & Vector<byte>.One).CopyTo(dark[x..]);
        }
        for (; x < luma.Length; x++)
        {
            dark[x] = luma[x] <= thresholds[x] ? (byte)1 : (byte)0;
        }
    }

    /// <summary>The level between dark and light in each block; 0 in a plain one.</summary>
    private static int[] Levels(ReadOnlySpan<byte> luma, int width, int height, int columns, int rows)
    {
        var leastContrast = Math.Max(LeastContrast, Noise.Of(luma, width, height) * ContrastOfNoise);
        var levels = new int[columns * rows];
        var strip = new Strip(width);
        for (var row = 0; row < rows; row++)
        {
            var (top, bottom) = (row * Block, Math.Min(height, (row + 1) * Block));
            strip.Fold(luma[(top * width)..(bottom * width)]);
            for (var column = 0; column < columns; column++)
            {
                var (left, right) = (column * Block, Math.Min(width, (column + 1) * Block));
                var (mean, contrast) = strip.Between(left, right);
                levels[(row * columns) + column] = contrast > leastContrast ? mean : 0;
            }
        }
        return levels;
    }

    /// <summary>The mean of what the blocks around say; far from all print nothing but black is dark.</summary>
    private static int Threshold(int[] levels, int column, int row, int columns, int rows)
    {
        column = Math.Clamp(column, Around, Math.Max(Around, columns - 1 - Around));
        row = Math.Clamp(row, Around, Math.Max(Around, rows - 1 - Around));
        var (sum, count) = (0, 0);
        for (var y = row - Around; y <= row + Around && y < rows; y++)
        {
            for (var x = column - Around; x <= column + Around && x < columns; x++)
            {
                var level = levels[(y * columns) + x];
                sum += level;
                count += level == 0 ? 0 : 1;
            }
        }
        return count == 0 ? PlainBlack : sum / count;
    }
}
