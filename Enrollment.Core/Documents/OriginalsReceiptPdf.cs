using Enrollment.Collections;
using Enrollment.Documents.Layout;
using static Enrollment.Documents.Layout.Units;

namespace Enrollment.Documents;

/// <summary>原件收存凭证 (R12): the same list twice on one page, for the candidate and, below the tear line, for the branch.</summary>
public static class OriginalsReceiptPdf
{
    internal const string Title = "原件收存凭证";

    private static readonly string[] Heads = ["序号", "原件名称", "份数", "收存人", "收存时间"];
    private static readonly float[] Columns = [Mm(12), Mm(70), Mm(16), Mm(32), Mm(40)];

    public static byte[] Write(OriginalsReceiptContent content, PrintLabel label) =>
        PdfWriter.Write([Lay(content, label)], Title, label.PrintedOn);

    internal static Page Lay(OriginalsReceiptContent content, PrintLabel label)
    {
        var page = new Page();
        var body = PaperStyle.Body;
        var half = body.TopPart(A4Height / 2 - body.Top - Mm(5));
        WriteHalf(page, content, label, "（考生联）", half);
        page.Add(new Mark.Rule(Mm(10), A4Height / 2, A4Width - Mm(10), A4Height / 2, PaperStyle.Thin, Dashed: true));
        WriteHalf(page, content, label, "（存根联）", half with { Top = A4Height / 2 + Mm(5) });
        return page;
    }

    private static void WriteHalf(Page page, OriginalsReceiptContent content, PrintLabel label, string part, Area area)
    {
        PaperStyle.Code(page, area.RightPart(PaperStyle.CodeSide).TopPart(PaperStyle.CodeSide), label);
        var titles = area.TopPart(Mm(20)).Inset(PaperStyle.CodeSide + Mm(1), 0);
        page.Write(Title, PaperStyle.Title, titles.TopPart(Mm(9)), Align.Centre);
        page.Write(part, PaperStyle.Value, titles with { Top = titles.Top + Mm(10), Height = Mm(5) }, Align.Centre);

        var says = area with { Top = area.Top + Mm(24), Height = Mm(13) };
        var text =
            $"今收到{content.Name}（身份证号{content.IdentityNumber}）{content.Year}年在职干部研究生报名材料原件共{content.Originals.Sum(original => original.Copies)}份，清单如下，凭本凭证领回。";
        var fitted = Fitted.Into(says, text, PaperStyle.Value with { Leading = 1.4f }, PaperStyle.Smallest, indent: 2);
        page.Add(new PageBox("name", says, text, fitted.Percent));
        page.Write(fitted.Lines, fitted.Style, says, Align.Justified, Stand.Top);

        WriteList(
            page,
            content.Originals,
            area with
            {
                Top = says.Bottom,
                Height = area.Bottom - says.Bottom - SealPlace.Side - Mm(1),
            }
        );
        WriteFoot(page, content.BranchName, label, area.BottomPart(SealPlace.Side));
    }

    /// <summary>Both sign on the left; on the right the branch's name, and the day, under its seal.</summary>
    private static void WriteFoot(Page page, string branch, PrintLabel label, Area foot)
    {
        var left = foot.LeftPart(Mm(80));
        PaperStyle.SignatureLine(page, "考生签字：　", left.TopPart(Mm(16)), Mm(38));
        PaperStyle.SignatureLine(page, "经办人签字：", left.TopPart(Mm(28)), Mm(38));
        page.Write(PaperStyle.LabelLine(label), PaperStyle.Note, left, Align.Left, Stand.Bottom);

        var right = foot.RightPart(Mm(82));
        SealPlace.Write(page, right, "（盖章）");
        var name = right.TopPart(foot.Height / 2 - Mm(4));
        page.WriteFitted("branchName", branch, PaperStyle.Value, PaperStyle.Smallest, name, Align.Centre);
        var date = right with { Top = foot.Top + foot.Height / 2 + Mm(7), Height = Mm(8) };
        page.Write("年　　月　　日", PaperStyle.Value, date, Align.Centre);
    }

    private static void WriteList(Page page, ValueList<KeptOriginal> originals, Area area)
    {
        var height = Math.Min(Mm(7.5f), area.Height / (originals.Count + 1));
        var table = new Table(area.Left, area.Top, Columns, [.. Enumerable.Repeat(height, originals.Count + 1)]);
        foreach (var (column, head) in Heads.Index())
        {
            page.Write(head, PaperStyle.Label, table.Take(0, column), Align.Centre);
        }
        foreach (var (index, original) in originals.Index())
        {
            string[] texts =
            [
                $"{index + 1}",
                original.Name,
                $"{original.Copies}",
                original.ReceivedBy,
                original.ReceivedAt,
            ];
            foreach (var (column, text) in texts.Index())
            {
                var cell = table.Take(index + 1, column).Inset(Mm(1), Mm(0.2f));
                var style = PaperStyle.Value with { Size = 9.5f };
                page.WriteFitted($"originals[{index}]", text, style, PaperStyle.Smallest, cell, Align.Centre);
            }
        }
        table.Rule(page, PaperStyle.Thin, PaperStyle.Thick);
    }
}
