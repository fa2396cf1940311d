namespace Enrollment.Materials.Jpeg;

/// <summary>
/// Follows the blocks of one scan without decoding them: a sequential one, or one of the four kinds of passes of a
/// progressive file (ITU-T T.81, annex G).
/// </summary>
internal sealed class ScanPass(bool isProgressive, int first, int last, int approximatedBefore)
{
    private const int Last = 63;

    /// <summary>Blocks that an earlier code said hold nothing more in this pass.</summary>
    private int _emptyBlocks;

    public void Restart() => _emptyBlocks = 0;

    /// <param name="block">Its number among its component's, where the scan holds no other component; else −1.</param>
    /// <param name="blocks">How many there are.</param>
    /// <returns>False where the data can't be a block.</returns>
    public bool SkipBlock(ref EntropyBits bits, JpegFrame.ScanPart part, int block, int blocks)
    {
        if (!isProgressive)
        {
            return SkipDc(ref bits, part.Dc) && SkipAc(ref bits, part.Ac);
        }
        if (first == 0)
        {
            return approximatedBefore > 0 ? bits.Skip(1) : SkipDc(ref bits, part.Dc);
        }
        if (block < 0 || last > Last || part.Ac is not { } table)
        {
            return false;
        }
        ref var nonzero = ref part.Component.Nonzero(blocks)[block];
        return approximatedBefore > 0 ? Refine(ref bits, table, ref nonzero) : Begin(ref bits, table, ref nonzero);
    }

    private static bool SkipDc(ref EntropyBits bits, HuffmanTable? table) =>
        table is not null && bits.Symbol(table) is >= 0 and <= 16 and var size && bits.Skip(size);

    private static bool SkipAc(ref EntropyBits bits, HuffmanTable? table)
    {
        for (var at = 1; at <= Last; at++)
        {
            var symbol = table is null ? -1 : bits.Symbol(table);
            if (symbol <= 0)
            {
                return symbol == 0;
            }
            at += symbol >> 4;
            if (at > Last || !bits.Skip(symbol & 15))
            {
                return false;
            }
        }
        return true;
    }

    /// <summary>The first pass over a band of values.</summary>
    private bool Begin(ref EntropyBits bits, HuffmanTable table, ref ulong nonzero)
    {
        if (_emptyBlocks > 0)
        {
            _emptyBlocks--;
            return true;
        }
        for (var at = first; at <= last; at++)
        {
            var symbol = bits.Symbol(table);
            var (zeros, size) = (symbol >> 4, symbol & 15);
            if (symbol < 0)
            {
                return false;
            }
            if (size == 0 && zeros < 15)
            {
                return TakeEmptyBlocks(ref bits, zeros, ownIncluded: 1);
            }
            at += zeros;
            if (at > last || !bits.Skip(size))
            {
                return false;
            }
            nonzero |= size == 0 ? 0 : 1UL << at;
        }
        return true;
    }

    /// <summary>A later pass: one more bit for what is other than zero, and what becomes so now.</summary>
    private bool Refine(ref EntropyBits bits, HuffmanTable table, ref ulong nonzero)
    {
        var at = first;
        while (_emptyBlocks == 0 && at <= last)
        {
            var symbol = bits.Symbol(table);
            var (zeros, size) = (symbol >> 4, symbol & 15);
            if (symbol < 0 || size > 1 || !bits.Skip(size))
            {
                return false;
            }
            if (size == 0 && zeros < 15)
            {
                if (!TakeEmptyBlocks(ref bits, zeros, ownIncluded: 0))
                {
                    return false;
                }
                break;
            }
            for (; at <= last; at++)
            {
                var isNonzero = (nonzero & (1UL << at)) != 0;
                if ((isNonzero && !bits.Skip(1)) || (!isNonzero && zeros-- == 0))
                {
                    break;
                }
            }
            if (at > last)
            {
                return size == 0;
            }
            nonzero |= size == 0 ? 0 : 1UL << at;
            at++;
        }
        return _emptyBlocks == 0 || SkipRest(ref bits, at, nonzero);
    }

    /// <summary>In a block without anything new, what was other than zero before still gets its bit.</summary>
    private bool SkipRest(ref EntropyBits bits, int at, ulong nonzero)
    {
        _emptyBlocks--;
        for (; at <= last; at++)
        {
            if ((nonzero & (1UL << at)) != 0 && !bits.Skip(1))
            {
                return false;
            }
        }
        return true;
    }

    private bool TakeEmptyBlocks(ref EntropyBits bits, int power, int ownIncluded)
    {
        var more = power == 0 ? 0 : bits.Take(power);
        _emptyBlocks = (1 << power) + more - ownIncluded;
        return more >= 0;
    }
}
