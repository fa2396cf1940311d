using System.Buffers.Binary;

namespace Enrollment.Materials;

/// <summary>
/// Whether the image data of a JPEG is all there. Decoders paint over a hole of zeros (a download or a disk that broke
/// off and was filled up) without a word, so where there is one, the Huffman codes are followed from the first block
/// to the last: data that was overwritten doesn't come out even.
/// </summary>
internal static class JpegEntropy
{
    /// <summary>Blank paper may compress to zeros, but seldom to so many.</summary>
    private const int SuspiciousZeros = 64;

    private const int BlockSide = 8;

    public static bool IsWhole(ReadOnlySpan<byte> bytes, JpegStructure structure)
    {
        Span<byte> hole = stackalloc byte[SuspiciousZeros];
        hole.Clear();
        var firstScan = bytes.IndexOf<byte>([0xFF, 0xDA]);
        if (firstScan < 0 || bytes[firstScan..].IndexOf(hole) < 0)
        {
            return true;
        }
        return !structure.IsProgressive && ScansComeOutEven(bytes);
    }

    private static bool ScansComeOutEven(ReadOnlySpan<byte> bytes)
    {
        var frame = new Frame();
        for (var position = 2; position + 4 <= bytes.Length; )
        {
            var marker = bytes[position + 1];
            if (bytes[position] != 0xFF || marker == 0xD9)
            {
                return marker == 0xD9;
            }
            var length = BinaryPrimitives.ReadUInt16BigEndian(bytes[(position + 2)..]);
            if (position + 2 + length > bytes.Length)
            {
                return false;
            }
            var segment = bytes.Slice(position + 4, length - 2);
            position += 2 + length;
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

    private sealed class Frame
    {
        private readonly Dictionary<int, ushort[]> _tables = [];
        private readonly Dictionary<int, (int Across, int Down)> _components = [];
        private int _width;
        private int _height;
        private int _restart;

        public void Take(byte marker, ReadOnlySpan<byte> segment)
        {
            switch (marker)
            {
                case 0xC4:
                    TakeTables(segment);
                    break;
                case 0xC0 or 0xC1 when segment.Length >= 6:
                    _height = BinaryPrimitives.ReadUInt16BigEndian(segment[1..]);
                    _width = BinaryPrimitives.ReadUInt16BigEndian(segment[3..]);
                    for (var i = 6; i + 2 < segment.Length; i += 3)
                    {
                        _components[segment[i]] = (segment[i + 1] >> 4, segment[i + 1] & 15);
                    }
                    break;
                case 0xDD when segment.Length >= 2:
                    _restart = BinaryPrimitives.ReadUInt16BigEndian(segment);
                    break;
            }
        }

        /// <summary>Bytes of the scan up to its closing marker; null where its blocks and its bytes don't end together.</summary>
        public int? Follow(ReadOnlySpan<byte> header, ReadOnlySpan<byte> data)
        {
            if (
                _components.Count == 0
                || header.Length == 0
                || _components.Values.Any(c => c.Across == 0 || c.Down == 0)
            )
            {
                return null;
            }
            var parts = new List<(ushort[] Dc, ushort[] Ac, int Blocks)>();
            var (mostAcross, mostDown) = (_components.Values.Max(c => c.Across), _components.Values.Max(c => c.Down));
            var single = header[0] == 1;
            var (unitWidth, unitHeight) = (BlockSide * mostAcross, BlockSide * mostDown);
            for (var i = 1; i + 1 <= 2 * header[0] && i + 1 < header.Length; i += 2)
            {
                if (
                    !_components.TryGetValue(header[i], out var component)
                    || !_tables.TryGetValue(header[i + 1] >> 4, out var dc)
                    || !_tables.TryGetValue(16 + (header[i + 1] & 15), out var ac)
                )
                {
                    return null;
                }
                parts.Add((dc, ac, single ? 1 : component.Across * component.Down));
                if (single)
                {
                    (unitWidth, unitHeight) = (unitWidth / component.Across, unitHeight / component.Down);
                }
            }
            var units = (long)((_width + unitWidth - 1) / unitWidth) * ((_height + unitHeight - 1) / unitHeight);
            var bits = new Bits(data);
            for (var unit = 0L; unit < units; unit++)
            {
                if (_restart > 0 && unit > 0 && unit % _restart == 0 && !bits.TakeRestart())
                {
                    return null;
                }
                foreach (var (dc, ac, blocks) in parts)
                {
                    for (var block = 0; block < blocks; block++)
                    {
                        if (!bits.SkipBlock(dc, ac))
                        {
                            return null;
                        }
                    }
                }
            }
            return bits.End();
        }

        /// <summary>As tables from the next sixteen bits to a code's length and its symbol.</summary>
        private void TakeTables(ReadOnlySpan<byte> segment)
        {
            while (segment.Length > 17)
            {
                var table = new ushort[1 << 16];
                var (code, symbol) = (0, 17);
                for (var length = 1; length <= 16; length++)
                {
                    for (var i = 0; i < segment[length] && symbol < segment.Length; i++, symbol++, code++)
                    {
                        var first = Math.Min(code << (16 - length), table.Length);
                        var count = Math.Min(1 << (16 - length), table.Length - first);
                        table.AsSpan(first, count).Fill((ushort)((length << 8) | segment[symbol]));
                    }
                    code <<= 1;
                }
                _tables[((segment[0] >> 4) * 16) + (segment[0] & 15)] = table;
                segment = segment[Math.Min(symbol, segment.Length)..];
            }
        }
    }

    /// <summary>The bits of one scan, without the zeros that are stuffed after FF.</summary>
    private ref struct Bits(ReadOnlySpan<byte> data)
    {
        private readonly ReadOnlySpan<byte> _data = data;
        private int _position;
        private ulong _buffer;
        private int _count;

        public bool SkipBlock(ushort[] dc, ushort[] ac)
        {
            if (Symbol(dc) is not (>= 0 and <= 16 and var size) || !Skip(size))
            {
                return false;
            }
            for (var coefficient = 1; coefficient < 64; coefficient++)
            {
                var symbol = Symbol(ac);
                if (symbol < 0)
                {
                    return false;
                }
                if (symbol == 0)
                {
                    return true;
                }
                coefficient += symbol >> 4;
                if (coefficient > 63 || !Skip(symbol & 15))
                {
                    return false;
                }
            }
            return true;
        }

        public bool TakeRestart()
        {
            if (End() is not { } end || end + 1 >= _data.Length || _data[end + 1] is < 0xD0 or > 0xD7)
            {
                return false;
            }
            (_position, _buffer, _count) = (end + 2, 0, 0);
            return true;
        }

        /// <summary>Where the marker stands, if less than a byte is left before it.</summary>
        public readonly int? End() =>
            _count < 8 && _position + 1 < _data.Length && _data[_position] == 0xFF && _data[_position + 1] != 0
                ? _position
                : null;

        private int Symbol(ushort[] table)
        {
            Fill();
            var next = _count >= 16 ? (int)(_buffer >> (_count - 16)) : (int)(_buffer << (16 - _count));
            var entry = table[next & 0xFFFF];
            var length = entry >> 8;
            if (length == 0 || length > _count)
            {
                return -1;
            }
            _count -= length;
            return entry & 0xFF;
        }

        private bool Skip(int count)
        {
            Fill();
            _count -= count;
            return _count >= 0;
        }

        private void Fill()
        {
            while (_count <= 40 && _position < _data.Length)
            {
                var value = _data[_position];
                if (value == 0xFF && (_position + 1 >= _data.Length || _data[_position + 1] != 0))
                {
                    return;
                }
                _buffer = (_buffer << 8) | value;
                _count += 8;
                _position += value == 0xFF ? 2 : 1;
            }
        }
    }
}
