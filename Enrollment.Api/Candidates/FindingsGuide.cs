using Enrollment.Collections;
using Enrollment.Materials;

namespace Enrollment.Api.Candidates;

/// <summary>
/// What each finding is called and how it is mended, so that a page can say at once, in the same words, what it has
/// measured itself.
/// </summary>
public sealed record FindingsGuide(ValueList<FindingGuide> Findings)
{
    internal static FindingsGuide Of(ImageStandards standards, Language language) =>
        new([.. Enum.GetValues<FindingCode>().Select(code => FindingGuide.Of(code, standards, language))]);
}

/// <param name="Severity">As the season sets it.</param>
/// <param name="Message">With <c>{measured}</c> and <c>{required}</c> where the numbers stand.</param>
/// <param name="Mend">How to mend it.</param>
public sealed record FindingGuide(FindingCode Code, Severity Severity, string Message, string Mend)
{
    internal static FindingGuide Of(FindingCode code, ImageStandards standards, Language language)
    {
        var severity = Severities.Of(code, standards);
        var words = FindingWords.Of(new(code, severity, "{measured}", "{required}"), language);
        return new(code, severity, words.Message, words.Mend);
    }
}
