using System.Buffers.Binary;

namespace Enrollment.Tests.Materials;

/// <summary>
/// Writes JPEG files of flat 8 × 8 blocks in random shades, of the kinds that no encoder here writes: with four
/// components, or progressive in any number of passes.
/// </summary>
internal static class TinyJpeg
{
    public static byte[] Write(
        int width,
        int height,
        int components,
        bool progressive = false,
        int passes = 1,
        bool isFlat = false
    )
    {
        var random = new Random(1);
        using var file = new MemoryStream();
        file.Write([0xFF, 0xD8]);
        if (components == 4)
        {
            Segment(file, 0xEE, [.. "Adobe"u8, 0, 100, 0, 0, 0, 0, 0]);
        }
        Segment(file, 0xDB, [0, .. Enumerable.Repeat((byte)8, 64)]);
        Segment(file, progressive ? (byte)0xC2 : (byte)0xC0, FrameHeader(width, height, components));
        // Twelve DC codes of four bits each, one for every size; one AC code, the end of the block.
        Segment(file, 0xC4, [0x00, 0, 0, 0, 12, .. new byte[12], 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
        Segment(file, 0xC4, [0x10, 1, .. new byte[15], 0]);
        var blocks = (width + 7) / 8 * ((height + 7) / 8) * components;
        var last = progressive ? (byte)0 : (byte)63;
        for (var pass = 0; pass < passes; pass++)
        {
            // The first pass of a progressive file brings the DC values, a later one their next bit.
            var bit = progressive && passes > 1 ? (byte)1 : (byte)0;
            var approximation = pass == 0 ? bit : (byte)((bit << 4) | 0);
            Segment(file, 0xDA, ScanHeader(components, last, approximation));
            Blocks(file, blocks, isFlat ? null : random, endOfBlock: !progressive, refines: pass > 0);
        }
        file.Write([0xFF, 0xD9]);
        return file.ToArray();
    }

    private static byte[] FrameHeader(int width, int height, int components)
    {
        var header = new byte[6 + (3 * components)];
        header[0] = 8;
        BinaryPrimitives.WriteUInt16BigEndian(header.AsSpan(1), (ushort)height);
        BinaryPrimitives.WriteUInt16BigEndian(header.AsSpan(3), (ushort)width);
        header[5] = (byte)components;
        for (var i = 0; i < components; i++)
        {
            (header[6 + (3 * i)], header[7 + (3 * i)]) = ((byte)(i + 1), 0x11);
        }
        return header;
    }

    private static byte[] ScanHeader(int components, byte last, byte approximation) =>
        [
            (byte)components,
            .. Enumerable.Range(1, components).SelectMany(i => new byte[] { (byte)i, 0 }),
            0,
            last,
            approximation,
        ];

    /// <param name="random">Null for blocks that are all alike.</param>
    private static void Blocks(MemoryStream file, int blocks, Random? random, bool endOfBlock, bool refines)
    {
        var (buffer, count) = (0, 0);
        var shade = 0;
        for (var block = 0; block < blocks; block++)
        {
            if (refines)
            {
                Put(random?.Next(2) ?? 0, 1);
                continue;
            }
            if (random is null)
            {
                Put(0, endOfBlock ? 5 : 4);
                continue;
            }
            // A random walk of differences of four bits that stays within range.
            var step = shade > 0 ? -random.Next(8, 16) : random.Next(8, 16);
            shade += step;
            Put(4, 4);
            Put(step > 0 ? step : step + 15, 4);
            Put(0, endOfBlock ? 1 : 0);
        }
        Put(0x7F, (8 - count) % 8);

        void Put(int value, int bits)
        {
            for (var i = bits - 1; i >= 0; i--)
            {
                buffer = (buffer << 1) | ((value >> i) & 1);
                if (++count == 8)
                {
                    file.WriteByte((byte)buffer);
                    if ((byte)buffer == 0xFF)
                    {
                        file.WriteByte(0);
                    }
                    (buffer, count) = (0, 0);
                }
            }
        }
    }

    private static void Segment(MemoryStream file, byte marker, byte[] content)
    {
        file.Write([0xFF, marker, (byte)((content.Length + 2) >> 8), (byte)(content.Length + 2)]);
        file.Write(content);
    }
}
