using System.Text;
using System.Text.Unicode;

namespace Enrollment.Materials.Qr;

/// <summary>Reads the segments of a code's data: numeric, alphanumeric and byte.</summary>
internal static class QrSegments
{
    private const string Alphanumeric = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

    private enum Mode
    {
        End = 0,
        Numeric = 1,
        Alphanumeric = 2,
        Byte = 4,
        ExtendedChannel = 7,
    }

    /// <summary>Null where a segment is of another kind or runs beyond the data.</summary>
    public static string? Text(byte[] data, int version)
    {
        var bits = new Bits(data);
        var bytes = new List<byte>();
        while (bits.Left >= 4 && (Mode)bits.Take(4) is var mode && mode != Mode.End)
        {
            var isWhole = mode switch
            {
                Mode.Numeric => Numbers(bits, version < 10 ? 10 : 12, bytes),
                Mode.Alphanumeric => Characters(bits, version < 10 ? 9 : 11, bytes),
                Mode.Byte => Bytes(bits, version < 10 ? 8 : 16, bytes),
                Mode.ExtendedChannel => Skip(bits),
                _ => false,
            };
            if (!isWhole)
            {
                return null;
            }
        }
        var text = bytes.ToArray();
        return Utf8.IsValid(text) ? Encoding.UTF8.GetString(text) : Encoding.Latin1.GetString(text);
    }

    /// <summary>Three digits in ten bits, two in seven, one in four.</summary>
    private static bool Numbers(Bits bits, int lengthBits, List<byte> bytes)
    {
        for (var left = bits.Take(lengthBits); left > 0; left -= 3)
        {
            var (digits, width) = left switch
            {
                1 => (1, 4),
                2 => (2, 7),
                _ => (3, 10),
            };
            if (bits.Left < width)
            {
                return false;
            }
            bytes.AddRange(Encoding.ASCII.GetBytes(bits.Take(width).ToString($"D{digits}")));
        }
        return true;
    }

    /// <summary>Two of the 45 characters in eleven bits, one in six.</summary>
    private static bool Characters(Bits bits, int lengthBits, List<byte> bytes)
    {
        for (var left = bits.Take(lengthBits); left > 0; left -= 2)
        {
            var width = left == 1 ? 6 : 11;
            if (
                bits.Left < width
                || bits.Take(width) is var pair && pair >= Alphanumeric.Length * (left == 1 ? 1 : Alphanumeric.Length)
            )
            {
                return false;
            }
            if (left > 1)
            {
                bytes.Add((byte)Alphanumeric[pair / Alphanumeric.Length]);
            }
            bytes.Add((byte)Alphanumeric[pair % Alphanumeric.Length]);
        }
        return true;
    }

    private static bool Bytes(Bits bits, int lengthBits, List<byte> bytes)
    {
        var length = bits.Take(lengthBits);
        if (bits.Left < 8 * length)
        {
            return false;
        }
        for (var i = 0; i < length; i++)
        {
            bytes.Add((byte)bits.Take(8));
        }
        return true;
    }

    /// <summary>The number of a character set: bytes are read as UTF-8 whatever it says.</summary>
    private static bool Skip(Bits bits)
    {
        var first = bits.Take(8);
        bits.Take(
            first < 0x80 ? 0
            : first < 0xC0 ? 8
            : 16
        );
        return true;
    }

    private sealed class Bits(byte[] data)
    {
        private int _position;

        public int Left => (data.Length * 8) - _position;

        /// <summary>The highest first; beyond the end there are zeros.</summary>
        public int Take(int count)
        {
            var value = 0;
            for (; count > 0; count--, _position++)
            {
                var bit = _position < data.Length * 8 ? (data[_position / 8] >> (7 - (_position % 8))) & 1 : 0;
                value = (value << 1) | bit;
            }
            return value;
        }
    }
}
