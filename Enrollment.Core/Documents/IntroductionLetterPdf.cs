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
        var upper = sheet.TopPart(A4Height / 2 - sheet.Top - Mm(6));
        var lower = upper with { Top = A4Height / 2 + Mm(6) };

        var introduction = new Half("介　绍　信", IntroductionBox, content.Introduction, "（单位盖章）", Greets: true);
        Write(page, introduction, content, label, upper);
        if (content.PartyMembership is { } text)
        {
            page.Add(
                new Mark.Rule(Mm(10), A4Height / 2, A4Width - Mm(10), A4Height / 2, PaperStyle.Thin, Dashed: true)
            );
            var membership = new Half("党员关系证明信", MembershipBox, text, "（党组织盖章）", Greets: false);
            Write(page, membership, content, label, lower);
        }
        return page;
    }

    private static void Write(Page page, Half half, IntroductionLetterContent content, PrintLabel label, Area area)
    {
        PaperStyle.Code(page, area.RightPart(PaperStyle.CodeSide).TopPart(PaperStyle.CodeSide), label);
        var head = area.TopPart(Mm(20)).Inset(PaperStyle.CodeSide, 0);
        page.Write(half.Title, PaperStyle.Title with { Size = 22 }, head, Align.Centre);
        WriteProse(
            page,
            half,
            content.BranchName,
            area with
            {
                Top = area.Top + Mm(24),
                Height = area.Height - Mm(54),
            }
        );

        var sign = area.RightPart(Mm(70)).BottomPart(Mm(28));
        page.Write($"{half.Seal}\n\n年　　月　　日", Prose with { Leading = 1.4f }, sign, Align.Centre, Stand.Top);
        var foot = area.BottomPart(Mm(5));
        var validity = $"（自落款之日起{content.ValidDays}日内有效）";
        page.Write(validity, PaperStyle.Value, foot, Align.Left, Stand.Bottom);
        page.Write(PaperStyle.LabelLine(label), PaperStyle.Note, foot, Align.Right, Stand.Bottom);
    }

    /// <summary>抬头 and 正文, and 此致、敬礼 right below: the first set in by two, the second beginning the line.</summary>
    private static void WriteProse(Page page, Half half, string addressee, Area area)
    {
        var address = area.TopPart(Mm(10)) with { Width = area.Width - PaperStyle.CodeSide };
        page.WriteFitted("branchName", $"{addressee}：", Prose, PaperStyle.Smallest, address, Align.Left);
        var greeting = half.Greets ? 2 * Prose.LineHeight : 0;
        var prose = area with { Top = area.Top + Mm(12), Height = area.Height - Mm(12) - greeting };
        var fitted = Fitted.Into(prose, half.Body, Prose, PaperStyle.Smallest, indent: 2);
        page.Add(new PageBox(half.Box, prose.TopPart(fitted.Height), half.Body, fitted.Percent));
        page.Write(fitted.Lines, fitted.Style, prose, Align.Justified, Stand.Top);
        if (half.Greets)
        {
            var below = prose with
            {
                Top = prose.Top + fitted.Lines.Count * fitted.Style.LineHeight,
                Height = greeting,
            };
            page.Write("此致", Prose, below, Align.Left, Stand.Top, indent: 2);
            page.Write("敬礼！", Prose, below with { Top = below.Top + Prose.LineHeight }, Align.Left, Stand.Top);
        }
    }

    /// <summary>One of the two letters, and whose seal it needs.</summary>
    private sealed record Half(string Title, string Box, string Body, string Seal, bool Greets);
}
