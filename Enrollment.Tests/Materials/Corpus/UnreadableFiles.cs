using Enrollment.Materials;
using Enrollment.Materials.Samples;
using SkiaSharp;

namespace Enrollment.Tests.Materials.Corpus;

/// <summary>Files that can't be read as a JPEG: of another kind, cut off, or with a hole.</summary>
internal static class UnreadableFiles
{
    private const int Hole = 20_000;

    private static readonly InspectionRequest[] Requests =
    [
        SampleRequest.For(Slot.IdPhoto, Page.Portrait),
        SampleRequest.For(Slot.ChsiRecord, Page.RegistrationRecord),
    ];

    public static IEnumerable<CorpusCase> All => [.. OtherKinds(), .. CutOff(), .. WithAHole()];

    private static IEnumerable<CorpusCase> OtherKinds() =>
        from request in Requests
        from kind in new (int Strength, Func<byte[]> File)[]
        {
            (1, () => As(request.Slot, SKEncodedImageFormat.Png)),
            (2, () => As(request.Slot, SKEncodedImageFormat.Webp)),
            (3, () => [.. "GIF89a"u8, .. Noise(30_000)]),
            (4, () => [.. "%PDF-1.7\n"u8, .. SampleImages.Right(request.Slot, 61)]),
            (5, () => [0, 0, 0, 24, .. "ftypheic"u8, .. Noise(30_000)]),
        }
        select new CorpusCase(FindingCode.NotJpeg, kind.Strength, request, kind.File);

    private static IEnumerable<CorpusCase> CutOff() =>
        from request in Requests
        from left in new[] { (1, 0.999999), (2, 0.99), (3, 0.9), (4, 0.5), (5, 0.03) }
        select new CorpusCase(
            FindingCode.Corrupt,
            left.Item1,
            request,
            () => SampleImages.Right(request.Slot, 61) is var file ? file[..(int)(file.Length * left.Item2)] : []
        );

    private static IEnumerable<CorpusCase> WithAHole() =>
        from request in Requests
        from at in new[] { (1, 0.85), (2, 0.6), (3, 0.4), (4, 0.2), (5, 0.1) }
        select new CorpusCase(
            FindingCode.Corrupt,
            at.Item1,
            request,
            () =>
            {
                var file = SampleImages.Right(request.Slot, 62);
                file.AsSpan((int)(file.Length * at.Item2), Hole).Clear();
                return file;
            }
        );

    private static byte[] As(Slot slot, SKEncodedImageFormat format)
    {
        using var bitmap = SKBitmap.Decode(SampleImages.Right(slot, 61));
        using var data = bitmap.Encode(format, 90);
        return data.ToArray();
    }

    private static byte[] Noise(int bytes)
    {
        var noise = new byte[bytes];
        new Random(5).NextBytes(noise);
        return noise;
    }
}
