using Enrollment.Documents.Fonts;
using Enrollment.Documents.Layout;
using SkiaSharp;

namespace Enrollment.Documents;

/// <summary>
/// Pages to PDF/A-2b: fonts are cut to the characters used, text keeps its characters on extraction, and the same
/// pages give the same bytes.
/// </summary>
internal static class PdfWriter
{
    /// <param name="pages">One or more A4 pages.</param>
    /// <param name="title">Shown by viewers.</param>
    /// <param name="date">Stands as the date of making; a clock would make every print differ.</param>
    public static byte[] Write(IReadOnlyList<Page> pages, string title, DateOnly date)
    {
        using var cuts = new FontCuts(pages);
        using var stream = new SKDynamicMemoryWStream();
        var made = date.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        var metadata = new SKDocumentPdfMetadata
        {
            Title = title,
            Producer = "Enrollment",
            Creation = made,
            Modified = made,
            PdfA = true,
            RasterDpi = 300,
            EncodingQuality = 101,
        };
        using (var document = SKDocument.CreatePdf(stream, metadata))
        {
            foreach (var page in pages)
            {
                Draw(page, document.BeginPage(Units.A4Width, Units.A4Height), cuts);
                document.EndPage();
            }
            document.Close();
        }
        using var written = stream.DetachAsData();
        return PdfIdentity.Settle(written.AsSpan());
    }

    private static void Draw(Page page, SKCanvas canvas, FontCuts cuts)
    {
        using var fill = new SKPaint { Color = SKColors.Black };
        foreach (var mark in page.Marks)
        {
            switch (mark)
            {
                case Mark.Text text:
                    DrawText(text, canvas, cuts, fill);
                    break;
                case Mark.Rule rule:
                    using (var pen = Pen(rule.Thickness, rule.Dashed))
                    {
                        canvas.DrawLine(rule.X1, rule.Y1, rule.X2, rule.Y2, pen);
                    }
                    break;
                case Mark.Frame frame:
                    using (var pen = Pen(frame.Thickness))
                    {
                        canvas.DrawRect(Rect(frame.Area), pen);
                    }
                    break;
                case Mark.Picture picture:
                    DrawPicture(picture, canvas);
                    break;
                case Mark.Code code:
                    DrawCode(code, canvas, fill);
                    break;
            }
        }
    }

    /// <summary>
    /// A run ends where the face changes (a rare character in the middle of a line), so that the text is extracted in
    /// its order.
    /// </summary>
    private static void DrawText(Mark.Text text, SKCanvas canvas, FontCuts cuts, SKPaint fill)
    {
        using var builder = new SKTextBlobBuilder();
        for (var start = 0; start < text.Characters.Count; )
        {
            var face = text.Characters[start].Face;
            var run = text.Characters.Skip(start).TakeWhile(placed => placed.Face == face).ToList();
            using var font = new SKFont(cuts[face], text.Size)
            {
                Subpixel = true,
                LinearMetrics = true,
                Hinting = SKFontHinting.None,
                Edging = SKFontEdging.Antialias,
            };
            var glyphs = run.Select(placed => font.GetGlyph(placed.Rune.Value)).ToArray();
            builder.AddHorizontalRun(glyphs, font, run.Select(placed => placed.X).ToArray(), 0);
            start += run.Count;
        }
        using var blob = builder.Build();
        canvas.DrawText(blob, text.X, text.Baseline, fill);
    }

    private static void DrawPicture(Mark.Picture picture, SKCanvas canvas)
    {
        using var data = SKData.CreateCopy(picture.Jpeg);
        using var image =
            SKImage.FromEncodedData(data) ?? throw new InvalidOperationException("The photo is no readable image.");
        canvas.DrawImage(image, Rect(picture.Area), new SKSamplingOptions(SKCubicResampler.Mitchell));
    }

    /// <summary>
    /// One path of the runs of dark modules, row by row: without hairlines between them, and in whole numbers, which
    /// take a tenth of the bytes.
    /// </summary>
    private static void DrawCode(Mark.Code code, SKCanvas canvas, SKPaint fill)
    {
        var count = code.Modules.GetLength(0);
        using var path = new SKPathBuilder();
        for (var row = 0; row < count; row++)
        {
            for (var column = 0; column < count; column++)
            {
                var from = column;
                while (column < count && code.Modules[row, column])
                {
                    column++;
                }
                if (column > from)
                {
                    path.AddRect(new(from, row, column, row + 1));
                }
            }
        }
        using var modules = path.Detach();
        canvas.Save();
        canvas.Translate(code.Area.Left, code.Area.Top);
        canvas.Scale(code.Area.Width / count);
        canvas.DrawPath(modules, fill);
        canvas.Restore();
    }

    private static SKRect Rect(Area area) => new(area.Left, area.Top, area.Right, area.Bottom);

    private static SKPaint Pen(float thickness, bool dashed = false) =>
        new()
        {
            Color = SKColors.Black,
            IsStroke = true,
            StrokeWidth = thickness,
            PathEffect = dashed ? SKPathEffect.CreateDash([4, 3], 0) : null,
        };

    /// <summary>The cuts of the fonts for one document.</summary>
    private sealed class FontCuts : IDisposable
    {
        private readonly Dictionary<Face, SKTypeface> cuts;

        public FontCuts(IReadOnlyList<Page> pages) =>
            cuts = pages
                .SelectMany(page => page.Marks.OfType<Mark.Text>())
                .SelectMany(text => text.Characters)
                .GroupBy(placed => placed.Face, placed => placed.Rune.Value)
                .ToDictionary(face => face.Key, face => face.Key.File().Cut(face.Distinct()));

        public SKTypeface this[Face face] => cuts[face];

        public void Dispose()
        {
            foreach (var cut in cuts.Values)
            {
                cut.Dispose();
            }
        }
    }
}
