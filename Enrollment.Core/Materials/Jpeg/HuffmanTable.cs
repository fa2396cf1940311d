namespace Enrollment.Materials.Jpeg;

/// <summary>A Huffman code as a table from the next sixteen bits to the length of their code and its symbol.</summary>
internal sealed class HuffmanTable
{
    private readonly ushort[] _entries = new ushort[1 << 16];

    private HuffmanTable() { }

    /// <summary>The length in the upper byte, 0 where no code begins so; the symbol in the lower.</summary>
    public ushort this[int sixteenBits] => _entries[sixteenBits];

    /// <summary>Reads the tables of one segment: class and number, how many codes of each length, their symbols.</summary>
    public static void ReadAll(ReadOnlySpan<byte> segment, Dictionary<int, HuffmanTable> tables)
    {
        while (segment.Length > 17)
        {
            var table = new HuffmanTable();
            var (code, symbol) = (0, 17);
            for (var length = 1; length <= 16; length++)
            {
                for (var i = 0; i < segment[length] && symbol < segment.Length; i++, symbol++, code++)
                {
                    var first = Math.Min(code << (16 - length), table._entries.Length);
                    var count = Math.Min(1 << (16 - length), table._entries.Length - first);
                    table._entries.AsSpan(first, count).Fill((ushort)((length << 8) | segment[symbol]));
                }
                code <<= 1;
            }
            tables[KeyOf(segment[0] >> 4, segment[0] & 15)] = table;
            segment = segment[Math.Min(symbol, segment.Length)..];
        }
    }

    /// <param name="kind">0 for DC, 1 for AC.</param>
    public static int KeyOf(int kind, int number) => (kind * 16) + number;
}
