using System.Text.RegularExpressions;

namespace Enrollment.Applications;

/// <summary>Where a problem stands, for people: "workHistory[2].from" is 工作简历第3行的开始年月.</summary>
internal static partial class FormPlaceWords
{
    public static string Of(FormProblem problem, Language language)
    {
        var place = Shape().Match(problem.Path);
        if (!place.Success)
        {
            return FormFields.NameOf(problem.Field, language);
        }
        var row = Number(place, "row");
        var side = Number(place, "side");
        // An entry's id is nothing that anybody fills in: the entry itself is meant.
        var member = place.Groups["member"] is { Success: true, Value: not "id" } group
            ? MemberName(group.Value, language)
            : null;
        return language switch
        {
            Language.Chinese => $"{FormFields.NameOf(problem.Field, language)}第{row}行"
                + (side is null ? "" : $"其间第{side}行")
                + (member is null ? "" : $"的{member}"),
            Language.English => (member is null ? "" : $"{member} in ")
                + $"{FormFields.NameOf(problem.Field, language)}, line {row}"
                + (side is null ? "" : $", line {side} within it"),
        };
    }

    /// <summary>The row of "workHistory[2].to", as people count it; null where the whole list is meant.</summary>
    public static int? RowOf(FormProblem problem) => Number(Shape().Match(problem.Path), "row");

    /// <summary>Rows are counted from one for people.</summary>
    private static int? Number(Match place, string group) =>
        place.Groups[group] is { Success: true, Value: var digits } ? int.Parse(digits) + 1 : null;

    private static string MemberName(string member, Language language)
    {
        var (chinese, english) = member switch
        {
            "from" => ("开始年月", "first month"),
            "to" => ("结束年月", "last month"),
            "place" => ("单位", "place"),
            "post" => ("职务", "post"),
            "during" => ("其间经历", "lines within it"),
            "text" => ("内容", "text"),
            "level" => ("层次", "level"),
            "kind" => ("类别", "kind"),
            "school" => ("学校", "school"),
            "major" => ("专业", "major"),
            "certificateNumber" => ("证书编号", "certificate number"),
            "degree" => ("学位", "degree"),
            _ => (member, member),
        };
        return language switch
        {
            Language.Chinese => chinese,
            Language.English => english,
        };
    }

    [GeneratedRegex(
        @"^\w+\[(?<row>\d{1,6})\](\.during\[(?<side>\d{1,6})\])?(\.(?<member>\w+))?$",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Shape();
}
