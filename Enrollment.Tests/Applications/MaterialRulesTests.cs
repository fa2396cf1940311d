using Enrollment.Applications;
using Enrollment.Materials;
using Enrollment.Seasons;
using Enrollment.Tests.Builders;

namespace Enrollment.Tests.Applications;

/// <summary>What must be uploaded before submission (R6, R7, R9), and that it is all told at once (R10).</summary>
public sealed class MaterialRulesTests
{
    private static readonly ImageId Extra = Uploads.Id(99);

    private static Form TwoDiplomas { get; } =
        SampleForm.Valid with
        {
            Education =
            [
                SampleForm.Valid.Education[0],
                SampleForm.Valid.Education[0] with
                {
                    Id = "e2",
                    Level = DiplomaLevel.Postgraduate,
                    School = "某某党校",
                },
            ],
        };

    private static ImageId BachelorImage =>
        AnApplication.Drafting().Filled(TwoDiplomas).State.ImagesIn(Slot.BachelorDiploma).Single().Id;

    private sealed record Case(AnApplication Given, params Shortcoming[] Then);

    private static Dictionary<string, Case> Cases { get; } =
        new(StringComparer.Ordinal)
        {
            ["A complete draft lacks nothing"] = new(AnApplication.Complete()),
            ["An empty required slot is named"] = new(
                AnApplication.Complete().With(new Event.ImageRemoved(Uploads.Id(1))),
                new Shortcoming(ShortcomingCode.SlotEmpty) { Slot = Slot.IdPhoto }
            ),
            ["An education entry without its diploma is named"] = new(
                AnApplication.Complete().With(RemovalOf(Slot.BachelorDiploma)),
                new Shortcoming(ShortcomingCode.DiplomaImageMissing) { Slot = Slot.BachelorDiploma, EntryId = "e1" }
            ),
            ["An empty slot is named once, not page by page"] = new(
                AnApplication.Complete().With(RemovalOf(Slot.IdentityCard)),
                new Shortcoming(ShortcomingCode.SlotEmpty) { Slot = Slot.IdentityCard }
            ),
            ["Of several diplomas the one without its image is named"] = new(
                AnApplication.Drafting().Filled(TwoDiplomas).With(new Event.ImageRemoved(BachelorImage)),
                new Shortcoming(ShortcomingCode.DiplomaImageMissing) { Slot = Slot.BachelorDiploma, EntryId = "e1" }
            ),
            ["Of several diplomas each has its image"] = new(AnApplication.Drafting().Filled(TwoDiplomas)),
            ["One side of the identity card wants the other"] = new(
                AnApplication
                    .Complete()
                    .With(
                        RemovalOf(Slot.IdentityCard),
                        new Event.UploadOpened(Extra, Slot.IdentityCard, Page.CardPortraitSide, null, null),
                        new Event.ImageReceived(Extra, Uploads.Sha256, ASeason.Opening),
                        new Event.ImageInspected(Extra, Uploads.Fine)
                    ),
                new Shortcoming(ShortcomingCode.PageMissing) { Slot = Slot.IdentityCard, Page = Page.CardEmblemSide }
            ),
            ["An upload that is under way is unfinished"] = new(
                AnApplication.Complete().With(Uploads.Opened(Extra, Slot.Other)),
                InOther(ShortcomingCode.UploadUnfinished)
            ),
            ["An image without a verdict is not inspected"] = new(
                AnApplication.Complete().With([.. Uploads.Received(Extra, Slot.Other)]),
                InOther(ShortcomingCode.NotInspected)
            ),
            ["An image that blocks is to be replaced"] = new(
                WithOther(Uploads.Blocked),
                InOther(ShortcomingCode.ImageBlocked)
            ),
            ["An image that warns is to be explained"] = new(
                WithOther(Uploads.Warned),
                InOther(ShortcomingCode.ExplanationMissing)
            ),
            ["An explained image is complete"] = new(
                WithOther(Uploads.Warned).With(new Event.ImageExplained(Extra, "原件装订"))
            ),
            ["An overruled finding no longer blocks"] = new(
                WithOther(Uploads.Blocked).With(new Event.FindingOverruled(Extra, FindingCode.TooFewBytes, "原件如此"))
            ),
            ["An image of an entry that was removed is to be removed too"] = new(
                AnApplication.Complete().With([.. Uploads.Of(Extra, Slot.BachelorDiploma, Uploads.Fine, "e9")]),
                new Shortcoming(ShortcomingCode.EntryGone) { Slot = Slot.BachelorDiploma, Image = Extra }
            ),
            ["Who has no title needs no certificate"] = new(
                AnApplication.Drafting().Filled(SampleForm.Valid with { TitleSeries = "无", TitleGrade = null })
            ),
            ["Outstanding consents are named"] = new(
                AnApplication
                    .Complete()
                    .In(ASeason.Current with { AdmissionRules = new("2026-2", "招生办法.pdf", "") }),
                new Shortcoming(ShortcomingCode.ConsentMissing) { Consent = ConsentKind.AdmissionRules }
            ),
        };

