using System.Globalization;

namespace Enrollment.Benchmarks.Load;

/// <summary>How long something took, many times, in milliseconds.</summary>
internal static class Latencies
{
    public static void Tell(string what, IEnumerable<double> milliseconds)
    {
        var sorted = milliseconds.Order().ToList();
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{what}: median {At(sorted, 50):0.0} ms, p95 {At(sorted, 95):0.0} ms, p99 {At(sorted, 99):0.0} ms"
            )
        );
    }

    private static double At(List<double> sorted, int percent) =>
        sorted.Count == 0 ? 0 : sorted[Math.Min(sorted.Count * percent / 100, sorted.Count - 1)];
}
