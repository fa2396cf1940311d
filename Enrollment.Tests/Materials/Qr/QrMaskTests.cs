using Enrollment.Materials.Qr;
using QRCoder;

namespace Enrollment.Tests.Materials.Qr;

/// <summary>An encoder chooses one of the eight masks; here each code is laid over with every other as well.</summary>
public sealed class QrMaskTests
{
    private const string Text = "https://www.chsi.com.cn/xlcx/bg.do?vcode=A7KQ2M9XW4TR8BHC";

    public static TheoryData<int, QRCodeGenerator.ECCLevel> EveryMaskAndLevel =>
        new MatrixTheoryData<int, QRCodeGenerator.ECCLevel>(
            [.. Enumerable.Range(0, 8)],
            [
                QRCodeGenerator.ECCLevel.L,
                QRCodeGenerator.ECCLevel.M,
                QRCodeGenerator.ECCLevel.Q,
                QRCodeGenerator.ECCLevel.H,
            ]
        );

    [Theory]
    [MemberData(nameof(EveryMaskAndLevel))]
    public void Every_mask_is_read(int mask, QRCodeGenerator.ECCLevel level)
    {
        using var data = QRCodeGenerator.GenerateQrCode(Text, level);
        var size = data.ModuleMatrix.Count - 8;
        var modules = new bool[size, size];
        for (var y = 0; y < size; y++)
        {
            for (var x = 0; x < size; x++)
            {
                modules[x, y] = data.ModuleMatrix[y + 4][x + 4];
            }
        }
        Remask(modules, (size - 17) / 4, mask);
        Assert.Equal(Text, QrDecoder.Text(modules, (size - 17) / 4));
    }

    private static void Remask(bool[,] modules, int version, int mask)
    {
        var size = modules.GetLength(0);
        var format = QrDecoder.Format(modules)!.Value;
        var alignment = QrLayout.Alignment(version);
        for (var y = 0; y < size; y++)
        {
            for (var x = 0; x < size; x++)
            {
                if (!QrLayout.IsFixed(version, alignment, x, y))
                {
                    modules[x, y] ^= QrDecoder.IsMasked(format & 7, x, y) != QrDecoder.IsMasked(mask, x, y);
                }
            }
        }
        var word = QrDecoder.FormatWord((format & ~7) | mask);
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
            var isDark = (word & (1 << bit)) != 0;
            modules[x, y] = isDark;
            (x, y) = bit < 8 ? (size - 1 - bit, 8) : (8, size - 15 + bit);
            modules[x, y] = isDark;
        }
    }
}
