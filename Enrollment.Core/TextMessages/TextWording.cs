using System.Globalization;
using Enrollment.Applications;
using Enrollment.Collections;
using Enrollment.Seasons;

namespace Enrollment.TextMessages;

/// <summary>
/// A registered template: its code at the gateway and its wording. A mainland gateway sends what was registered under
/// the code, so the two are only changed together (R15).
/// </summary>
/// <param name="Words">With placeholders in braces: {name}, {branch}, {year}, {address}, {days}, {deadline}, {from}, {to}, {place}, {code}.</param>
public sealed record TextWording(TextTemplate Template, string Code, string Words)
{
    private const string Numerals = "〇一二三四五六七八九";

    /// <summary>
    /// The wordings that a season starts with. The confirmation can't name the last day, which depends on its own
    /// receipt (R1), so it says how the days are counted.
    /// </summary>
    public static ValueList<TextWording> Defaults { get; } =
    [
        new(
            TextTemplate.Confirmation,
            "SMS_CONFIRMATION",
            "{name}同志：您的{year}年在职干部研究生报名账号已开通。请用本手机号登录{address}，于收到本短信之日起{days}日内（收到当日不计）填报并上传材料，逾期视为自动放弃。{branch}"
        ),
        new(TextTemplate.SignInCode, "SMS_SIGN_IN_CODE", "您的登录验证码是{code}，5分钟内有效，请勿告诉他人。"),
        new(
            TextTemplate.Reminder,
            "SMS_REMINDER",
            "{name}同志：您的报名材料尚未提交，截止时间为{deadline}，逾期视为自动放弃。请登录{address}填报。{branch}"
        ),
        new(
            TextTemplate.Returned,
            "SMS_RETURNED",
            "{name}同志：您的报名材料需要修改。请登录{address}查看修改意见，于收到本短信之日起{days}日内（收到当日不计）改正并重新提交，逾期视为自动放弃。{branch}"
        ),
        new(
            TextTemplate.Approved,
            "SMS_APPROVED",
            "{name}同志：您的报名材料已审核通过。请登录{address}下载打印材料并盖章，于{from}至{to}到{place}现场报名。{branch}"
        ),
        new(TextTemplate.Rejected, "SMS_REJECTED", "{name}同志：您的报名未通过审核，原因请登录{address}查看。{branch}"),
        new(
            TextTemplate.Abandoned,
            "SMS_ABANDONED",
            "{name}同志：您未在规定时间内完成报名，已视为自动放弃。如有疑问请联系我院。{branch}"
        ),
        new(
            TextTemplate.DeadlineMoved,
            "SMS_DEADLINE",
            "{name}同志：您的办理期限调整为{deadline}，请登录{address}办理。{branch}"
        ),
        new(TextTemplate.Paid, "SMS_PAID", "{name}同志：您已完成{year}年在职干部研究生报名及缴费。{branch}"),
    ];

    /// <summary>What every message of a season may say: {address} and {days}.</summary>
    public static ValueList<TextVariable> OfSeason(Season season) =>
        [new("address", season.SignInAddress), new("days", DaysIn(season.DaysToSubmit))];

    /// <summary>As the guide writes its 五日 (九.4); from ten on in figures.</summary>
    private static string DaysIn(int days) =>
        days < Numerals.Length ? $"{Numerals[days]}" : days.ToString(CultureInfo.InvariantCulture);

    /// <summary>Whether its words have a place for this.</summary>
    public bool Names(TextVariable variable) => Words.Contains($"{{{variable.Name}}}", StringComparison.Ordinal);

    /// <summary>The message as the person reads it.</summary>
    public string Render(IEnumerable<TextVariable> variables) =>
        variables.Aggregate(Words, (words, variable) => words.Replace($"{{{variable.Name}}}", variable.Value));
}
