using Enrollment.Applications;
using Enrollment.Collections;
using Enrollment.Materials;

namespace Enrollment.Server.Simulation;

/// <summary>What a simulated season came to: the same for the same seed.</summary>
internal sealed record SeasonSummary
{
    public required int Candidates { get; init; }

    public required int Seed { get; init; }

    public required SortedDictionary<string, int> ByFate { get; init; }

    /// <summary>How many ended in a stage, and how many passed through it.</summary>
    public required SortedDictionary<string, int> EndedIn { get; init; }

    public required SortedDictionary<string, int> PassedThrough { get; init; }

    public required SortedDictionary<string, int> Texts { get; init; }

    public required SortedDictionary<string, int> Findings { get; init; }

    public required int Events { get; init; }

    public required int Images { get; init; }

    public required int Documents { get; init; }

    public required ValueList<InvariantResult> Invariants { get; init; }

    /// <summary>Stages that nobody reached.</summary>
    public ValueList<string> Unreached =>
        [
            .. Enum.GetValues<StageName>()
                .Where(stage => stage != StageName.Unopened)
                .Select(WireName.Of)
                .Where(stage => !PassedThrough.ContainsKey(stage)),
        ];

    public bool Holds => Invariants.All(one => one.Broken == 0) && Unreached.Count == 0;

    public void Print(TextWriter output)
    {
        output.WriteLine(
            $"{Candidates} candidates, seed {Seed}: {Events} events, {Images} images, {Documents} documents"
        );
        output.WriteLine();
        output.WriteLine($"{"stage", -20}{"passed", 8}{"ended", 8}");
        foreach (var stage in Enum.GetValues<StageName>().Where(stage => stage != StageName.Unopened))
        {
            var name = WireName.Of(stage);
            output.WriteLine(
                $"{name, -20}{PassedThrough.GetValueOrDefault(name), 8}{EndedIn.GetValueOrDefault(name), 8}  {StageWords.Of(stage, Language.Chinese)}"
            );
        }
        output.WriteLine();
        output.WriteLine("texts:    " + Join(Texts));
        output.WriteLine("findings: " + Join(Findings));
        output.WriteLine("fates:    " + Join(ByFate));
        output.WriteLine();
        foreach (var invariant in Invariants)
        {
            output.WriteLine(
                $"{(invariant.Broken == 0 ? "held  " : "BROKEN")}  {invariant.Statement}"
                    + (invariant.Broken == 0 ? "" : $" ({invariant.Broken} times)")
            );
        }
        output.WriteLine(
            Unreached.Count == 0
                ? "held    every stage was reached by somebody"
                : $"BROKEN  every stage was reached by somebody: not {string.Join(", ", Unreached)}"
        );
    }

    private static string Join(SortedDictionary<string, int> counts) =>
        string.Join(", ", counts.Select(pair => $"{pair.Key} {pair.Value}"));
}

internal sealed record InvariantResult(string Statement, int Broken);
