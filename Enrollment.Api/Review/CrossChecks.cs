using Enrollment.Applications;
using Enrollment.Collections;
using Enrollment.Materials;
using Enrollment.People;

namespace Enrollment.Api.Review;

/// <summary>
/// Two places that should say the same of a person: form, account, identity number, official record. A reviewer decides
/// what a difference means.
/// </summary>
/// <param name="Matches">Null where one of the two is not there.</param>
public sealed record CrossCheck(string What, string? Stated, string? Found, bool? Matches);

internal static class CrossChecks
{
    public static ValueList<CrossCheck> Of(Application application, Language language)
    {
        var (form, account) = (application.Form, application.OpenedAccount);
        var number = IdentityNumber.TryParse(form.IdentityNumber, null, out var typed) ? typed : null;
        var online = application.OnlineVerification;
        var bachelor = form.Education.FirstOrDefault(entry => entry.Level == DiplomaLevel.Bachelor);
        var qr = application.ImagesIn(Slot.ChsiRecord).Select(image => image.Inspection?.Qr).FirstOrDefault(IsThere);
        return
        [
            Check(new("姓名与账号", "name, account"), form.Name, account.Name),
            Check(
                new("身份证号与账号", "identity number, account"),
                form.IdentityNumber,
                account.IdentityNumber?.Value
            ),
            Check(
                new("出生日期与身份证号", "birth date, identity number"),
                form.BirthDate?.ToString("yyyy-MM-dd"),
                number?.BirthDate.ToString("yyyy-MM-dd")
            ),
            Check(new("性别与身份证号", "sex, identity number"), SexOf(form.Sex), SexOf(number?.Sex)),
            Check(new("姓名与在线验证", "name, online verification"), form.Name, online?.Name),
            Check(new("学校与在线验证", "school, online verification"), bachelor?.School, online?.School),
            Check(
                new("证书编号与在线验证", "certificate number, online verification"),
                bachelor?.CertificateNumber,
                online?.CertificateNumber
            ),
            new(
                new Words("在线验证码与二维码", "verification code, QR code").In(language),
                form.ChsiVerificationCode,
                qr,
                IsThere(form.ChsiVerificationCode) && IsThere(qr)
                    ? qr!.Contains(form.ChsiVerificationCode!, StringComparison.OrdinalIgnoreCase)
                    : null
            ),
        ];

        string? SexOf(Sex? sex) => sex is { } known ? ChoiceWords.Of(known, language) : null;

        CrossCheck Check(Words what, string? stated, string? found) =>
            new(
                what.In(language),
                stated,
                found,
                IsThere(stated) && IsThere(found)
                    ? string.Equals(stated, found, StringComparison.OrdinalIgnoreCase)
                    : null
            );
    }

    private static bool IsThere(string? text) => !string.IsNullOrEmpty(text);
}
