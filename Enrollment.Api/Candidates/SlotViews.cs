using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Enrollment.Applications;
using Enrollment.Collections;
using Enrollment.Materials;
using Enrollment.Seasons;

namespace Enrollment.Api.Candidates;

/// <summary>
/// The slots as a candidate sees them. Only what is required differs from one to the other, so that whoever must upload the
/// same is shown the same list: with its advice it is half of the page's answer.
/// </summary>
internal static class SlotViews
{
    private static readonly ConditionalWeakTable<
        ImageStandards,
        ConcurrentDictionary<(Language Language, int Required), SharedList<SlotView>>
    > Known = [];

    public static SharedList<SlotView> Of(Season season, Form form, Language language) =>
        Known
            .GetValue(season.ImageStandards, _ => new())
            .GetOrAdd(
                (language, RequiredBy(form)),
                static (key, standards) =>
                    new(
                        Slots
                            .All.Select(rule =>
                                SlotView.Of(rule, (key.Required & BitOf(rule)) != 0, standards, key.Language)
                            )
                            .ToValueList()
                    ),
                season.ImageStandards
            );

    /// <returns>A bit for each slot that must hold an image.</returns>
    private static int RequiredBy(Form form) =>
        Slots.All.Where(rule => MaterialRules.IsRequired(rule.Slot, form)).Sum(BitOf);

    private static int BitOf(SlotRule rule) => 1 << (int)rule.Slot;
}
