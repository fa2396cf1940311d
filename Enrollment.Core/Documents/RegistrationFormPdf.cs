using Enrollment.Documents.Layout;
using static Enrollment.Documents.Layout.Units;

namespace Enrollment.Documents;

/// <summary>《在职干部研究生报名登记表》 (R11): one A4 page, which two offices stamp and a personnel file keeps for decades.</summary>
public static class RegistrationFormPdf
{
    /// <summary>More diplomas than anybody has; they would leave the work history no room.</summary>
    private const int MostEducationRows = 8;

    private static readonly float HeaderHeight = Mm(25.5f);
    private static readonly float RowHeight = Mm(8.2f);
    private static readonly float EducationHeaderHeight = Mm(6);
    private static readonly float EducationRowHeight = Mm(7.5f);
    private static readonly float CommitmentHeight = Mm(17);
    private static readonly float OpinionHeight = Mm(50);
    private static readonly float FooterHeight = Mm(5);

    public static byte[] Write(RegistrationFormContent content, PrintLabel label) =>
        PdfWriter.Write([Lay(content, label)], TitleOf(content), label.PrintedOn);

    internal static string TitleOf(RegistrationFormContent content) => $"{content.Year}年在职干部研究生报名登记表";

    internal static Page Lay(RegistrationFormContent content, PrintLabel label)
    {
        var page = new Page();
        var body = PaperStyle.Body;
        WriteHeader(page, content, label, body.TopPart(HeaderHeight));
        var table = body with { Top = body.Top + HeaderHeight, Height = body.Height - HeaderHeight - FooterHeight };

        var person = new PersonTable(table.Left, table.Top, RowHeight);
        person.Write(page, content);
        var rest = Below(table, person.Height);

        var educationRows = Math.Max(3, content.Education.Count);
        var percent = 100.0 * content.Education.Count / MostEducationRows;
        page.Add(new PageBox("education", rest.TopPart(0), "", percent));
        var education = rest.TopPart(EducationHeaderHeight + educationRows * EducationRowHeight);
        EducationTable.Write(page, content.Education, education, EducationHeaderHeight, educationRows);
        rest = Below(rest, education.Height);

        var history = rest.TopPart(rest.Height - CommitmentHeight - OpinionHeight);
        HistoryBox.Write(page, content.WorkHistory, Labelled(page, "工作简历", history).Inset(Mm(2), Mm(1.2f)));
        rest = Below(rest, history.Height);

        WriteCommitment(page, content.Commitment, rest.TopPart(CommitmentHeight));
        WriteOpinions(page, content.SealNeeded, Below(rest, CommitmentHeight));
        page.Add(new Mark.Frame(table, PaperStyle.Thick));
        page.Write(
            "本表一式三份，A4纸单面打印，不得跨页、涂改。",
            PaperStyle.Note,
            body.BottomPart(FooterHeight),
            Align.Left,
            Stand.Bottom
        );
        return page;
    }

    private static void WriteHeader(Page page, RegistrationFormContent content, PrintLabel label, Area area)
    {
        PaperStyle.Code(page, area.RightPart(PaperStyle.CodeSide).TopPart(PaperStyle.CodeSide), label);
        var titles = area.Inset(PaperStyle.CodeSide + Mm(1), 0);
        var branch = PaperStyle.Title with { Size = 14 };
        page.WriteFitted("branchName", content.BranchName, branch, 9, titles.TopPart(Mm(8)), Align.Centre);
        var title = titles with { Top = titles.Top + Mm(8), Height = Mm(10) };
        page.Write(TitleOf(content), PaperStyle.Title, title, Align.Centre);
        page.Write(PaperStyle.LabelLine(label), PaperStyle.Note, area.BottomPart(Mm(5)), Align.Left);
    }

    private static void WriteCommitment(Page page, string commitment, Area area)
    {
        var text = Labelled(page, "本人承诺", area).Inset(Mm(2), Mm(1.5f));
        var style = PaperStyle.Value with { Size = 9.5f };
        var words = text.TopPart(Mm(8.5f));
        var fitted = Fitted.Into(words, commitment, style, PaperStyle.Smallest, indent: 2);
        page.Add(new PageBox("commitment", words, commitment, fitted.Percent));
        page.Write(fitted.Lines, fitted.Style, words, Align.Justified, Stand.Top);
        WriteSignature(page, "本人签字：", text.RightPart(Mm(95)).BottomPart(Mm(5)));
    }

    private static void WriteOpinions(Page page, string sealNeeded, Area area)
    {
        var half = area.LeftPart(area.Width / 2);
        WriteOpinion(page, "所在单位组织人事部门意见", sealNeeded, half);
        WriteOpinion(page, "分院意见", "", area.RightPart(area.Width / 2));
    }

    private static void WriteOpinion(Page page, string caption, string sealNeeded, Area area)
    {
        var inside = Labelled(page, caption, area).Inset(Mm(2), Mm(1.5f));
        page.WriteFitted(
            "sealNeeded",
            sealNeeded,
            PaperStyle.Note with
            {
                Size = 9,
            },
            PaperStyle.Smallest,
            inside.TopPart(Mm(4)),
            Align.Left
        );
        SealPlace.Write(page, inside.RightPart(SealPlace.Side).BottomPart(SealPlace.Side), "（盖章）");
        WriteSignature(page, "负责人签字：", inside.BottomPart(Mm(5)));
    }

    /// <summary>"…签字：______　　年　　月　　日" over the area's whole width.</summary>
    private static void WriteSignature(Page page, string caption, Area area)
    {
        var type = PaperStyle.Value with { Size = 9.5f };
        page.Write("年　　月　　日", type, area, Align.Right, Stand.Bottom);
        PaperStyle.SignatureLine(page, caption, area, Mm(21));
    }

    /// <summary>A box with its label from top to bottom on the left; gives the place beside it.</summary>
    internal static Area Labelled(Page page, string label, Area area)
    {
        var table = new Table(area.Left, area.Top, [Mm(8), area.Width - Mm(8)], [area.Height]);
        page.WriteVertical(label, PaperStyle.Label, table.Take(0, 0).Inset(0, Mm(0.7f)));
        var inside = table.Take(0, 1);
        table.Rule(page, PaperStyle.Thin, PaperStyle.Thin);
        return inside;
    }

    private static Area Below(Area area, float height) =>
        area with
        {
            Top = area.Top + height,
            Height = area.Height - height,
        };
}
