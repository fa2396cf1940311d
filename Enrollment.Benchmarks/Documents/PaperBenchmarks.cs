using BenchmarkDotNet.Attributes;
using Enrollment.Documents;
using Enrollment.Materials.Samples;
using Enrollment.Seasons;

namespace Enrollment.Benchmarks.Documents;

/// <summary>Papers on one core (DESIGN §5: 100 registration forms a second), and the fit that each save asks for.</summary>
[MemoryDiagnoser]
public class PaperBenchmarks
{
    private static readonly DateOnly Day = new(2026, 6, 20);

    private static readonly SealKey Key = new("K1", new byte[32]);

    private static readonly Season Season = new()
    {
        Id = "2026",
        Year = 2026,
        BranchName = "中共滨海市委党校研究生分院",
        Programmes = ["公共管理"],
        FeeFen = 200_00,
        Calendar = new()
        {
            SubmissionCloses = new(2026, 6, 30),
            ReviewCloses = new(2026, 7, 10),
            OnSiteFrom = new(2026, 7, 15),
            OnSiteTo = new(2026, 7, 17),
            OnSiteHours = "上午8:30–11:30，下午14:00–17:00",
            OnSitePlace = "综合楼一层报告厅",
            PaymentCloses = new(2026, 7, 20),
        },
    };

    private readonly PaperSource _source = PaperPreview.SourceOf(Season) with { Photo = SampleImages.Portrait(1) };

    [Benchmark]
    public Document RegistrationForm() => Make(DocumentKind.RegistrationForm);

    [Benchmark]
    public Document IntroductionLetter() => Make(DocumentKind.IntroductionLetter);

    [Benchmark]
    public Document OnSiteList() => Make(DocumentKind.OnSiteList);

    [Benchmark]
    public DocumentFit Fit() => DocumentFit.Measure(_source.Form, Season);

    private Document Make(DocumentKind kind) => Papers.Make(kind, _source, 1, Day, Key);
}
