using System.Diagnostics;
using Enrollment.Materials;
using Enrollment.Materials.Samples;

namespace Enrollment.Benchmarks.Materials;

/// <summary>
/// <c>memory</c>: 5,000 inspections one after the other, and what the process holds after each 500. Fails above 200 MB, or
/// when the second half needs more than the first. The files are drawn by another process, since drawing takes more memory
/// than inspecting.
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
        var folder = Directory.CreateTempSubdirectory("inspections-");
        try
        {
            using (var drawing = Process.Start(Environment.ProcessPath!, ["memory", folder.FullName]))
            {
                drawing.WaitForExit();
            }
            return Inspect(folder.GetFiles());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Right ones of every slot, and wrong ones that take other paths.</summary>
    public static int Draw(string folder)
    {
        foreach (var rule in Slots.All)
        {
            File.WriteAllBytes(Path.Combine(folder, $"{rule.Slot}.right.jpg"), SampleImages.Right(rule.Slot, 1));
        }
        foreach (
            var code in (ReadOnlySpan<FindingCode>)
                [FindingCode.Corrupt, FindingCode.NotColour, FindingCode.Tilted, FindingCode.QrUnreadable]
        )
        {
            var file = SampleImages.Wrong(code, Slot.ChsiRecord, 1);
            File.WriteAllBytes(Path.Combine(folder, $"{Slot.ChsiRecord}.{code}.jpg"), file);
        }
        return 0;
    }

    private static int Inspect(FileInfo[] files)
    {
        var resident = new List<long>();
        for (var i = 1; i <= Inspections; i++)
        {
            var file = files[i % files.Length];
            Inspector.Inspect(
                File.ReadAllBytes(file.FullName),
                SampleRequest.For(Enum.Parse<Slot>(file.Name.Split('.')[0]))
            );
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
}
