namespace Enrollment.Materials.Samples;

/// <summary>What a drawn image is inspected for: by the standards as they stand, on a day on which it is new.</summary>
internal static class SampleRequest
{
    /// <param name="page">The slot's first when it isn't named.</param>
    public static InspectionRequest For(Slot slot, Page? page = null) =>
        new()
        {
            Slot = slot,
            Page = page ?? Slots.Of(slot).Pages[0],
            Standards = new(),
            Now = new(2026, 4, 1, 9, 0, 0, TimeSpan.FromHours(8)),
        };
}
