using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Enrollment.Materials.Qr;
using Enrollment.Materials.Samples;

namespace Enrollment.Tests.Materials.Qr;

/// <summary>
/// The reader on generated scans of every version, level and kind, beside the reader that browsers use (zxing-wasm, run
/// in Node on the same pixels). A sixth of the scans with every run, all of them with the long proofs.
/// </summary>
public sealed class QrSetTests(ITestOutputHelper output) : IDisposable
{
    private const int Scans = 240;
    private const double LeastRead = 0.94;

    /// <summary>Of the scans, by which the other reader may be better.</summary>
    private const double MostBehind = 0.03;

    private static readonly int Step = Environment.GetEnvironmentVariable("ENROLLMENT_LONG") == "1" ? 1 : 6;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("qr-scans-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task As_many_scans_are_read_as_another_reader_reads()
    {
        var read = new HashSet<int>();
        // Five is prime to twenty versions, four levels of twenty each, and three kinds: a share holds some of all.
        var numbers = Enumerable.Range(0, Scans / Step).Select(i => i * 77 % Scans).ToList();
        foreach (var number in numbers)
        {
            var scan = new CodeScan(number);
            using var page = scan.Draw();
            var path = Path.Combine(_folder.FullName, $"{number}.{page.Width}x{page.Height}.grey");
            await File.WriteAllBytesAsync(path, page.GetPixelSpan().ToArray(), TestContext.Current.CancellationToken);
            var text = QrReader.Read(page.GetPixelSpan(), page.Width)?.Text;
            Assert.True(text is null || text == scan.Text, $"scan {number} is misread as {text}");
            if (text is not null)
            {
                read.Add(number);
            }
        }
        var other = await OtherReaderAsync();
        var otherRead = numbers.Where(number => other[$"{number}"] == new CodeScan(number).Text).ToHashSet();
        output.WriteLine($"{read.Count} of {numbers.Count} read; zxing {otherRead.Count}");
        output.WriteLine($"only zxing: {string.Join(", ", otherRead.Except(read).Order())}");
        output.WriteLine($"only here: {string.Join(", ", read.Except(otherRead).Order())}");
        Assert.True(read.Count >= LeastRead * numbers.Count, $"{read.Count} of {numbers.Count}");
        Assert.True(read.Count >= otherRead.Count - (MostBehind * numbers.Count), $"zxing reads {otherRead.Count}");
    }

    private async Task<Dictionary<string, string?>> OtherReaderAsync()
    {
        var tool = Path.Combine(Path.GetDirectoryName(ThisFile())!, "zxing");
        if (!Directory.Exists(Path.Combine(tool, "node_modules")))
        {
            await RunAsync("npm", tool, ["ci", "--no-audit", "--no-fund"]);
        }
        var answer = await RunAsync("node", tool, ["read.mjs", _folder.FullName]);
        return JsonSerializer.Deserialize<Dictionary<string, string?>>(answer)!;
    }

    private static async Task<string> RunAsync(string program, string folder, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        try
        {
            using var process = Process.Start(start)!;
            var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.True(process.ExitCode == 0, $"{program} ended with {process.ExitCode}");
            return output;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip($"There is no {program} on this machine.");
            throw;
        }
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
