using Enrollment.Applications;
using Enrollment.Materials;
using Enrollment.Seasons;

namespace Enrollment.Api.Desk;

/// <summary>What the desk reads beside a row.</summary>
internal static class DeskWords
{
    /// <summary>The guide's note on waivers, for the rows and the candidates that it is about; null for the others.</summary>
    public static Words? WaiverOf(Season season, Application application, OriginalItem item) =>
        item switch
        {
            OriginalItem.BachelorDiploma when OriginalRules.WaivesBachelorDiploma(application) =>
                application.Form.Education.Any(IsPartySchoolBachelor)
                    ? new(
                        "党校本科：收取学历查询认证结果后，免交证书原件。",
                        "Party-school bachelor: waived once the query result is kept."
                    )
                    : new(
                        "国民教育本科：收取《教育部学历证书电子注册备案表》后，免交证书原件。",
                        "National-education bachelor: waived once the printed record is kept."
                    ),
            OriginalItem.MasterDegree when OriginalRules.HasDegreeReport(application) => new(
                "收取教育部学位认证报告后，免交学位证书原件。",
                "Waived once the degree's authentication report is kept."
            ),
            OriginalItem.PostgraduateDiploma when season.OnSite.PostgraduateDiplomaMayBeWaived => new(
                "本季设置允许免交研究生毕业证书原件。",
                "This season's settings allow a waiver."
            ),
            OriginalItem.AppointmentDocument when IsStampedCopyOnly(application) => season.OnSite.StampedCopySuffices
                ? new(
                    "不方便提供原件的，收取加盖单位公章的复印件。",
                    "Where the original can't be given, the stamped copy is kept."
                )
                : new(
                    "上传的是复印件：须出示原件，查验后带回。",
                    "A copy was uploaded: the original must be shown, and is given back."
                ),
            _ => null,
        };

    private static bool IsPartySchoolBachelor(EducationEntry entry) =>
        entry is { Level: DiplomaLevel.Bachelor, Kind: SchoolKind.PartySchool };

    private static bool IsStampedCopyOnly(Application application) =>
        application.ImagesIn(Slot.AppointmentDocument).ToList() is { Count: > 0 } images
        && images.TrueForAll(image => image.Page == Page.StampedCopy);
}
