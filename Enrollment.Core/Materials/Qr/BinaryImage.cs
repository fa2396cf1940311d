using System.Buffers;

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
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                var threshold = Threshold(levels, column, row, columns, rows);
                var (left, right) = (column * Block, Math.Min(width, (column + 1) * Block));
                for (var y = row * Block; y < Math.Min(height, (row + 1) * Block); y++)
                {
                    for (var i = (y * width) + left; i < (y * width) + right; i++)
                    {
                        dark[i] = luma[i] <= threshold ? (byte)1 : (byte)0;
                    }
                }
            }
        }
        return new(dark, width, height);
    }

    public void Dispose() => ArrayPool<byte>.Shared.Return(_dark);

    /// <summary>The level between dark and light in each block; 0 in a plain one.</summary>
    private static int[] Levels(ReadOnlySpan<byte> luma, int width, int height, int columns, int rows)
    {
        var levels = new int[columns * rows];
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                var (sum, count, least, most) = (0, 0, 255, 0);
                var (left, right) = (column * Block, Math.Min(width, (column + 1) * Block));
                for (var y = row * Block; y < Math.Min(height, (row + 1) * Block); y++)
                {
                    foreach (var value in luma.Slice((y * width) + left, right - left))
                    {
                        sum += value;
                        least = Math.Min(least, value);
                        most = Math.Max(most, value);
                    }
                    count += right - left;
                }
                levels[(row * columns) + column] = most - least > LeastContrast ? sum / count : 0;
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
