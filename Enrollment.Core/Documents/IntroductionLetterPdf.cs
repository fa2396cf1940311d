using Enrollment.Documents.Fonts;
using Enrollment.Documents.Layout;
using static Enrollment.Documents.Layout.Units;

namespace Enrollment.Documents;

/// <summary>《介绍信和党员关系证明信》 (R11): two letters on one page, torn apart between them, each with its own seal.</summary>
public static class IntroductionLetterPdf
{
    internal const string Title = "介绍信和党员关系证明信";
    internal const string IntroductionBox = "introduction";
    internal const string MembershipBox = "partyMembership";

    private static readonly TypeStyle Prose = new(Face.Serif, 14, 1.8f);

    public static byte[] Write(IntroductionLetterContent content, PrintLabel label) =>
        PdfWriter.Write([Lay(content, label)], Title, label.PrintedOn);

    internal static Page Lay(IntroductionLetterContent content, PrintLabel label)
    {
        var page = new Page();
        var sheet = PaperStyle.Body;
        var half = sheet.TopPart((A4Height / 2) - sheet.Top - Mm(6));
        var other = half with { Top = A4Height / 2 + Mm(6) };

        WriteLetter(
            page,
            "介　绍　信",
            content.BranchName,
            content.Introduction,
            IntroductionBox,
            "（单位盖章）",
            content,
            label,
            half
        );
        if (content.PartyMembership is { } membership)
        {
            page.Add(
                new Mark.Rule(Mm(10), A4Height / 2, A4Width - Mm(10), A4Height / 2, PaperStyle.Thin, Dashed: true)
            );
            WriteLetter(
                page,
                "党员关系证明信",
                content.BranchName,
                membership,
                MembershipBox,
                "（党组织盖章）",
                content,
                label,
                other
            );
        }
        return page;
    }

    private static void WriteLetter(
        Page page,
        string title,
        string addressee,
        string body,
        string box,
        string seal,
        IntroductionLetterContent content,
        PrintLabel label,
        Area area
    )
    {
        PaperStyle.Code(page, area.RightPart(PaperStyle.CodeSide).TopPart(PaperStyle.CodeSide), label);
        var head = area.TopPart(Mm(20)).Inset(PaperStyle.CodeSide, 0);
        page.Write(title, PaperStyle.Title with { Size = 22 }, head, Align.Centre);

        var text = area with { Top = area.Top + Mm(24), Height = area.Height - Mm(24) - Mm(44) };
        var address = text.TopPart(Mm(10)) with { Width = area.Width - PaperStyle.CodeSide };
        page.WriteFitted("branchName", $"{addressee}：", Prose, PaperStyle.Smallest, address, Align.Left);
        var prose = text with { Top = text.Top + Mm(12), Height = text.Height - Mm(12) };
        var fitted = Fitted.Into(prose, body, Prose, PaperStyle.Smallest, indent: 2);
        page.Fill(box, fitted.Percent);
        page.Write(fitted.Lines, fitted.Style, prose, Align.Justified, Stand.Top);

        var foot = area.BottomPart(Mm(44));
        page.Write(
            "此致\n敬礼！",
            Prose with
            {
                Leading = 1.5f,
            },
            foot.TopPart(Mm(14)),
            Align.Left,
            Stand.Top,
            indent: 2
        );
        var sign = foot.RightPart(Mm(70)).BottomPart(Mm(28));
        page.Write($"{seal}\n\n年　　月　　日", Prose with { Leading = 1.4f }, sign, Align.Centre, Stand.Top);
        page.Write(
            $"（自落款之日起{content.ValidDays}日内有效）",
            PaperStyle.Value,
            foot.BottomPart(Mm(5)),
            Align.Left,
            Stand.Bottom
        );
        page.Write(PaperStyle.LabelLine(label), PaperStyle.Note, area.BottomPart(Mm(5)), Align.Right, Stand.Bottom);
    }
}
