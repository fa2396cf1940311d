using System.Buffers.Binary;

namespace Enrollment.Materials.Jpeg;

/// <summary>
/// Whether the image data of a JPEG is all there. Decoders paint over a hole of zeros (a download or a disk that broke
/// off and was filled up) without a word, so where there is one, the Huffman codes are followed from the first block
/// to the last: data that was overwritten doesn't come out even.
/// </summary>
internal static class JpegEntropy
{
    /// <summary>Blank paper may compress to zeros, but seldom to so many.</summary>
    private const int SuspiciousZeros = 64;

    /// <summary>Tables that follow each other without end are an attack; a progressive file has about twenty.</summary>
    private const int MostTables = 500;

    public static bool IsWhole(ReadOnlySpan<byte> bytes, JpegStructure structure)
    {
        Span<byte> hole = stackalloc byte[SuspiciousZeros];
        hole.Clear();
        return bytes[structure.ImageData].IndexOf(hole) < 0 || ScansComeOutEven(bytes);
    }

    private static bool ScansComeOutEven(ReadOnlySpan<byte> bytes)
    {
        var frame = new JpegFrame();
        var tables = 0;
        for (var position = 2; position + 2 <= bytes.Length; )
        {
            var marker = bytes[position + 1];
            if (bytes[position] != 0xFF || marker == 0xD9)
            {
                return marker == 0xD9;
            }
            if (marker == 0xFF)
            {
                position++;
                continue;
            }
            if (position + 4 > bytes.Length)
            {
                return false;
            }
            var length = BinaryPrimitives.ReadUInt16BigEndian(bytes[(position + 2)..]);
            if (length < 2 || position + 2 + length > bytes.Length)
            {
                return false;
            }
            var segment = bytes.Slice(position + 4, length - 2);
            position += 2 + length;
            tables += marker == 0xC4 ? 1 : 0;
            if (tables > MostTables)
            {
                return false;
            }
            if (marker != 0xDA)
            {
                frame.Take(marker, segment);
            }
            else if (frame.Follow(segment, bytes[position..]) is { } used)
            {
                position += used;
            }
            else
            {
                return false;
            }
        }
        return false;
    }
}
