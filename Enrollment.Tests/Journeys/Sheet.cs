using Enrollment.Materials.Qr;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;

namespace Enrollment.Tests.Journeys;

/// <summary>A paper that came as a PDF, looked at as a person and a scanner would.</summary>
internal sealed record Sheet(string Text, string Code)
{
    private const int PixelsPerPoint = 8;

    /// <summary>White space around the code, in pixels: more than the four modules that a reader needs.</summary>
    private const int Quiet = 64;

    /// <summary>The only page, upright A4, and the code that is printed on it.</summary>
    public static Sheet Read(byte[] pdf)
    {
        using var document = PdfDocument.Open(pdf);
        var page = Assert.Single(document.GetPages());
        Assert.Equal(PageSize.A4, page.Size);
        // No other figure of a paper has as many parts as the code has dark runs.
        var code = page.Paths.Where(path => path.IsFilled).MaxBy(path => path.Count);
        Assert.NotNull(code);
        return new(page.Text, Scan([.. code.Select(run => run.GetBoundingRectangle()).OfType<PdfRectangle>()]));
    }

    private static string Scan(IReadOnlyList<PdfRectangle> runs)
    {
        var (left, top) = (runs.Min(run => run.Left), runs.Max(run => run.Top));
        var side = Pixels(runs.Max(run => run.Right) - left) + (2 * Quiet);
        var luma = new byte[side * side];
        luma.AsSpan().Fill(byte.MaxValue);
        foreach (var run in runs)
        {
            var (from, length) = (Quiet + Pixels(run.Left - left), Pixels(run.Width));
            for (var row = Pixels(top - run.Top); row < Pixels(top - run.Bottom); row++)
            {
                luma.AsSpan(((row + Quiet) * side) + from, length).Clear();
            }
        }
        return QrReader.Read(luma, side)?.Text ?? throw new InvalidDataException("The printed code can't be read.");
    }

    private static int Pixels(double points) => (int)Math.Round(points * PixelsPerPoint);
}
