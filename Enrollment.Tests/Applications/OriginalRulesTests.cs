using Enrollment.Applications;
using Enrollment.Collections;
using Enrollment.Materials;
using Enrollment.Seasons;
using Enrollment.Tests.Builders;
using static Enrollment.Applications.OriginalResult;

namespace Enrollment.Tests.Applications;

/// <summary>How each row may end (R12): the guide's table in section 七 with its note.</summary>
public sealed class OriginalRulesTests
{
    private static readonly ValueList<OriginalCheck> RecordKept = [new(OriginalItem.ChsiRecord, Kept)];

    private static readonly ValueList<OriginalCheck> ReportKept = [new(OriginalItem.DegreeReport, Kept)];

    private static readonly Season CopyDoesNotSuffice = ASeason.Current with
    {
        OnSite = new() { StampedCopySuffices = false },
    };

    private static readonly Season PostgraduateWaived = ASeason.Current with
    {
        OnSite = new() { PostgraduateDiplomaMayBeWaived = true },
    };

    private static readonly Form Postgraduate = SampleForm.Valid with
    {
        Education = SampleForm.Valid.Education.Add(
            SampleForm.Valid.Education[0] with
            {
                Id = "e2",
                Level = DiplomaLevel.Postgraduate,
            }
        ),
    };

    private sealed record Row(OriginalItem Item, Application Given, params OriginalResult[] Ends)
    {
        public Season Season { get; init; } = ASeason.Current;

        public ValueList<OriginalCheck> Ledger { get; init; } = [];
    }

