using CsCheck;
using Enrollment.Applications;
using Enrollment.Documents;
using Enrollment.People;
using Enrollment.Seasons;

namespace Enrollment.Tests.Documents;

/// <summary>Forms of any length and characters that the documents accept.</summary>
internal static class RandomForms
{
    private static readonly Gen<string> Word = Gen.OneOf<string>([
        "中共",
        "滨海市",
        "人民政府",
        "办公室",
        "（兼）",
        "、",
        "，",
        "副主任",
        "·",
        "买买提",
        "䶮",
        "𬭎",
        "𠅤",
        "𨭎",
        "一级",
        "2",
        "A",
        "“甲”",
        "》）」",
        "（《“",
        "——",
        "……",
        "２０",
        "Wassermannstrasse",
        "2015.7-2017.3",
        "é",
    ]);

    private static readonly Gen<YearMonth> Month = Gen.Select(
        Gen.Int[1980, 2026],
        Gen.Int[1, 12],
        (y, m) => new YearMonth(y, m)
    );

    private static readonly Gen<WorkEntry> Work = Gen.Select(
        Gen.Enum<WorkKind>(),
        Month,
        Text(12),
        Text(6),
        Gen.Select(Month, Text(8), (from, text) => new WorkSideLine(from, null, text)).Array[0, 1],
        (kind, from, place, post, during) =>
            new WorkEntry
            {
                Kind = kind,
                From = from,
                To = from.AddMonths(20),
                Place = place,
                Post = post,
                During = [.. during],
            }
    );

    private static readonly Gen<EducationEntry> Education = Gen.Select(
        Gen.Enum<DiplomaLevel>(),
        Gen.Enum<SchoolKind>(),
        Text(6),
        Text(4),
        Month,
        Gen.Long[100000000000000000, 999999999999999999],
        (level, kind, school, major, from, number) =>
            new EducationEntry
            {
                Id = "e",
                Level = level,
                Kind = kind,
                School = school,
                Major = major,
                From = from,
                To = from.AddMonths(45),
                CertificateNumber = $"{number}",
                Degree = "文学学士",
            }
    );

    /// <summary>Any of the eleven rows (R12), taken by clerks with short and long names.</summary>
    public static Gen<KeptOriginal[]> KeptOriginals { get; } =
        Gen.Select(
            Gen.Shuffle(Enum.GetValues<OriginalItem>()),
            Gen.Int[0, 11],
            Gen.Int[1, 99].Array[11],
            Gen.OneOf<string>(["李静", "买买提·艾力", "欧阳诸葛司马上官"]).Array[11],
            (items, count, copies, clerks) =>
                items
                    .Take(count)
                    .Select((item, i) => PaperContents.Kept(item, copies[i], clerks[i], At.AddMinutes(i * 977)))
                    .ToArray()
        );

    private static readonly DateTimeOffset At = new(2026, 7, 15, 9, 12, 0, ChinaTime.Offset);

    public static Gen<Form> Fitting { get; } =
        Gen.Select(
                Gen.Select(Text(4), Text(8), Text(10), Text(8)),
                Gen.Select(Text(6), Text(8), Text(8), Text(12)),
                Gen.Enum<PoliticalStatus>(),
                Gen.Enum<SealOffice>(),
                Work.Array[1, 12],
                Education.Array[0, 6],
                (one, two, status, office, work, education) =>
                    SampleForms.Ordinary with
                    {
                        Name = one.Item1,
                        NativePlace = one.Item2,
                        Employer = one.Item3,
                        Post = one.Item4,
                        TitleSeries = two.Item1,
                        AppointingAuthority = two.Item2,
                        GraduationSchool = two.Item3,
                        PartyBranch = two.Item4,
                        Sex = one.Item1.Length % 2 == 0 ? Sex.Female : Sex.Male,
                        PoliticalStatus = status,
                        SealOffice = office,
                        WorkHistory = [.. work],
                        Education = [.. education],
                    }
            )
            .Where(form => !DocumentFit.Measure(form, SamplePapers.Season).Boxes.Any(box => box.Overflows));

    private static Gen<string> Text(int words) => Word.Array[1, words].Select(string.Concat);
}
