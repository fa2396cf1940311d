using BenchmarkDotNet.Attributes;
using Enrollment.Materials.Qr;
using Enrollment.Materials.Samples;

namespace Enrollment.Benchmarks.Materials;

/// <summary>Reading the code of an A4 scan at 200 DPI, in the mean over the generated set; decoding is not in it.</summary>
[MemoryDiagnoser]
public class QrBenchmarks
{
    private const int Scans = 40;
    private readonly List<(byte[] Luma, int Width)> _scans = [];

    [GlobalSetup]
    public void Setup()
    {
        for (var i = 0; i < Scans; i++)
        {
            using var page = new CodeScan(i * 77 % 240).Draw();
            _scans.Add((page.GetPixelSpan().ToArray(), page.Width));
        }
    }

    /// <summary>How many of them were read.</summary>
    [Benchmark(OperationsPerInvoke = Scans)]
    public int ReadCode() => _scans.Count(scan => QrReader.Read(scan.Luma, scan.Width) is not null);
}
