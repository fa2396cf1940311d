namespace Enrollment.Materials.Jpeg;

/// <summary>The bits of one scan, without the zeros that are stuffed after FF.</summary>
internal ref struct EntropyBits(ReadOnlySpan<byte> data)
{
    private readonly ReadOnlySpan<byte> _data = data;
    private int _position;
    private ulong _buffer;
    private int _count;

    /// <summary>The symbol of the next code; −1 where there is none.</summary>
    public int Symbol(HuffmanTable table)
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

    /// <summary>False beyond the end.</summary>
    public bool Skip(int count)
    {
        Fill();
        _count -= count;
        return _count >= 0;
    }

    /// <summary>The value of up to sixteen bits; −1 beyond the end.</summary>
    public int Take(int count)
    {
        Fill();
        _count -= count;
        return _count < 0 ? -1 : (int)(_buffer >> _count) & ((1 << count) - 1);
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
        _count is >= 0 and < 8 && _position + 1 < _data.Length && _data[_position] == 0xFF && _data[_position + 1] != 0
            ? _position
            : null;

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
