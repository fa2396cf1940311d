using Enrollment.Collections;
using Enrollment.Seasons;

namespace Enrollment.Api.Seasons;

/// <summary>
/// 个人信息处理告知 (R1): who handles what, for which purpose, for how long, and what the person may ask for (Personal
/// Information Protection Law art. 17, 30). Whoever changes the words changes the season's version with them, and
/// everybody is asked anew.
/// </summary>
public sealed record PrivacyNoticeView(string Version, ValueList<PrivacyNoticePart> Parts)
{
    internal static PrivacyNoticeView Of(Season season, Language language) =>
        new(
            season.PrivacyNoticeVersion,
            [.. Said(season).Select(part => new PrivacyNoticePart(part.Title.In(language), part.Text.In(language)))]
        );

    private static (Words Title, Words Text)[] Said(Season season) =>
        [
            (
                new("谁处理您的信息", "Who handles your data"),
                new(
                    $"{season.BranchName}（以下称分院）为办理{season.Year}年在职干部研究生报名，通过本系统处理您的个人信息。",
                    $"{season.BranchName} handles your personal data in this system for the enrolment of {season.Year}."
                )
            ),
            (
                new("处理哪些信息", "Which data"),
                new(
                    "您填报的考生信息、工作简历和高等教育学历，上传的证件照、身份证、毕业证书、任职文件、职称证书等图片，以及报名、审核、现场核验和缴费的记录。",
                    "What you fill in, the images that you upload, and the record of application, review, verification and payment."
                )
            ),
            (
                new("其中的敏感个人信息", "Sensitive data among them"),
                new(
                    "身份证号、人脸照片、政治面貌、证件图片属于敏感个人信息。核实身份和报名资格必须用到它们，一旦泄露可能影响您的人身和财产安全，因此需要您的单独同意。",
                    "Identity number, portrait, political status and images of papers. They are needed to establish identity and eligibility; their disclosure could harm you, so that your separate consent is asked for."
                )
            ),
            (
                new("用来做什么", "For which purpose"),
                new(
                    "只用于资格审核、生成《报名登记表》等打印材料、现场核验、缴费和通知。《报名登记表》将进入您的个人档案。不用于其他目的，不向无关的人提供。",
                    "Review, the printed papers (the registration form enters your personnel file), verification on site, payment and notices. For nothing else, and to nobody else."
                )
            ),
            (
                new("怎样保存", "How long it is kept"),
                new(
                    $"信息加密保存在境内，缴费截止后满{season.RetentionMonths}个月删除，只留下不含个人信息的办理记录。",
                    $"Encrypted, within the country, until {season.RetentionMonths} months after the last day of payment; then deleted, but for a record without personal data."
                )
            ),
            (
                new("您的权利", "Your rights"),
                new(
                    "您可以查阅、更正、复制自己的信息，可以撤回同意或要求删除，也可以要求分院解释处理规则。不同意或撤回同意的，无法继续报名。请向分院工作人员提出。",
                    "You may read, correct and copy your data, withdraw your consent, ask for deletion or for an explanation, at the branch. Without consent the enrolment cannot go on."
                )
            ),
        ];
}

public sealed record PrivacyNoticePart(string Title, string Text);
