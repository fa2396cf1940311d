using System.Text;
using Enrollment.Applications;
using Enrollment.Seasons;

namespace Enrollment.Documents;

/// <summary>The placeholders of <see cref="DocumentWording"/>: what stands in braces is replaced by what the form says.</summary>
public static class WordingPlaceholders
{
    /// <summary>A line to write on, for what is not known.</summary>
    private const string Blank = "＿＿＿＿＿＿";

    /// <summary>The names that may stand in braces.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "branch",
        "year",
        "employer",
        "name",
        "sex",
        "identityNumber",
        "post",
        "programme",
        "politicalStatus",
        "joined",
        "partyBranch",
    ];

    /// <summary>Fills a text in one pass: braces that a candidate typed are never looked at.</summary>
    internal static string Fill(string template, Season season, Form form)
    {
        var filled = new StringBuilder();
        var rest = template.AsSpan();
        while (rest.IndexOf('{') is >= 0 and var open && rest[open..].IndexOf('}') is > 0 and var length)
        {
            filled.Append(rest[..open]);
            filled.Append(Value(rest.Slice(open + 1, length - 1).ToString(), season, form));
            rest = rest[(open + length + 1)..];
        }
        return filled.Append(rest).ToString();
    }

    private static string Value(string placeholder, Season season, Form form) =>
        placeholder switch
        {
            "branch" => season.BranchName,
            "year" => $"{season.Year}",
            "employer" => form.Employer ?? Blank,
            "name" => form.Name ?? Blank,
            "sex" => form.Sex is { } sex ? PaperWords.Of(sex) : Blank,
            "identityNumber" => PaperContents.IdentityNumberOf(form),
            "post" => form.Post ?? Blank,
            "programme" => form.Programme ?? Blank,
            "politicalStatus" => form.PoliticalStatus is { } status ? PaperWords.Of(status) : Blank,
            "joined" => form.PartyJoined?.ToChinese() ?? Blank,
            "partyBranch" => form.PartyBranch ?? Blank,
            _ => $"{{{placeholder}}}",
        };
}