    public static TheoryData<string> Sentences => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Sentences))]
    public void What_is_missing_is_told(string sentence)
    {
        var (given, then) = Cases[sentence];

        var missing = Completeness.Of(given.Season, given.State, ChinaTime.DateOf(given.Now));

        Assert.Empty(missing.FormProblems);
        Assert.Equal(then, missing.Shortcomings);
    }

    [Theory]
    [InlineData(SchoolKind.National, true)]
    [InlineData(SchoolKind.Overseas, true)]
    [InlineData(SchoolKind.PartySchool, false)]
    public void The_record_is_required_by_the_kind_of_the_bachelors_diploma(SchoolKind kind, bool isRequired)
    {
        var form = SampleForm.Valid with { Education = [SampleForm.Valid.Education[0] with { Kind = kind }] };
        Assert.Equal(isRequired, MaterialRules.IsRequired(Slot.ChsiRecord, form));
    }

    [Theory]
    [InlineData(DiplomaLevel.JuniorCollege, Slot.JuniorCollegeDiploma)]
    [InlineData(DiplomaLevel.Postgraduate, Slot.PostgraduateDiploma)]
    public void A_diplomas_entry_makes_its_slot_required(DiplomaLevel level, Slot slot)
    {
        var form = SampleForm.Valid with { Education = [SampleForm.Valid.Education[0] with { Level = level }] };
        Assert.False(MaterialRules.IsRequired(slot, SampleForm.Valid));
        Assert.True(MaterialRules.IsRequired(slot, form));
    }

    [Fact]
    public void A_diploma_makes_its_slot_required_among_others() =>
        Assert.True(MaterialRules.IsRequired(Slot.PostgraduateDiploma, TwoDiplomas));

    [Fact]
    public void One_bachelors_diploma_of_several_kinds_makes_the_record_required()
    {
        var bachelor = SampleForm.Valid.Education[0];
        var form = SampleForm.Valid with
        {
            Education = [bachelor with { Kind = SchoolKind.PartySchool }, bachelor with { Id = "e2" }],
        };
        Assert.True(MaterialRules.IsRequired(Slot.ChsiRecord, form));
        Assert.True(MaterialRules.IsRequired(Slot.ChsiRecord, Form.Empty));
    }

    [Fact]
    public void A_required_diploma_is_named_before_any_entry_is() =>
        Assert.Contains(
            new Shortcoming(ShortcomingCode.SlotEmpty) { Slot = Slot.BachelorDiploma },
            MaterialRules.Shortcomings(Form.Empty, [])
        );

    private static Shortcoming InOther(ShortcomingCode code) => new(code) { Slot = Slot.Other, Image = Extra };

    private static AnApplication WithOther(Inspection inspection) =>
        AnApplication.Complete().With([.. Uploads.Of(Extra, Slot.Other, inspection)]);

    private static Event.ImageRemoved RemovalOf(Slot slot) =>
        new(AnApplication.Complete().State.ImagesIn(slot).Single().Id);
}
