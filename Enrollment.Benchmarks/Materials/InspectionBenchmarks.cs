using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using Enrollment.Materials;
using Enrollment.Materials.Samples;
using SkiaSharp;

namespace Enrollment.Benchmarks.Materials;

/// <summary>The image rows of the budgets (DESIGN §5): each inspection beside the bare decode that it is measured against.</summary>
[MemoryDiagnoser]
[CategoriesColumn]
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory)]
public class InspectionBenchmarks
{
    private readonly byte[] _photo = SampleImages.Portrait(seed: 1);
    private readonly byte[] _page = SampleImages.Right(Slot.Other, seed: 1);
    private readonly byte[] _diploma = SampleImages.Right(Slot.BachelorDiploma, seed: 1);

    [Benchmark(Baseline = true), BenchmarkCategory("page")]
    public SKCodecResult DecodePageAtHalfScale() => Decode(_page, 0.5f);

    [Benchmark, BenchmarkCategory("page")]
    public Inspection InspectPage() => Inspector.Inspect(_page, SampleRequest.For(Slot.Other));

    [Benchmark(Baseline = true), BenchmarkCategory("diploma")]
    public SKCodecResult DecodeDiplomaAtHalfScale() => Decode(_diploma, 0.5f);

    [Benchmark, BenchmarkCategory("diploma")]
    public Inspection InspectDiploma() => Inspector.Inspect(_diploma, SampleRequest.For(Slot.BachelorDiploma));

    [Benchmark(Baseline = true), BenchmarkCategory("photo")]
    public SKCodecResult DecodePhoto() => Decode(_photo, 1);

    [Benchmark, BenchmarkCategory("photo")]
    public Inspection InspectPhoto() => Inspector.Inspect(_photo, SampleRequest.For(Slot.IdPhoto));

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
}
