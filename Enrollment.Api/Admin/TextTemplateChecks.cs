using System.Text.RegularExpressions;
using Enrollment.Collections;
using Enrollment.Materials;
using Enrollment.TextMessages;

namespace Enrollment.Api.Admin;

/// <summary>What can be wrong with the text messages' wordings (R15), by the path in the season's JSON.</summary>
internal static partial class TextTemplateChecks
{
    /// <summary>Longer texts are split by the networks into more parts than anybody reads.</summary>
    private const int MaxLength = 350;

    private static readonly ValueList<string> Always = ["name", "branch", "year", "address"];

    public static IEnumerable<(string Path, Words Fault)> Of(ValueList<TextWording> wordings)
    {
        foreach (var template in Enum.GetValues<TextTemplate>())
        {
            if (wordings.Count(one => one.Template == template) != 1)
            {
                yield return (
                    "textWordings",
                    new(
                        $"每个短信模板须有且只有一个：{WireName.Of(template)}。",
                        $"There must be exactly one of each: {WireName.Of(template)}."
                    )
                );
            }
        }
        foreach (var (i, wording) in wordings.Index())
        {
            foreach (var (path, fault) in Of(wording))
            {
                yield return ($"textWordings[{i}].{path}", fault);
            }
        }
    }

    public static IEnumerable<(string Path, Words Fault)> Of(TextWording wording)
    {
        if (wording.Code.Trim().Length is 0 or > 64)
        {
            yield return ("code", new("模板编号不能为空，且不超过64个字符。", "A code has 1 to 64 characters."));
        }
        if (wording.Words.Trim().Length is 0 or > MaxLength)
        {
            yield return (
                "words",
                new($"短信内容须为1至{MaxLength}个字符。", $"A text has 1 to {MaxLength} characters.")
            );
        }
        var known = Placeholders(wording.Template);
        foreach (var name in Placeholder().Matches(wording.Words).Select(match => match.Groups["name"].Value))
        {
            if (!known.Contains(name))
            {
                yield return (
                    "words",
                    new($"此模板没有变量{{{name}}}。", $"This template has no variable {{{name}}}.")
                );
            }
        }
        if (wording.Template == TextTemplate.SignInCode && !wording.Words.Contains("{code}", StringComparison.Ordinal))
        {
            yield return ("words", new("缺少变量{code}。", "The variable {code} is missing."));
        }
    }

    public static ValueList<string> Placeholders(TextTemplate template) =>
        template switch
        {
            TextTemplate.SignInCode => ["code"],
            TextTemplate.Reminder or TextTemplate.DeadlineMoved => Always.Add("deadline"),
            TextTemplate.Confirmation or TextTemplate.Returned => Always.Add("days"),
            TextTemplate.Approved => Always.AddRange(["from", "to", "place"]),
            TextTemplate.Rejected or TextTemplate.Abandoned or TextTemplate.Paid => Always,
        };

    [GeneratedRegex(@"\{(?<name>[^{}]*)\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Placeholder();
}
