using System.Security.Cryptography;
using Enrollment.Materials.Jpeg;
using Enrollment.Materials.Measures;
using SkiaSharp;

namespace Enrollment.Materials;

/// <summary>
/// Inspects one uploaded image (R8, R9): a pure function of its bytes and the request, which never throws on bad
/// bytes. Nothing is decoded before the header has promised a JPEG of bearable size.
/// </summary>
public static class Inspector
{
    /// <summary>A progressive file of this many passes is an attack on the decoder, not an image.</summary>
    private const int MaxScans = 100;

    public static Inspection Inspect(ReadOnlyMemory<byte> bytes, InspectionRequest request)
    {
        var findings = new FindingList(request.Standards);
        var structure = JpegStructure.Read(bytes.Span);
        if (!structure.IsJpeg)
        {
            findings.Add(FindingCode.NotJpeg, FileFormat.NameOf(bytes.Span), "JPEG");
            return new() { Findings = findings.InOrder(), Bytes = bytes.Length };
        }
        var pixels = (long)structure.Width * structure.Height;
        if (pixels > request.Standards.MaxPixels)
        {
            findings.Add(
                FindingCode.TooManyPixels,
                $"{structure.Width}×{structure.Height} px",
                $"≤ {request.Standards.MaxPixels:N0} px"
            );
            return new()
            {
                Findings = findings.InOrder(),
                Bytes = bytes.Length,
                Width = structure.Width,
                Height = structure.Height,
            };
        }
        return !structure.IsComplete ? Corrupt(bytes, structure, "no end-of-image marker", findings)
            : structure.Scans > MaxScans || !JpegEntropy.IsWhole(bytes.Span, structure)
                ? Corrupt(bytes, structure, "broken image data", findings)
            : InspectWhole(bytes, structure, request, findings);
    }

    private static Inspection InspectWhole(
        ReadOnlyMemory<byte> bytes,
        JpegStructure structure,
        InspectionRequest request,
        FindingList findings
    )
    {
        using var data = SKData.CreateCopy(bytes.Span);
        using var codec = SKCodec.Create(data);
        if (codec is not { EncodedFormat: SKEncodedImageFormat.Jpeg })
        {
            return Corrupt(bytes, structure, "unreadable header", findings);
        }
        var (width, height) = Raster.IsOnItsSide(codec.EncodedOrigin)
            ? (structure.Height, structure.Width)
            : (structure.Width, structure.Height);
        var scale = Scale(width, height, request.Slot);
        using var raster = Raster.Decode(codec, scale);
        if (raster is null)
        {
            return Corrupt(bytes, structure, "broken image data", findings);
        }
        CheckBytes(bytes.Length, request, findings);
        CheckDuplicates(bytes.Span, request, findings);
        var seen = new Inspection
        {
            Findings = [],
            Bytes = bytes.Length,
            Width = width,
            Height = height,
        };
        var isWronglyGrey = IsWronglyGrey(raster, structure, request, findings);
        if (request.Slot == Slot.IdPhoto)
        {
            PhotoChecks.Check(raster, ImageHeader.Read(bytes), width, height, request, findings);
            return seen with { Findings = findings.InOrder() };
        }
        var code = QrChecks.BearsCode(request) ? QrChecks.Read(codec, raster, scale) : null;
        var scan = new Scan(raster, ImageHeader.Read(bytes), width, height, PageEdges.Of(raster), code, isWronglyGrey);
        var (dpi, regions) = ScanChecks.Check(scan, request, findings);
        return seen with { Findings = findings.InOrder(), Dpi = dpi, Qr = code?.Text, Regions = regions };
    }

    private static bool IsWronglyGrey(
        Raster raster,
        JpegStructure structure,
        InspectionRequest request,
        FindingList findings
    )
    {
        if (request.Page is { } page && Slots.MayBeGrey(page))
        {
            return false;
        }
        var isGrey = structure.Components == 1 || Colour.IsGrey(raster);
        if (isGrey)
        {
            findings.Add(FindingCode.NotColour, structure.Components == 1 ? "grey" : "RGB, all grey", "colour");
        }
        return isGrey;
    }

    /// <summary>
    /// In eighths, as the JPEG's own transform offers: about 100 DPI of a page and 400 pixels of a portrait's height
    /// are enough to judge it, and keep every measure independent of how finely the page was scanned.
    /// </summary>
    private static float Scale(int width, int height, Slot slot)
    {
        var wanted = slot == Slot.IdPhoto ? 400.0 / height : 1170.0 / Math.Max(width, height);
        return (float)Math.Clamp(Math.Round(wanted * 8), 1, 8) / 8;
    }

    private static void CheckDuplicates(ReadOnlySpan<byte> bytes, InspectionRequest request, FindingList findings)
    {
        if (request.Others.Count == 0)
        {
            return;
        }
        var hash = Convert.ToHexString(SHA256.HashData(bytes));
        var same = request.Others.FirstOrDefault(other =>
            string.Equals(other.Sha256, hash, StringComparison.OrdinalIgnoreCase)
        );
        if (same is not null)
        {
            findings.Add(FindingCode.DuplicateImage, same.Name, "");
        }
    }

    private static Inspection Corrupt(
        ReadOnlyMemory<byte> bytes,
        JpegStructure structure,
        string measured,
        FindingList findings
    )
    {
        findings.Add(FindingCode.Corrupt, measured, "complete JPEG");
        return new()
        {
            Findings = findings.InOrder(),
            Bytes = bytes.Length,
            Width = structure.Width,
            Height = structure.Height,
        };
    }

    /// <summary>The lower limit is stated in thousands, the upper in 1,024s, as the standards read "K".</summary>
    private static void CheckBytes(long bytes, InspectionRequest request, FindingList findings)
    {
        var standards = request.Standards;
        var (least, most) =
            request.Slot == Slot.IdPhoto
                ? (standards.PhotoMinBytes, standards.PhotoMaxBytes)
                : (standards.ScanMinBytes, standards.ScanMaxBytes);
        var required = $"{least / 1000.0:0.#}–{most / 1024.0:0.#} KB";
        if (bytes < least)
        {
            findings.Add(FindingCode.TooFewBytes, $"{Math.Floor(bytes / 100.0) / 10:0.#} KB", required);
        }
        else if (bytes > most)
        {
            findings.Add(FindingCode.TooManyBytes, $"{Math.Ceiling(bytes / 102.4) / 10:0.#} KB", required);
        }
    }
}
