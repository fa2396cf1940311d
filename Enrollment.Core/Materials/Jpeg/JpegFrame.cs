using System.Buffers.Binary;

namespace Enrollment.Materials.Jpeg;

/// <summary>What the segments before a scan say of it: its size, its components, its tables and its restarts.</summary>
internal sealed class JpegFrame
{
    private const int BlockSide = 8;

    private readonly Dictionary<int, HuffmanTable> _tables = [];
    private readonly Dictionary<int, Component> _components = [];
    private int _width;
    private int _height;
    private int _restart;
    private bool _isProgressive;

    public void Take(byte marker, ReadOnlySpan<byte> segment)
    {
        switch (marker)
        {
            case 0xC4:
                HuffmanTable.ReadAll(segment, _tables);
                break;
            case 0xC0 or 0xC1 or 0xC2 when segment.Length >= 6:
                _isProgressive = marker == 0xC2;
                _height = BinaryPrimitives.ReadUInt16BigEndian(segment[1..]);
                _width = BinaryPrimitives.ReadUInt16BigEndian(segment[3..]);
                for (var i = 6; i + 2 < segment.Length; i += 3)
                {
                    _components[segment[i]] = new(segment[i + 1] >> 4, segment[i + 1] & 15);
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
        if (PartsOf(header) is not { Count: > 0 } parts || header.Length < (2 * parts.Count) + 4)
        {
            return null;
        }
        var pass = new ScanPass(_isProgressive, header[^3], header[^2], header[^1] >> 4);
        var single = parts.Count == 1;
        var (mostAcross, mostDown) = (_components.Values.Max(c => c.Across), _components.Values.Max(c => c.Down));
        // A component by itself counts only the blocks it needs; together they come in units of all of them.
        var (columns, rows) = single
            ? (
                Blocks(_width * parts[0].Component.Across, mostAcross),
                Blocks(_height * parts[0].Component.Down, mostDown)
            )
            : (Blocks(_width, mostAcross), Blocks(_height, mostDown));
        var bits = new EntropyBits(data);
        for (var unit = 0; unit < columns * rows; unit++)
        {
            if (_restart > 0 && unit > 0 && unit % _restart == 0)
            {
                if (!bits.TakeRestart())
                {
                    return null;
                }
                pass.Restart();
            }
            foreach (var part in parts)
            {
                var blocks = single ? 1 : part.Component.Across * part.Component.Down;
                for (var block = 0; block < blocks; block++)
                {
                    if (!pass.SkipBlock(ref bits, part, single ? unit : -1, columns * rows))
                    {
                        return null;
                    }
                }
            }
        }
        return bits.End();
    }

    private static int Blocks(int pixels, int share) =>
        (int)((pixels + ((long)BlockSide * share) - 1) / (BlockSide * share));

    private List<ScanPart>? PartsOf(ReadOnlySpan<byte> header)
    {
        if (_components.Count == 0 || header.Length == 0 || _components.Values.Any(c => c.Across == 0 || c.Down == 0))
        {
            return null;
        }
        var parts = new List<ScanPart>();
        for (var i = 1; i + 1 <= 2 * header[0] && i + 1 < header.Length; i += 2)
        {
            if (!_components.TryGetValue(header[i], out var component))
            {
                return null;
            }
            parts.Add(
                new(
                    component,
                    _tables.GetValueOrDefault(HuffmanTable.KeyOf(0, header[i + 1] >> 4)),
                    _tables.GetValueOrDefault(HuffmanTable.KeyOf(1, header[i + 1] & 15))
                )
            );
        }
        return parts;
    }

    /// <summary>One colour channel, and how many of its blocks a unit holds.</summary>
    internal sealed class Component(int across, int down)
    {
        private ulong[] _nonzero = [];

        public int Across => across;

        public int Down => down;

        /// <summary>Which of each block's 64 values earlier passes made other than zero.</summary>
        public Span<ulong> Nonzero(int blocks)
        {
            if (_nonzero.Length != blocks)
            {
                _nonzero = new ulong[blocks];
            }
            return _nonzero;
        }
    }

    /// <summary>One component's share in a scan, with its tables where the scan has them.</summary>
    internal sealed record ScanPart(Component Component, HuffmanTable? Dc, HuffmanTable? Ac);
}
