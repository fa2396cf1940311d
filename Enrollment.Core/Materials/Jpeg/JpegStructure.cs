namespace Enrollment.Materials.Jpeg;

/// <summary>
/// The outline of a JPEG file, from walking its markers without decoding anything: whether it is one, how large an
/// image it promises, and whether it goes on to its end-of-image marker. Decoders forgive a missing end and paint
/// the rest grey, so this is asked first.
/// </summary>
public readonly record struct JpegStructure
{
    private const byte StartOfImage = 0xD8;
    private const byte EndOfImage = 0xD9;
    private const byte StartOfScan = 0xDA;

    /// <summary>The file begins with the start-of-image marker.</summary>
    public bool IsJpeg { get; private init; }

    /// <summary>Every segment is whole and the end-of-image marker is there; what follows it doesn't matter.</summary>
    public bool IsComplete { get; private init; }

    /// <summary>Pixels as stored, before any rotation; 0 until a frame header was found.</summary>
    public int Width { get; private init; }

    /// <inheritdoc cref="Width"/>
    public int Height { get; private init; }

    /// <summary>1 grey, 3 colour, 4 CMYK.</summary>
    public int Components { get; private init; }

    /// <summary>Passes over the image: 1 in a baseline file, usually around 10 in a progressive one.</summary>
    public int Scans { get; private init; }

    public bool IsProgressive { get; private init; }

    /// <summary>Where the first pass begins, and where the image ends: bytes from the start of the file.</summary>
    public Range ImageData { get; private init; }

    public static JpegStructure Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes is not [0xFF, StartOfImage, 0xFF, ..])
        {
            return default;
        }
        var seen = new JpegStructure { IsJpeg = true };
        var position = 2;
        while (NextMarker(bytes, ref position) is { } marker)
        {
            if (marker == EndOfImage)
            {
                return seen with
                {
                    IsComplete = seen is { Width: > 0, Height: > 0, Scans: > 0 },
                    ImageData = seen.ImageData.Start..position,
                };
            }
            if (position + 2 > bytes.Length)
            {
                return seen;
            }
            var length = (bytes[position] << 8) | bytes[position + 1];
            if (length < 2 || position + length > bytes.Length)
            {
                return seen;
            }
            var segment = bytes.Slice(position + 2, length - 2);
            position += length;
            if (marker == StartOfScan)
            {
                seen = seen with
                {
                    Scans = seen.Scans + 1,
                    ImageData = (seen.Scans == 0 ? position : seen.ImageData.Start)..,
                };
                position = EndOfEntropyCodedData(bytes, position);
            }
            else if (IsFrameHeader(marker) && segment.Length >= 6)
            {
                seen = seen with
                {
                    Height = (segment[1] << 8) | segment[2],
                    Width = (segment[3] << 8) | segment[4],
                    Components = segment[5],
                    IsProgressive = (marker & 3) == 2,
                };
            }
        }
        return seen;
    }

    /// <summary>Start-of-frame markers are C0–CF without the tables DHT (C4), JPG (C8) and DAC (CC).</summary>
    private static bool IsFrameHeader(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    private static bool StandsAlone(byte marker) => marker is StartOfImage or 0x01 or (>= 0xD0 and <= 0xD7);

    private static byte? NextMarker(ReadOnlySpan<byte> bytes, ref int position)
    {
        while (position + 1 < bytes.Length && bytes[position] == 0xFF)
        {
            var marker = bytes[position + 1];
            position += marker == 0xFF ? 1 : 2;
            if (marker != 0xFF && !StandsAlone(marker))
            {
                return marker;
            }
        }
        return null;
    }

    /// <summary>Inside a scan FF 00 is a data byte and FF D0–D7 a restart; any other marker ends it.</summary>
    private static int EndOfEntropyCodedData(ReadOnlySpan<byte> bytes, int position)
    {
        while (position < bytes.Length)
        {
            var next = bytes[position..].IndexOf((byte)0xFF);
            if (next < 0 || position + next + 1 >= bytes.Length)
            {
                return bytes.Length;
            }
            position += next;
            if (bytes[position + 1] is not (0x00 or 0xFF or (>= 0xD0 and <= 0xD7)))
            {
                return position;
            }
            position += bytes[position + 1] == 0xFF ? 1 : 2;
        }
        return bytes.Length;
    }
}
