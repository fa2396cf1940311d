namespace Enrollment.Materials.Qr;

/// <summary>Levels of error correction, in the order of their bits in the format information.</summary>
internal enum QrLevel
{
    M,
    L,
    H,
    Q,
}

/// <summary>What ISO/IEC 18004 says of the size, the fixed modules and the blocks of each version.</summary>
internal static class QrLayout
{
    public const int MostVersion = 20;

    private static ReadOnlySpan<byte> CorrectionL =>
        [7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22, 24, 28, 30, 28, 28];
    private static ReadOnlySpan<byte> CorrectionM =>
        [10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26];
    private static ReadOnlySpan<byte> CorrectionQ =>
        [13, 22, 18, 26, 18, 24, 18, 22, 20, 24, 28, 26, 24, 20, 30, 24, 28, 28, 26, 30];
    private static ReadOnlySpan<byte> CorrectionH =>
        [17, 28, 22, 16, 22, 28, 26, 26, 24, 28, 24, 28, 22, 24, 24, 30, 28, 28, 26, 28];
    private static ReadOnlySpan<byte> BlocksL => [1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6, 6, 6, 6, 7, 8];
    private static ReadOnlySpan<byte> BlocksM => [1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16];
    private static ReadOnlySpan<byte> BlocksQ => [1, 1, 2, 2, 4, 4, 6, 6, 8, 8, 8, 10, 12, 16, 12, 17, 16, 18, 21, 20];
    private static ReadOnlySpan<byte> BlocksH => [1, 1, 2, 4, 4, 4, 5, 6, 8, 8, 11, 11, 16, 16, 18, 16, 19, 21, 25, 25];

    /// <summary>Modules on a side.</summary>
    public static int SizeOf(int version) => 17 + (4 * version);

    /// <summary>How many blocks the codewords are dealt to, and how many of each block's are for correction.</summary>
    public static (int Count, int Correction) Blocks(int version, QrLevel level) =>
        level switch
        {
            QrLevel.L => (BlocksL[version - 1], CorrectionL[version - 1]),
            QrLevel.M => (BlocksM[version - 1], CorrectionM[version - 1]),
            QrLevel.Q => (BlocksQ[version - 1], CorrectionQ[version - 1]),
            QrLevel.H => (BlocksH[version - 1], CorrectionH[version - 1]),
        };

    /// <summary>Whether a module belongs to the eyes, the timing, the alignment, the format or the version.</summary>
    public static bool IsFixed(int version, ReadOnlySpan<int> alignment, int x, int y)
    {
        var size = SizeOf(version);
        if (x == 6 || y == 6 || (x < 9 && y < 9) || (x >= size - 8 && y < 9) || (x < 9 && y >= size - 8))
        {
            return true;
        }
        if (version >= 7 && ((x >= size - 11 && y < 6) || (y >= size - 11 && x < 6)))
        {
            return true;
        }
        return Near(alignment, x) is { } column
            && Near(alignment, y) is { } row
            && !(column == 6 && row == 6)
            && !(column == 6 && row == size - 7)
            && !(column == size - 7 && row == 6);
    }

    /// <summary>Middles of the alignment patterns, along either side.</summary>
    public static int[] Alignment(int version)
    {
        if (version == 1)
        {
            return [];
        }
        var count = (version / 7) + 2;
        var step = ((version * 8) + (count * 3) + 5) / ((count * 4) - 4) * 2;
        return [6, .. Enumerable.Range(0, count - 1).Select(i => SizeOf(version) - 7 - (i * step)).Reverse()];
    }

    private static int? Near(ReadOnlySpan<int> alignment, int at)
    {
        foreach (var middle in alignment)
        {
            if (Math.Abs(middle - at) <= 2)
            {
                return middle;
            }
        }
        return null;
    }
}
