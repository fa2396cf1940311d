using Enrollment.Collections;
using Enrollment.Materials;

namespace Enrollment.Applications;

/// <summary>Which slots must hold which pages, by what the form says (R7).</summary>
public static class MaterialRules
{
    public static IEnumerable<Shortcoming> Shortcomings(Form form, ValueList<Image> images) =>
        [
            .. Slots.All.SelectMany(rule => OfSlot(rule, form, images)),
            .. images.SelectMany(image => OfImage(form, image)),
        ];

    /// <summary>Whether a slot must hold an image, by its own rule and by the form.</summary>
    public static bool IsRequired(Slot slot, Form form) =>
        Slots.Of(slot).Required switch
        {
            SlotRequirement.Always => true,
            SlotRequirement.Never => false,
            SlotRequirement.WithItsEntry => form.Education.Any(entry => entry.Slot == slot),
            SlotRequirement.Conditional => slot switch
            {
                Slot.ProfessionalTitle => !form.HasNoTitle,
                // The record of a 国民教育 or 境外 bachelor's diploma; for 党校 the original does (R12).
                Slot.ChsiRecord => Bachelors(form).Any(entry => entry.Kind != SchoolKind.PartySchool)
                    || !Bachelors(form).Any(),
                _ => throw new System.Diagnostics.UnreachableException(),
            },
        };

    private static IEnumerable<EducationEntry> Bachelors(Form form) =>
        form.Education.Where(entry => entry.Level == DiplomaLevel.Bachelor);

    private static IEnumerable<Shortcoming> OfSlot(SlotRule rule, Form form, ValueList<Image> images)
    {
        var own = images.Where(image => image.Slot == rule.Slot).ToList();
        if (rule.PerEntry)
        {
            var withoutImage = form.Education.Where(entry =>
                entry.Slot == rule.Slot && own.TrueForAll(image => image.EntryId != entry.Id)
            );
            foreach (var entry in withoutImage)
            {
                yield return new(ShortcomingCode.DiplomaImageMissing) { Slot = rule.Slot, EntryId = entry.Id };
            }
        }
        if (own.Count == 0)
        {
            if (IsRequired(rule.Slot, form) && !(rule.PerEntry && form.Education.Any(entry => entry.Slot == rule.Slot)))
            {
                yield return new(ShortcomingCode.SlotEmpty) { Slot = rule.Slot };
            }
            yield break;
        }
        foreach (var page in MissingPages(rule.Slot, own))
        {
            yield return new(ShortcomingCode.PageMissing) { Slot = rule.Slot, Page = page };
        }
    }

    /// <summary>
    /// Both sides of the card. Which pages an appointment document has only a reader can tell (one sheet may hold first
    /// page, name and seal), so its pages are the reviewer's to judge.
    /// </summary>
    private static IEnumerable<Page> MissingPages(Slot slot, List<Image> own) =>
        slot == Slot.IdentityCard && own.TrueForAll(image => image.Page != Page.CardBothSides)
            ? new[] { Page.CardPortraitSide, Page.CardEmblemSide }.Where(page =>
                own.TrueForAll(image => image.Page != page)
            )
            : [];

    private static IEnumerable<Shortcoming> OfImage(Form form, Image image)
    {
        ShortcomingCode? code = image switch
        {
            { ReceivedAt: null } => ShortcomingCode.UploadUnfinished,
            { Inspection: null } => ShortcomingCode.NotInspected,
            { IsBlocked: true } => ShortcomingCode.ImageBlocked,
            { NeedsExplanation: true } => ShortcomingCode.ExplanationMissing,
            { EntryId: { } entryId } when form.Education.All(entry => entry.Id != entryId) => ShortcomingCode.EntryGone,
            _ => null,
        };
        if (code is { } found)
        {
            yield return new(found) { Slot = image.Slot, Image = image.Id };
        }
    }
}
