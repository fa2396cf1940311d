using System.Text.RegularExpressions;

namespace Enrollment.Applications;

/// <summary>
/// The words of a work history's line: place, post, and which kind of time it was. The kind's own name as the last
/// word (脱产学习、服役、待业) says it for certain; otherwise the usual words do.
/// </summary>
internal static partial class WorkKindText
{
    private static readonly WorkKind[] Marked = [WorkKind.FullTimeStudy, WorkKind.MilitaryService, WorkKind.Unemployed];

    /// <summary>The kind's name, when the words alone would not say it.</summary>
    public static string? MarkOf(WorkEntry entry) =>
        entry.Kind == WorkKind.Work || Recognised(entry.Place, entry.Post) == entry.Kind ? null : Name(entry.Kind);

    /// <summary>An entry without its months from "place，post": the first comma or tab divides, or else the first space.</summary>
    public static WorkEntry Entry(string said)
    {
        var parts = said.Split('，', ',', '\t').Select(part => part.Trim()).Where(part => part.Length > 0).ToList();
        if (parts.Count == 1)
        {
            parts = [.. parts[0].Split(' ', 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
        }
        var marked = Marked.Where(kind => parts.LastOrDefault() == Name(kind)).Cast<WorkKind?>().FirstOrDefault();
        if (marked is not null)
        {
            parts.RemoveAt(parts.Count - 1);
        }
        var place = parts.FirstOrDefault();
        var post = parts.Count > 1 ? string.Join('，', parts.Skip(1)) : null;
        var kind = marked ?? Recognised(place, post);
        return kind == WorkKind.Unemployed && marked is null
            ? new() { Kind = kind }
            : new()
            {
                Kind = kind,
                Place = place,
                Post = post,
            };
    }

    private static WorkKind Recognised(string? place, string? post)
    {
        var said = $"{place}，{post}".Trim('，');
        return Idle().IsMatch(said) ? WorkKind.Unemployed
            : Service().IsMatch(said) ? WorkKind.MilitaryService
            : Study().IsMatch(said) && !StudyBesideWork().IsMatch(said) ? WorkKind.FullTimeStudy
            : WorkKind.Work;
    }

    private static string Name(WorkKind kind) => ChoiceWords.Of(kind, Language.Chinese);

    [GeneratedRegex(
        "^(在家|家中)?(待业|失业|未就业)(在家)?$",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Idle();

    [GeneratedRegex(
        "服役|参军|入伍|当兵|义务兵|士官|部队(，|$)|，战士$",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Service();

    [GeneratedRegex(
        "全日制|脱产|就读|攻读|(学习|读书|学生|本科生|研究生|博士生)$",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Study();

    [GeneratedRegex(
        "在职|函授|业余|自考|非全日制|不脱产",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex StudyBesideWork();
}
