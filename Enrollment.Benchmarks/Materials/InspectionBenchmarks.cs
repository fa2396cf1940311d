using BenchmarkDotNet.Attributes;
using Enrollment.Materials;
using Enrollment.Materials.Qr;
using Enrollment.Materials.Samples;
using SkiaSharp;

namespace Enrollment.Benchmarks.Materials;

/// <summary>The image rows of the budgets (DESIGN §5), with the bare decode that they are measured against.</summary>
[MemoryDiagnoser]
public class InspectionBenchmarks
{
    private readonly byte[] _photo = SampleImages.Portrait(seed: 1);
    private readonly byte[] _scan = SampleImages.Right(Slot.Other, seed: 1);
    private byte[] _luma = [];
    private int _width;

    [GlobalSetup]
    public void Setup()
    {
        using var codec = SKCodec.Create(new MemoryStream(SampleImages.Right(Slot.ChsiRecord, seed: 1)));
        using var raster = Raster.Decode(codec, 0.5f)!;
        (_luma, _width) = (raster.Luma.ToArray(), raster.Width);
    }

    [Benchmark]
    public SKCodecResult DecodeScanAtHalfScale() => Decode(_scan, 0.5f);

    [Benchmark]
    public Inspection InspectScan() => Inspector.Inspect(_scan, For(Slot.Other));

    [Benchmark]
    public SKCodecResult DecodePhoto() => Decode(_photo, 1);

    [Benchmark]
    public Inspection InspectPhoto() => Inspector.Inspect(_photo, For(Slot.IdPhoto));

    [Benchmark]
    public QrCode? ReadQrCode() => QrReader.Read(_luma, _width);

    private static SKCodecResult Decode(byte[] file, float scale)
    {
        using var data = SKData.CreateCopy(file);
        using var codec = SKCodec.Create(data);
        var size = codec.GetScaledDimensions(scale);
        using var bitmap = new SKBitmap(
            new SKImageInfo(size.Width, size.Height, SKColorType.Bgra8888, SKAlphaType.Opaque)
        );
        return codec.GetPixels(bitmap.Info, bitmap.GetPixels());
    }

    private static InspectionRequest For(Slot slot) =>
        new()
        {
            Slot = slot,
            Page = Slots.Of(slot).Pages[0],
            Standards = new(),
            Now = new(2026, 4, 1, 9, 0, 0, TimeSpan.FromHours(8)),
        };
}
