using System.Diagnostics;
using Enrollment.Applications;
using Enrollment.Documents;
using Enrollment.Materials.Samples;
using Enrollment.People;
using Enrollment.Seasons;
using Enrollment.Tests.Applications;

namespace Enrollment.Tests.Documents;

/// <summary>What papers are made from in tests: candidates ordinary, with the least and with the most to say.</summary>
internal static class SamplePapers
{
    public static readonly DateOnly Day = new(2026, 6, 20);

    public static readonly SealKey Key = new("K1", [.. Enumerable.Range(0, 32).Select(i => (byte)i)]);

    private static readonly DateTimeOffset Received = new(2026, 7, 15, 9, 12, 0, ChinaTime.Offset);

    public static byte[] Photo { get; } =
        SampleImages.Take(
            new PortraitLook
            {
                Seed = 2,
                Width = 300,
                Height = 400,
            }
        );

    public static Season Season { get; } =
        SampleForm.Season with
        {
            BranchName = "中共滨海市委党校研究生分院",
            Programmes = ["公共管理", "法学"],
            FeeFen = 200_00,
            Calendar = SampleForm.Season.Calendar with
            {
                OnSiteHours = "上午8:30–11:30，下午14:00–17:00",
                OnSitePlace = "中共滨海市委党校综合楼一层报告厅（滨海市学苑路18号）",
            },
        };

    public static PaperSource Ordinary { get; } = Of(SampleForms.Ordinary);

    public static PaperSource Shortest { get; } = Of(SampleForms.Shortest);

    public static PaperSource Longest { get; } = Of(SampleForms.Longest);

    public static PaperSource Named(string which) =>
        which switch
        {
            "ordinary" => Ordinary,
            "shortest" => Shortest,
            "longest" => Longest,
            "minority" => With(form => form with { Name = "买买提·艾力", EthnicGroup = "维吾尔族" }),
            "two-characters" => With(form => form with { Name = "于一" }),
            "eight-characters" => With(form => form with { Name = "欧阳诸葛司马上官" }),
            _ => throw new UnreachableException(),
        };

    public static PaperSource Of(Form form) =>
        new()
        {
            Season = Season,
            Application = Enrollment.Applications.ApplicationId.Parse("0193a5b0c0de7000800000000000abcd"),
            Number = "20260013",
            Form = form,
            Phone = PhoneNumber.Parse("13812345678"),
            Photo = Photo,
            KeptOriginals =
            [
                PaperContents.Kept(OriginalItem.AppointmentDocument, 1, "李静", Received),
                PaperContents.Kept(OriginalItem.ProfessionalTitle, 2, "李静", Received),
                PaperContents.Kept(OriginalItem.PostgraduateDiploma, 1, "李静", Received.AddMinutes(2)),
            ],
        };

    public static Document Make(DocumentKind kind, PaperSource source) => Papers.Make(kind, source, 1, Day, Key);

    public static PaperSource With(Func<Form, Form> change) => Of(change(SampleForms.Ordinary));
}