    private static Dictionary<string, Row> Rows { get; } =
        new(StringComparer.Ordinal)
        {
            ["Forms are kept"] = new(OriginalItem.RegistrationForms, Of(SampleForm.Valid), Kept),
            ["The letter is kept"] = new(OriginalItem.IntroductionLetter, Of(SampleForm.Valid), Kept),
            ["The identity card always goes back"] = new(
                OriginalItem.IdentityCard,
                Of(SampleForm.Valid),
                CheckedAndReturned
            ),
            ["A national bachelor's diploma is kept without its record"] = new(
                OriginalItem.BachelorDiploma,
                Of(SampleForm.Valid),
                Kept
            ),
            ["A national bachelor's diploma is waived with its record"] = new(
                OriginalItem.BachelorDiploma,
                Of(SampleForm.Valid),
                Waived,
                Kept
            )
            {
                Ledger = RecordKept,
            },
            ["A Party-school bachelor's diploma is waived with its query result"] = new(
                OriginalItem.BachelorDiploma,
                Of(Bachelor(SchoolKind.PartySchool), Uploads.Of(Uploads.Id(50), Slot.ChsiRecord, Uploads.Fine)),
                Waived,
                Kept
            )
            {
                Ledger = RecordKept,
            },
            ["A Party-school bachelor's diploma without query result is kept"] = new(
                OriginalItem.BachelorDiploma,
                Of(Bachelor(SchoolKind.PartySchool)),
                Kept
            ),
            ["An overseas bachelor's diploma has no waiver"] = new(
                OriginalItem.BachelorDiploma,
                Of(Bachelor(SchoolKind.Overseas)),
                Kept
            )
            {
                Ledger = RecordKept,
            },
            ["Who has no postgraduate diploma brings none"] = new(
                OriginalItem.PostgraduateDiploma,
                Of(SampleForm.Valid),
                NotApplicable
            ),
            ["A postgraduate diploma has no waiver"] = new(OriginalItem.PostgraduateDiploma, Of(Postgraduate), Kept),
            ["A season may waive the postgraduate diploma"] = new(
                OriginalItem.PostgraduateDiploma,
                Of(Postgraduate),
                Kept,
                Waived
            )
            {
                Season = PostgraduateWaived,
            },
            ["Who uploaded no master's degree may bring it yet"] = new(
                OriginalItem.MasterDegree,
                Of(SampleForm.Valid),
                NotApplicable,
                Kept
            ),
            ["A master's degree is kept without its report"] = new(OriginalItem.MasterDegree, WithDegree(), Kept),
            ["A master's degree is waived with its report"] = new(OriginalItem.MasterDegree, WithDegree(), Waived, Kept)
            {
                Ledger = ReportKept,
            },
            ["A bachelor's diploma among others is waived with its record"] = new(
                OriginalItem.BachelorDiploma,
                Of(Postgraduate),
                Waived,
                Kept
            )
            {
                Ledger = RecordKept,
            },
            ["A degree report that was uploaded is kept"] = new(
                OriginalItem.DegreeReport,
                Of(
                    SampleForm.Valid,
                    [new Event.UploadOpened(Uploads.Id(50), Slot.MasterDegree, Page.DegreeReport, null, null)]
                ),
                Kept
            ),
            ["A degree certificate is no report, which may be brought yet"] = new(
                OriginalItem.DegreeReport,
                WithDegree(),
                NotApplicable,
                Kept
            ),
            ["A stamped copy beside the document itself changes nothing"] = new(
                OriginalItem.AppointmentDocument,
                Of(
                    SampleForm.Valid,
                    [new Event.UploadOpened(Uploads.Id(50), Slot.AppointmentDocument, Page.StampedCopy, null, null)]
                ),
                Kept
            )
            {
                Season = CopyDoesNotSuffice,
            },
            ["Without any image the document is kept"] = new(
                OriginalItem.AppointmentDocument,
                AnApplication.Drafting().State,
                Kept
            )
            {
                Season = CopyDoesNotSuffice,
            },
            ["An appointment document is kept"] = new(OriginalItem.AppointmentDocument, Of(SampleForm.Valid), Kept),
            ["A stamped copy is kept where it suffices"] = new(
                OriginalItem.AppointmentDocument,
                WithStampedCopy(),
                Kept
            ),
            ["Where a stamped copy does not suffice the original is kept or seen"] = new(
                OriginalItem.AppointmentDocument,
                WithStampedCopy(),
                Kept,
                CheckedAndReturned
            )
            {
                Season = CopyDoesNotSuffice,
            },
            ["A title certificate is kept"] = new(OriginalItem.ProfessionalTitle, Of(SampleForm.Valid), Kept),
            ["Who has no title brings no certificate"] = new(
                OriginalItem.ProfessionalTitle,
                Of(SampleForm.Valid with { TitleSeries = "无", TitleGrade = null }),
                NotApplicable
            ),
            ["The record that was uploaded is kept"] = new(OriginalItem.ChsiRecord, Of(SampleForm.Valid), Kept),
            ["A Party-school graduate may bring the query result yet"] = new(
                OriginalItem.ChsiRecord,
                Of(Bachelor(SchoolKind.PartySchool)),
                NotApplicable,
                Kept
            ),
            ["Other material that was uploaded is kept or seen"] = new(
                OriginalItem.Other,
                Of(SampleForm.Valid, Uploads.Of(Uploads.Id(50), Slot.Other, Uploads.Fine)),
                Kept,
                CheckedAndReturned
            ),
        };

    public static TheoryData<string> Sentences => [.. Rows.Keys];

    [Theory]
    [MemberData(nameof(Sentences))]
    public void A_row_ends_as_the_guide_says_or_is_owed(string sentence)
    {
        var row = Rows[sentence];

        Assert.Equal([.. row.Ends, Owed], OriginalRules.Allowed(row.Season, row.Given, row.Item, row.Ledger));
    }

    [Fact]
    public void The_guide_has_eleven_rows() => Assert.Equal(11, OriginalRules.AllItems.Count);

    private static Application Of(Form form, params IEnumerable<Event> more) =>
        AnApplication.Drafting().Filled(form).With([.. more]).State;

    private static Form Bachelor(SchoolKind kind) =>
        SampleForm.Valid with
        {
            Education = [SampleForm.Valid.Education[0] with { Kind = kind }],
        };

    private static Application WithDegree() =>
        Of(SampleForm.Valid, Uploads.Of(Uploads.Id(50), Slot.MasterDegree, Uploads.Fine));

    private static Application WithStampedCopy()
    {
        var complete = AnApplication.Complete();
        var first = complete.State.ImagesIn(Slot.AppointmentDocument).Single();
        return complete
            .With(
                new Event.ImageRemoved(first.Id),
                new Event.UploadOpened(Uploads.Id(50), Slot.AppointmentDocument, Page.StampedCopy, null, null)
            )
            .State;
    }
}
