using Enrollment.Collections;
using Enrollment.Materials;
using Enrollment.Seasons;

namespace Enrollment.Applications;

/// <summary>
/// How each of the eleven rows may end for one candidate (R12): the guide's table in section 七 with its note on
/// waivers. A waiver that leans on another paper holds only when that paper is kept.
/// </summary>
public static class OriginalRules
{
    /// <summary>报名登记表三份</summary>
    public const int RegistrationFormCopies = 3;

    public static ValueList<OriginalItem> AllItems { get; } = [.. Enum.GetValues<OriginalItem>()];

    /// <summary>The row's possible ends, the one to expect first; <see cref="OriginalResult.Owed"/> is always the last.</summary>
    public static ValueList<OriginalResult> Allowed(
        Season season,
        Application application,
        OriginalItem item,
        ValueList<OriginalCheck> ledger
    )
    {
        bool IsKept(OriginalItem other) =>
            ledger.Any(check => check.Item == other && check.Result == OriginalResult.Kept);

        IEnumerable<OriginalResult> ends = item switch
        {
            OriginalItem.IdentityCard => [OriginalResult.CheckedAndReturned],
            OriginalItem.BachelorDiploma when WaivesBachelorDiploma(application) && IsKept(OriginalItem.ChsiRecord) =>
            [
                OriginalResult.Waived,
                OriginalResult.Kept,
            ],
            OriginalItem.PostgraduateDiploma when !Has(application, DiplomaLevel.Postgraduate) =>
            [
                OriginalResult.NotApplicable,
            ],
            OriginalItem.PostgraduateDiploma when season.OnSite.PostgraduateDiplomaMayBeWaived =>
            [
                OriginalResult.Kept,
                OriginalResult.Waived,
            ],
            OriginalItem.MasterDegree when !application.ImagesIn(Slot.MasterDegree).Any() =>
            [
                OriginalResult.NotApplicable,
                OriginalResult.Kept,
            ],
            OriginalItem.MasterDegree when IsKept(OriginalItem.DegreeReport) =>
            [
                OriginalResult.Waived,
                OriginalResult.Kept,
            ],
            // Only a copy was uploaded: where it does not suffice, the original is seen if it can't be kept.
            OriginalItem.AppointmentDocument
                when IsStampedCopyOnly(application) && !season.OnSite.StampedCopySuffices =>
            [
                OriginalResult.Kept,
                OriginalResult.CheckedAndReturned,
            ],
            OriginalItem.ProfessionalTitle when application.Form.HasNoTitle => [OriginalResult.NotApplicable],
            OriginalItem.ChsiRecord when !application.ImagesIn(Slot.ChsiRecord).Any() =>
            [
                OriginalResult.NotApplicable,
                OriginalResult.Kept,
            ],
            OriginalItem.DegreeReport when !HasDegreeReport(application) =>
            [
                OriginalResult.NotApplicable,
                OriginalResult.Kept,
            ],
            OriginalItem.Other when !application.ImagesIn(Slot.Other).Any() =>
            [
                OriginalResult.NotApplicable,
                OriginalResult.Kept,
            ],
            OriginalItem.Other => [OriginalResult.Kept, OriginalResult.CheckedAndReturned],
            _ => [OriginalResult.Kept],
        };
        return [.. ends, OriginalResult.Owed];
    }

    /// <summary>
    /// 国民教育 with the paper of its record, 党校 with its query result: both lie in slot 9 and in the row 备案表.
    /// An overseas diploma has no such note in the guide.
    /// </summary>
    public static bool WaivesBachelorDiploma(Application application) =>
        application.Form.Education.Any(entry =>
            entry.Level == DiplomaLevel.Bachelor && entry.Kind is SchoolKind.National or SchoolKind.PartySchool
        ) && application.ImagesIn(Slot.ChsiRecord).Any();

    public static bool HasDegreeReport(Application application) =>
        application.ImagesIn(Slot.MasterDegree).Any(image => image.Page == Page.DegreeReport);

    private static bool Has(Application application, DiplomaLevel level) =>
        application.Form.Education.Any(entry => entry.Level == level);

    private static bool IsStampedCopyOnly(Application application)
    {
        var images = application.ImagesIn(Slot.AppointmentDocument).ToList();
        return images.Count > 0 && images.TrueForAll(image => image.Page == Page.StampedCopy);
    }
}
