using System.Diagnostics;
using Enrollment.Materials;
using Enrollment.Materials.Samples;

namespace Enrollment.Benchmarks.Materials;

/// <summary>
/// <c>memory</c>: 5,000 inspections one after the other, and what the process holds after each 500. Fails above 200 MB, or
/// when the second half needs more than the first.
/// </summary>
internal static class MemoryRun
{
    private const int Inspections = 5_000;
    private const int Step = 500;
    private const long MostBytes = 200_000_000;

    /// <summary>Of what it was at half-time; the system gives and takes back pages as it likes.</summary>
    private const double MostGrowth = 1.05;

    public static int Run()
    {
        var images = Images();
        var resident = new List<long>();
        for (var i = 1; i <= Inspections; i++)
        {
            var (file, request) = images[i % images.Count];
            Inspector.Inspect(file, request);
            if (i % Step == 0)
            {
                resident.Add(Process.GetCurrentProcess().WorkingSet64);
                Console.WriteLine($"{i, 5} inspections: {resident[^1] / 1_000_000.0:0.0} MB resident");
            }
        }
        var half = resident[..(resident.Count / 2)].Max();
        var isFlat = resident[^1] <= MostGrowth * half && resident.Max() <= MostBytes;
        Console.WriteLine(isFlat ? "flat" : "NOT flat");
        return isFlat ? 0 : 1;
    }

    /// <summary>Right ones of every slot, and wrong ones that take other paths.</summary>
    private static List<(byte[] File, InspectionRequest Request)> Images()
    {
        FindingCode[] wrong =
        [
            FindingCode.Corrupt,
            FindingCode.NotColour,
            FindingCode.Tilted,
            FindingCode.QrUnreadable,
        ];
        return
        [
            .. Slots.All.Select(rule => (SampleImages.Right(rule.Slot, 1), For(rule.Slot))),
            .. wrong.Select(code => (SampleImages.Wrong(code, Slot.ChsiRecord, 1), For(Slot.ChsiRecord))),
        ];
    }

    private static InspectionRequest For(Slot slot) =>
        new()
        {
            Slot = slot,
            Page = Slots.Of(slot).Pages[0],
            Standards = new(),
            Now = new(2026, 4, 1, 9, 0, 0, TimeSpan.FromHours(8)),
        };
}
