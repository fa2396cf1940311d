using System.Buffers.Binary;
using System.Text;

namespace Enrollment.Documents.Fonts;

/// <summary>The tables of a TrueType file, by their tags, taken apart and put together again.</summary>
internal sealed class TrueTypeTables
{
    private const int HeaderLength = 12;
    private const int RecordLength = 16;
    private const int ChecksumAdjustment = 8;
    private const uint WholeFileChecksum = 0xB1B0AFBA;

    private readonly SortedDictionary<string, byte[]> tables = new(StringComparer.Ordinal);

    public TrueTypeTables(ReadOnlySpan<byte> file)
    {
        var count = BinaryPrimitives.ReadUInt16BigEndian(file[4..]);
        for (var i = 0; i < count; i++)
        {
            var record = file.Slice(HeaderLength + i * RecordLength, RecordLength);
            var offset = (int)BinaryPrimitives.ReadUInt32BigEndian(record[8..]);
            var length = (int)BinaryPrimitives.ReadUInt32BigEndian(record[12..]);
            tables[Encoding.ASCII.GetString(record[..4])] = file.Slice(offset, length).ToArray();
        }
    }

    public byte[] this[string tag]
    {
        get => tables[tag];
        set => tables[tag] = value;
    }

    /// <summary>The file with its checksums, each table on a multiple of four bytes.</summary>
    public byte[] ToFile()
    {
        var start = HeaderLength + tables.Count * RecordLength;
        var file = new byte[start + tables.Values.Sum(table => Padded(table.Length))];
        BinaryPrimitives.WriteUInt32BigEndian(file, 0x00010000);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(4), (ushort)tables.Count);
        var power = (int)Math.Log2(tables.Count);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(6), (ushort)(RecordLength << power));
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(8), (ushort)power);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(10), (ushort)((tables.Count - (1 << power)) * RecordLength));
        BinaryPrimitives.WriteUInt32BigEndian(tables["head"].AsSpan(ChecksumAdjustment), 0);
        foreach (var (index, (tag, table)) in tables.Index())
        {
            var record = file.AsSpan(HeaderLength + index * RecordLength, RecordLength);
            table.CopyTo(file.AsSpan(start));
            Encoding.ASCII.GetBytes(tag).CopyTo(record);
            BinaryPrimitives.WriteUInt32BigEndian(record[4..], Checksum(file.AsSpan(start, Padded(table.Length))));
            BinaryPrimitives.WriteUInt32BigEndian(record[8..], (uint)start);
            BinaryPrimitives.WriteUInt32BigEndian(record[12..], (uint)table.Length);
            start += Padded(table.Length);
        }
        var head = file.AsSpan().IndexOf("head"u8);
        var at = (int)BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(head + 8)) + ChecksumAdjustment;
        BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(at), WholeFileChecksum - Checksum(file));
        return file;
    }

    private static int Padded(int length) => (length + 3) & ~3;

    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var sum = 0u;
        for (var at = 0; at < bytes.Length; at += sizeof(uint))
        {
            sum += BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]);
        }
        return sum;
    }
}
