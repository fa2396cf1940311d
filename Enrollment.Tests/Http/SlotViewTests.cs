using Enrollment.Api;
using Enrollment.Api.Candidates;
using Enrollment.Applications;
using Enrollment.Materials;
using Enrollment.Seasons;
using Enrollment.Tests.Applications;
using Enrollment.Tests.Builders;

namespace Enrollment.Tests.Http;

/// <summary>Candidates share a list of slots, but only with those who are to see the same.</summary>
public sealed class SlotViewTests
{
    [Fact]
    public void The_same_is_one_list_and_another_form_language_or_standard_is_another()
    {
        var (season, form) = (ASeason.Current, SampleForm.Valid);
        var stricter = season with { ImageStandards = season.ImageStandards with { ScanMaxBytes = 123_456 } };

        var one = SlotsOf(season, form, Language.Chinese);

        Assert.Same(one, SlotsOf(season, form with { Post = "科员" }, Language.Chinese));
        Assert.Equal(("专业技术职称证书", true), (TitleOf(one).Name, TitleOf(one).IsRequired));
        Assert.False(TitleOf(SlotsOf(season, form with { TitleSeries = "无" }, Language.Chinese)).IsRequired);
        Assert.Equal("Professional title certificate", TitleOf(SlotsOf(season, form, Language.English)).Name);
        Assert.Equal(123_456, TitleOf(SlotsOf(stricter, form, Language.Chinese)).MaxBytes);
        Assert.Equal(
            Slots.All.Where(rule => MaterialRules.IsRequired(rule.Slot, form)).Select(rule => rule.Slot),
            one.Items.Where(slot => slot.IsRequired).Select(slot => slot.Slot)
        );
    }

    private static SharedList<SlotView> SlotsOf(Season season, Form form, Language language)
    {
        var application = AnApplication.Complete();
        return CandidatePage.Of(season, application.State with { Form = form }, application.Now, language).Slots;
    }

    private static SlotView TitleOf(SharedList<SlotView> slots) =>
        Assert.Single(slots.Items, slot => slot.Slot == Slot.ProfessionalTitle);
}
