using System.Numerics;

namespace Enrollment.Materials.Qr;

/// <summary>Some rows of an image folded into one: the least, the greatest and the sum of each column.</summary>
internal sealed class Strip(int width)
{
    private readonly byte[] _least = new byte[width];
    private readonly byte[] _most = new byte[width];
    private readonly ushort[] _sum = new ushort[width];
    private int _rows;

    /// <param name="luma">Whole rows, at most 257 of them.</param>
    public void Fold(ReadOnlySpan<byte> luma)
    {
        _least.AsSpan().Fill(byte.MaxValue);
        _most.AsSpan().Clear();
        _sum.AsSpan().Clear();
        _rows = luma.Length / width;
        for (; luma.Length > 0; luma = luma[width..])
        {
            Add(luma[..width]);
        }
    }

    /// <summary>What was folded between two columns: the mean, and from the darkest pixel to the brightest.</summary>
    public (int Mean, int Contrast) Between(int left, int right)
    {
        var (least, most, sum) = (byte.MaxValue, byte.MinValue, 0);
        for (var x = left; x < right; x++)
        {
            least = Math.Min(least, _least[x]);
            most = Math.Max(most, _most[x]);
            sum += _sum[x];
        }
        return (sum / (_rows * (right - left)), most - least);
    }

    private void Add(ReadOnlySpan<byte> row)
    {
        var (x, half) = (0, Vector<ushort>.Count);
        for (; x <= width - Vector<byte>.Count; x += Vector<byte>.Count)
        {
            var pixels = new Vector<byte>(row[x..]);
            Vector.Min(pixels, new(_least, x)).CopyTo(_least, x);
            Vector.Max(pixels, new(_most, x)).CopyTo(_most, x);
            Vector.Widen(pixels, out var low, out var high);
            (new Vector<ushort>(_sum, x) + low).CopyTo(_sum, x);
            (new Vector<ushort>(_sum, x + half) + high).CopyTo(_sum, x + half);
        }
        for (; x < width; x++)
        {
            _least[x] = Math.Min(_least[x], row[x]);
            _most[x] = Math.Max(_most[x], row[x]);
            _sum[x] += row[x];
        }
    }
}
