using Enrollment.Documents.Fonts;
using Enrollment.Documents.Layout;
using QRCoder;
using static Enrollment.Documents.Layout.Units;

namespace Enrollment.Documents;

/// <summary>What the four papers have in common: type, margins, titles, the code in the corner.</summary>
internal static class PaperStyle
{
    /// <summary>The smallest type on any paper, in points (R11).</summary>
    public const float Smallest = 8;

    public const float Thin = 0.5f;
    public const float Thick = 1.2f;

    /// <summary>What stays free between a rule and the text below or above it.</summary>
    public static readonly float AboveText = Mm(0.7f);

    public static readonly TypeStyle Title = new(Face.Sans, 20);
    public static readonly TypeStyle Label = new(Face.Sans, 9.5f, 1.2f);
    public static readonly TypeStyle LabelInTwo = Label with { Size = 8.5f };
    public static readonly TypeStyle Value = new(Face.Serif, 10.5f, 1.2f);
    public static readonly TypeStyle Note = new(Face.Serif, 8);

    /// <summary>25 mm on the left for binding, 15 mm on the right.</summary>
    public static readonly Area Body = new(Mm(25), Mm(10), A4Width - Mm(40), A4Height - Mm(20));

    public const float CodeSide = 62;

    /// <summary>The signed code, with the number and version that a person can read.</summary>
    public static void Code(Page page, Area area, PrintLabel label)
    {
        if (label.Code.Length == 0)
        {
            return;
        }
        using var data = QRCodeGenerator.GenerateQrCode(label.Code, QRCodeGenerator.ECCLevel.M);
        var quiet = 4;
        var side = data.ModuleMatrix.Count - 2 * quiet;
        var modules = new bool[side, side];
        for (var row = 0; row < side; row++)
        {
            for (var column = 0; column < side; column++)
            {
                modules[row, column] = data.ModuleMatrix[row + quiet][column + quiet];
            }
        }
        page.Add(new Mark.Code(modules, area));
    }

    /// <summary>"报名号：…　第 1 版　打印日期：…"</summary>
    public static string LabelLine(PrintLabel label) =>
        $"报名号：{label.Number}　　第{label.Version}版　　打印日期：{Date(label.PrintedOn)}";

    public static string Date(DateOnly date) => $"{date.Year}年{date.Month}月{date.Day}日";

    /// <summary>"签字：" and a line to write on, at the area's foot; returns nothing to measure, for it is all ours.</summary>
    public static void SignatureLine(Page page, string caption, Area area, float lineWidth)
    {
        var type = Value with { Size = 9.5f };
        var captionWidth = new MeasuredText(caption, type.Face).Width * type.Size;
        page.Write(caption, type, area.LeftPart(captionWidth + 1), Align.Left, Stand.Bottom);
        var from = area.Left + captionWidth + 2;
        page.Add(new Mark.Rule(from, area.Bottom, from + lineWidth, area.Bottom, Thin));
    }
}
