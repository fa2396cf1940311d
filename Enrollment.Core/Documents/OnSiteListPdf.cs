using Enrollment.Documents.Layout;
using static Enrollment.Documents.Layout.Units;

namespace Enrollment.Documents;

/// <summary>现场报名材料清单 (R11, R12): what this candidate brings, what stays, where, when, and the fee.</summary>
public static class OnSiteListPdf
{
    internal const string Title = "现场报名材料清单";

    private static readonly float[] Columns = [Mm(10), Mm(44), Mm(79), Mm(12), Mm(14), Mm(11)];
    private static readonly string[] Heads = ["序号", "名称", "办理要求", "考生", "分院", "已备"];
    private static readonly float HeadHeight = Mm(9);
    private static readonly float RowHeight = Mm(15);
    private static readonly float HeaderHeight = Mm(25.5f);
    private static readonly float CheckBoxSide = Mm(3.4f);
    private static readonly TypeStyle NoticeType = PaperStyle.Value with { Size = 9.5f, Leading = 1.35f };

    private static readonly string[] Notices =
    [
        "所有打印材料使用A4纸，不得跨页打印；备案表、认证报告须打印在一页之内。",
        "国民教育本科毕业生能够提供教育部《学历证书电子注册备案表》的，硕士学位能够提供教育部学位认证报告的，可不提交原件；党校本科毕业生能够提供学历查询认证结果的，可不提交证书原件。",
        "原件审核通过后，使用支付宝或微信在现场缴费。",
    ];

    public static byte[] Write(OnSiteListContent content, PrintLabel label) =>
        PdfWriter.Write([Lay(content, label)], Title, label.PrintedOn);

    internal static Page Lay(OnSiteListContent content, PrintLabel label)
    {
        var page = new Page();
        var body = PaperStyle.Body;
        PaperStyle.Code(page, body.RightPart(PaperStyle.CodeSide).TopPart(PaperStyle.CodeSide), label);
        var titles = body.TopPart(HeaderHeight).Inset(PaperStyle.CodeSide + Mm(1), 0);
        var branch = PaperStyle.Title with { Size = 14 };
        page.WriteFitted("branchName", content.BranchName, branch, 9, titles.TopPart(Mm(8)), Align.Centre);
        page.Write(Title, PaperStyle.Title, titles with { Top = titles.Top + Mm(8), Height = Mm(10) }, Align.Centre);
        page.Write(
            PaperStyle.LabelLine(label),
            PaperStyle.Note,
            body.TopPart(HeaderHeight).BottomPart(Mm(5)),
            Align.Left
        );

        var facts = WriteFacts(page, content, body.Left, body.Top + HeaderHeight);
        var rows = WriteRows(page, content, body.Left, facts.Bottom + Mm(4));
        WriteNotices(page, body with { Top = rows.Bottom + Mm(3.5f), Height = body.Bottom - rows.Bottom - Mm(3.5f) });
        return page;
    }

    /// <summary>Numbered, the numbers in a margin of their own.</summary>
    private static void WriteNotices(Page page, Area area)
    {
        foreach (var (index, notice) in Notices.Index())
        {
            var text = area with { Left = area.Left + Mm(5), Width = area.Width - Mm(5) };
            var lines = new MeasuredText(notice, NoticeType.Face).Break(NoticeType, text.Width);
            page.Write($"{index + 1}.", NoticeType, area, Align.Left, Stand.Top);
            page.Write(lines, NoticeType, text, Align.Justified, Stand.Top);
            area = area with { Top = area.Top + lines.Count * NoticeType.LineHeight + Mm(0.6f) };
        }
    }

    private static Area WriteFacts(Page page, OnSiteListContent content, float left, float top)
    {
        var height = Mm(9);
        var table = new Table(left, top, [Mm(22), Mm(63), Mm(22), Mm(63)], [height, height, height, height]);
        Fact(0, 0, 1, "姓　　名", "name", content.Name);
        Fact(0, 2, 1, "报考专业", "programme", content.Programme);
        Fact(1, 0, 3, "现场时间", "time", content.Time);
        Fact(2, 0, 3, "现场地点", "place", content.Place);
        Fact(3, 0, 3, "缴　　费", "fee", content.Fee);
        table.Rule(page, PaperStyle.Thin, PaperStyle.Thick);
        return table.Whole;

        void Fact(int row, int column, int span, string label, string box, string value)
        {
            page.Write(label, PaperStyle.Label, table.Take(row, column), Align.Centre);
            var area = table.Take(row, column + 1, columnSpan: span).Inset(Mm(1.5f), Mm(0.5f));
            page.WriteFitted(box, value, PaperStyle.Value, PaperStyle.Smallest, area, Align.Left);
        }
    }

    private static Area WriteRows(Page page, OnSiteListContent content, float left, float top)
    {
        float[] heights = [HeadHeight, .. Enumerable.Repeat(RowHeight, content.Rows.Count)];
        var table = new Table(left, top, Columns, heights);
        foreach (var (column, head) in Heads.Index())
        {
            page.Write(head, PaperStyle.Label, table.Take(0, column), Align.Centre);
        }
        foreach (var (index, row) in content.Rows.Index())
        {
            var style = PaperStyle.Value;
            page.Write($"{index + 1}", style, table.Take(index + 1, 0), Align.Centre);
            Text(1, "name", row.Name);
            Text(2, "advice", row.Advice);
            page.Write(row.Fate == OnSiteFate.TakenBack ? "带回" : "", style, table.Take(index + 1, 3), Align.Centre);
            var kept = row.Fate switch
            {
                OnSiteFate.Kept => "留存",
                OnSiteFate.Waived => "免交",
                OnSiteFate.NotConcerned => "不适用",
                OnSiteFate.TakenBack => "",
            };
            page.Write(kept, style, table.Take(index + 1, 4), Align.Centre);
            var ready = table.Take(index + 1, 5);
            if (row.Fate != OnSiteFate.NotConcerned)
            {
                page.Add(new Mark.Frame(ready.Middle(CheckBoxSide, CheckBoxSide), PaperStyle.Thin));
            }

            void Text(int column, string box, string text)
            {
                var area = table.Take(index + 1, column).Inset(Mm(1.5f), Mm(0.5f));
                page.WriteFitted($"rows[{index}].{box}", text, style, PaperStyle.Smallest, area, Align.Left);
            }
        }
        table.Rule(page, PaperStyle.Thin, PaperStyle.Thick);
        return table.Whole;
    }
}
