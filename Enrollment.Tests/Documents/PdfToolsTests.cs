using System.Diagnostics;
using System.Text;
using Enrollment.Documents;

namespace Enrollment.Tests.Documents;

/// <summary>What other people's programs say of the papers.</summary>
public sealed class PdfToolsTests
{
    public static TheoryData<DocumentKind> Kinds => [.. Enum.GetValues<DocumentKind>()];

    [Theory, MemberData(nameof(Kinds))]
    public async Task Qpdf_finds_no_fault(DocumentKind kind)
    {
        var (exitCode, output) = await Run(InstalledTool.Qpdf, Make(kind), "--check");
        Assert.Equal((0, ""), (exitCode, exitCode == 0 ? "" : output));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Fonts_are_embedded_TrueType_subsets_with_Unicode_maps(DocumentKind kind)
    {
        var (_, output) = await Run(InstalledTool.PdfFonts, Make(kind));
        var fonts = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(2).ToList();
        Assert.NotEmpty(fonts);
        Assert.All(fonts, font => Assert.Matches(@"^[A-Z]{6}\+\S+ +CID TrueType +Identity-H +yes yes yes ", font));
    }

    [Fact]
    public async Task Another_program_extracts_a_rare_name()
    {
        var (_, output) = await Run(InstalledTool.PdfToText, Make(DocumentKind.IntroductionLetter), "-", "-raw");
        Assert.Contains(
            "阿卜杜热西提·买买提䶮𬭎𠅤𨭎",
            output.Replace("\n", "", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
    }

    [Theory, MemberData(nameof(Kinds))]
    public void It_states_PDF_A_2b(DocumentKind kind)
    {
        var text = Encoding.Latin1.GetString(Make(kind));
        Assert.Contains("<pdfaid:part>2</pdfaid:part>", text, StringComparison.Ordinal);
        Assert.Contains("<pdfaid:conformance>B</pdfaid:conformance>", text, StringComparison.Ordinal);
    }

    /// <summary>No validator of PDF/A is among the packages: these are its demands that a file shows by itself.</summary>
    [Theory, MemberData(nameof(Kinds))]
    public void It_has_what_PDF_A_demands(DocumentKind kind)
    {
        var text = Encoding.Latin1.GetString(Make(kind));
        Assert.Contains("/OutputIntents", text, StringComparison.Ordinal);
        Assert.Contains("/S /GTS_PDFA1", text, StringComparison.Ordinal);
        Assert.Contains("/DestOutputProfile", text, StringComparison.Ordinal);
        Assert.Matches(@"/ID \[<([0-9a-f]{32})> <\1>\]", text);
        Assert.Contains("/Type /Metadata", text, StringComparison.Ordinal);
        Assert.DoesNotContain("/Encrypt", text, StringComparison.Ordinal);
        Assert.DoesNotContain("/JavaScript", text, StringComparison.Ordinal);
        Assert.DoesNotContain("/SMask", text, StringComparison.Ordinal);
        Assert.DoesNotContain("/Interpolate true", text, StringComparison.Ordinal);
        Assert.Equal(Count("/Type /FontDescriptor"), Count("/FontFile2"));

        int Count(string part) => text.Split(part).Length - 1;
    }

    [Fact]
    public void An_ordinary_registration_form_is_within_60_KB_and_its_photo()
    {
        var form = SamplePapers.Make(DocumentKind.RegistrationForm, SamplePapers.Ordinary with { Photo = [] });
        Assert.InRange(form.Bytes.Length, 1, 60_000);
    }

    private static byte[] Make(DocumentKind kind) => SamplePapers.Make(kind, SamplePapers.Longest).Bytes;

    private static async Task<(int ExitCode, string Output)> Run(string tool, byte[] pdf, params string[] arguments)
    {
        var file = Path.Combine(Path.GetTempPath(), $"paper-{Guid.NewGuid():N}.pdf");
        await File.WriteAllBytesAsync(file, pdf, TestContext.Current.CancellationToken);
        try
        {
            string[] ordered = arguments is ["-", .. var rest] ? [.. rest, file, "-"] : [.. arguments, file];
            var start = new ProcessStartInfo(tool, ordered) { UseShellExecute = false, RedirectStandardOutput = true };
            using var process = Process.Start(start)!;
            var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            return (process.ExitCode, output);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
