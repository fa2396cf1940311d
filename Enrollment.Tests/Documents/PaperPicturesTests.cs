using System.Diagnostics;
using Enrollment.Documents;
using SkiaSharp;

namespace Enrollment.Tests.Documents;

/// <summary>
/// The papers as poppler draws them are those in <c>docs/pictures</c>, but for what another version of it draws
/// differently: an unmeant change of layout fails. <c>UPDATE_DOCS=1</c> writes them anew.
/// </summary>
public sealed class PaperPicturesTests
{
    private const int Dpi = 75;

    /// <summary>A pixel differs when its grey does by more than this, of 255.</summary>
    private const int Tolerance = 96;

    /// <summary>Of all pixels; a line of text that moved is more.</summary>
    private const double MostThatDiffer = 0.002;

    private static readonly string[] WholePages = ["ordinary", "shortest", "longest"];

    /// <summary>Down to the email: what a name changes.</summary>
    private const int NamesHeight = 240;

    public static TheoryData<string, DocumentKind, string> Pictures =>
        new()
        {
            { "registration-form", DocumentKind.RegistrationForm, "ordinary" },
            { "registration-form-shortest", DocumentKind.RegistrationForm, "shortest" },
            { "registration-form-longest", DocumentKind.RegistrationForm, "longest" },
            { "registration-form-minority", DocumentKind.RegistrationForm, "minority" },
            { "registration-form-two-characters", DocumentKind.RegistrationForm, "two-characters" },
            { "registration-form-eight-characters", DocumentKind.RegistrationForm, "eight-characters" },
            { "introduction-letter", DocumentKind.IntroductionLetter, "ordinary" },
            { "introduction-letter-shortest", DocumentKind.IntroductionLetter, "shortest" },
            { "introduction-letter-longest", DocumentKind.IntroductionLetter, "longest" },
            { "on-site-list", DocumentKind.OnSiteList, "ordinary" },
            { "on-site-list-longest", DocumentKind.OnSiteList, "longest" },
            { "originals-receipt", DocumentKind.OriginalsReceipt, "ordinary" },
        };

    [Theory, MemberData(nameof(Pictures))]
    public async Task A_paper_looks_as_it_did(string name, DocumentKind kind, string which)
    {
        var height = kind == DocumentKind.RegistrationForm && !WholePages.Contains(which) ? NamesHeight : 0;
        var drawn = await Draw(SamplePapers.Make(kind, SamplePapers.Named(which)).Bytes, height);
        var file = Repository.PathTo("docs", "pictures", $"{name}.png");
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllBytesAsync(file, drawn, TestContext.Current.CancellationToken);
        }
        Assert.InRange(
            PartThatDiffers(drawn, await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken)),
            0,
            MostThatDiffer
        );
    }

    /// <param name="pdf">One page.</param>
    /// <param name="height">How much of it from the top, in pixels; 0 for all.</param>
    private static async Task<byte[]> Draw(byte[] pdf, int height)
    {
        string[] arguments = ["-r", $"{Dpi}", "-H", $"{height}", "-gray", "-png", "-singlefile", "-"];
        var start = new ProcessStartInfo(InstalledTool.PdfToPpm, arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        using var picture = new MemoryStream();
        var reading = process.StandardOutput.BaseStream.CopyToAsync(picture, TestContext.Current.CancellationToken);
        await process.StandardInput.BaseStream.WriteAsync(pdf, TestContext.Current.CancellationToken);
        process.StandardInput.Close();
        await reading;
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return picture.ToArray();
    }

    private static double PartThatDiffers(byte[] drawn, byte[] kept)
    {
        var (one, other) = (Greys(drawn), Greys(kept));
        Assert.Equal(other.Length, one.Length);
        return one.Zip(other).Count(pair => Math.Abs(pair.First - pair.Second) > Tolerance) / (double)one.Length;
    }

    private static byte[] Greys(byte[] png)
    {
        using var bitmap = SKBitmap.Decode(png);
        return [.. bitmap.Pixels.Select(pixel => pixel.Red)];
    }
}
