using Enrollment.Materials;

namespace Enrollment.Tests.Materials.Corpus;

/// <summary>
/// Inspection against drawn images with a known truth: every defect in five strengths among right images. With the
/// long proofs, which also write docs/inspection.md when UPDATE_DOCS is 1.
/// </summary>
public sealed class CorpusTests(ITestOutputHelper output)
{
    private const double LeastPrecision = 0.95;
    private const double LeastRecall = 0.90;

    [Fact]
    [Trait("Category", "Long")]
    public void Findings_are_right_and_complete_at_the_strength_that_people_see()
    {
        var cases = CorpusCases.All.ToList();
        var tally = new CorpusTally();
        var inspected = cases
            .AsParallel()
            .AsOrdered()
            .WithMergeOptions(ParallelMergeOptions.NotBuffered)
            .Select(one => (Case: one, Found: Found(one)));
        foreach (var (one, found) in inspected)
        {
            foreach (var surprise in tally.Count(one, found))
            {
                output.WriteLine(
                    $"{one.Request.Slot} {one.Request.Page}, {one.Truth} in strength {one.Strength}: {surprise}"
                );
            }
        }
        output.WriteLine(tally.Table);
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
        {
            InspectionDocument.Write(cases.Count, tally.Table);
        }
        foreach (var (code, precision, recall) in tally.Shares)
        {
            var blocks = Severities.Of(code) == Severity.Blocks;
            Assert.True(precision >= (blocks ? 1 : LeastPrecision), $"{code}: precision {precision:P0}");
            Assert.True(recall >= (blocks ? 1 : LeastRecall), $"{code}: recall {recall:P0}");
        }
    }

    [Fact]
    public void The_corpus_has_every_finding_and_four_hundred_images()
    {
        var cases = CorpusCases.All.ToList();
        Assert.True(cases.Count >= 400);
        Assert.Equal(
            Enum.GetValues<FindingCode>(),
            cases.Select(one => one.Truth).OfType<FindingCode>().Distinct().Order()
        );
    }

    private static HashSet<FindingCode> Found(CorpusCase one) =>
        [.. Inspector.Inspect(one.Draw(), one.Request).Findings.Select(finding => finding.Code)];
}
