using Enrollment.Materials;

namespace Enrollment.Tests.Materials;

public sealed class SlotsTests
{
    [Fact]
    public void The_table_holds_every_slot_in_the_guides_order() =>
        Assert.Equal(Enum.GetValues<Slot>(), Slots.All.Select(rule => rule.Slot));

    [Fact]
    public void A_wire_name_leads_back_to_its_slot()
    {
        foreach (var rule in Slots.All)
        {
            Assert.True(Slots.TryParse(rule.WireName, out var slot));
            Assert.Equal(rule.Slot, slot);
        }
    }

    [Theory]
    [InlineData("IdPhoto")]
    [InlineData("1")]
    [InlineData("")]
    [InlineData(null)]
    public void Anything_else_is_no_slot(string? wireName) => Assert.False(Slots.TryParse(wireName, out _));

    [Fact]
    public void Every_page_belongs_to_a_slot_and_has_a_name_in_both_languages()
    {
        foreach (var page in Enum.GetValues<Page>())
        {
            Assert.Contains(Slots.All, rule => rule.Pages.Contains(page));
            Assert.NotEmpty(Slots.NameOf(page, Language.Chinese));
            Assert.NotEmpty(Slots.NameOf(page, Language.English));
        }
    }

    [Fact]
    public void Only_the_portrait_has_no_paper() =>
        Assert.Equal([Slot.IdPhoto], Slots.All.Where(rule => rule.Papers.Count == 0).Select(rule => rule.Slot));
}
