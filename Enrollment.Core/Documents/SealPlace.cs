using Enrollment.Documents.Layout;
using static Enrollment.Documents.Layout.Units;

namespace Enrollment.Documents;

/// <summary>Where a seal (公章) goes: room for 42 mm, the largest that units and county departments have.</summary>
internal static class SealPlace
{
    public static readonly float Side = Mm(42);

    /// <param name="page">The page.</param>
    /// <param name="within">Where it stands, in the middle; no smaller than the seal.</param>
    /// <param name="caption">Printed in its centre.</param>
    public static void Write(Page page, Area within, string caption)
    {
        var place = within.Middle(Side, Side);
        page.AddSeal(place);
        page.Write(caption, PaperStyle.Value, place, Align.Centre);
    }
}
