namespace Enrollment.Seasons;

/// <summary>
/// Texts of the printed papers that the season sets (R11). Placeholders in braces: {branch} {year} {employer} {name}
/// {sex} {identityNumber} {post} {programme} {politicalStatus} {joined} {partyBranch}. A line feed begins a paragraph.
/// </summary>
public sealed record DocumentWording
{
    public string Commitment { get; init; } =
        "本人承诺：所填信息和提交的材料真实、准确、完整，如有不实，自愿承担由此产生的一切后果。";

    public string Introduction { get; init; } =
        "兹介绍我单位{name}同志（{sex}，身份证号{identityNumber}，现任{post}）前往你院办理{year}年在职干部研究生（{programme}专业）报名事宜，请予接洽。";

    public string PartyMembership { get; init; } =
        "兹证明{employer}{name}同志（{sex}，身份证号{identityNumber}）系{politicalStatus}，{joined}加入中国共产党，党组织关系在{partyBranch}。\n特此证明。";

    /// <summary>Days for which the letter is valid.</summary>
    public int LetterValidDays { get; init; } = 30;
}
