using Enrollment.Applications;
using Enrollment.Collections;
using Enrollment.Materials;

namespace Enrollment.Tests.Builders;

/// <summary>Uploads as events: opened, received, inspected.</summary>
internal static class Uploads
{
    public static Inspection Fine { get; } = new() { Findings = [], Bytes = 450_000 };

    public static Inspection Warned { get; } =
        Fine with
        {
            Findings = [new(FindingCode.Tilted, Severity.Warns, "3.1°", "≤ 2°")],
        };

    public static Inspection Blocked { get; } =
        Fine with
        {
            Findings = [new(FindingCode.TooFewBytes, Severity.Blocks, "96 KB", "400–600 KB")],
        };

    public static string Sha256 { get; } = new('b', 64);

    /// <summary>The n-th image's id.</summary>
    public static ImageId Id(int number) => ImageId.Parse($"{number:x32}");

    /// <summary>One fine image in every slot that the form asks for, numbered from 1 in the order of the slots.</summary>
    public static IEnumerable<Event> ImagesFor(Form form) =>
        Slots
            .All.Where(rule => MaterialRules.IsRequired(rule.Slot, form))
            .SelectMany(rule => EntriesOf(rule, form).Select(entryId => (rule.Slot, EntryId: entryId)))
            .SelectMany((wanted, index) => Of(Id(index + 1), wanted.Slot, Fine, wanted.EntryId));

    private static IEnumerable<string?> EntriesOf(SlotRule rule, Form form) =>
        rule.PerEntry
            ? form.Education.Where(entry => entry.Slot == rule.Slot).Select(string? (entry) => entry.Id)
            : [null];

    /// <summary>An image with the slot's usual page.</summary>
    public static ValueList<Event> Of(ImageId id, Slot slot, Inspection inspection, string? entryId = null) =>
        [.. Received(id, slot, entryId), new Event.ImageInspected(id, inspection)];

    public static ValueList<Event> Received(ImageId id, Slot slot, string? entryId = null) =>
        [Opened(id, slot, entryId), new Event.ImageReceived(id, Sha256, ASeason.Opening)];

    public static Event.UploadOpened Opened(ImageId id, Slot slot, string? entryId = null) =>
        new(id, slot, Slots.Of(slot).Pages[0], entryId, "扫描.jpg");
}
