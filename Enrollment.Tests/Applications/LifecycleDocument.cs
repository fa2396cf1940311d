using System.Text;
using Enrollment.Applications;

namespace Enrollment.Tests.Applications;

/// <summary>Writes <c>docs/lifecycle.md</c> from <see cref="LifecycleMap"/> and the words of the stages.</summary>
internal static class LifecycleDocument
{
    private static readonly StageName[] Shown = [.. Enum.GetValues<StageName>().Except([StageName.Unopened])];

    public static string Text { get; } = Write();

    private static string Write()
    {
        var text = new StringBuilder();
        text.Append(
            """
            # Lifecycle of an application

            Drawn from `Lifecycle.Decide`, by trying every command in every stage, and held to it by a test
            (`UPDATE_DOCS=1 ./test` rewrites it).

            ```mermaid
            stateDiagram-v2

            """
        );
        foreach (var stage in Shown)
        {
            text.Append($"    state \"{StageWords.Of(stage, Language.Chinese)} {stage}\" as {stage}\n");
        }
        foreach (var (from, to, commands) in Ways())
        {
            text.Append($"    {NodeOf(from)} --> {NodeOf(to)}: {string.Join(" / ", commands)}\n");
        }
        text.Append(
            """
            ```

            | stage | 中文 | English | left by |
            |---|---|---|---|

            """
        );
        foreach (var stage in Shown)
        {
            var left = Ways()
                .Where(way => way.From == stage)
                .Select(way => $"{string.Join(", ", way.Commands)} → {StageWords.Of(way.To, Language.Chinese)}");
            text.Append(
                $"| {stage} | {StageWords.Of(stage, Language.Chinese)} | {StageWords.Of(stage, Language.English)} | {string.Join("; ", left)} |\n"
            );
        }
        return text.ToString();
    }

    private static IEnumerable<(StageName From, StageName To, IEnumerable<string> Commands)> Ways() =>
        LifecycleMap
            .Ways.GroupBy(way => (way.From, way.To))
            .Select(ways => (ways.Key.From, ways.Key.To, ways.Select(way => way.Command)));

    private static string NodeOf(StageName stage) => stage == StageName.Unopened ? "[*]" : $"{stage}";
}
