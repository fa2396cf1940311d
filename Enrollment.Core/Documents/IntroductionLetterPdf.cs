using Enrollment.Documents.Fonts;
using Enrollment.Documents.Layout;
using static Enrollment.Documents.Layout.Units;

namespace Enrollment.Documents;

/// <summary>
/// 《介绍信和党员关系证明信》 (R11): two letters on one page, torn apart between them, each signed by whom it is from
/// (落款) over the place of its own seal.
/// </summary>
public static class IntroductionLetterPdf
{
    internal const string Title = "介绍信和党员关系证明信";
    internal const string IntroductionBox = "introduction";
    internal const string MembershipBox = "partyMembership";
    internal const string IntroductionSigner = IntroductionBox + SignerSuffix;
    internal const string MembershipSigner = MembershipBox + SignerSuffix;
    private const string SignerSuffix = ".signer";

    private static readonly TypeStyle Prose = new(Face.Serif, 15, 1.75f);
    private static readonly TypeStyle Signer = Prose with { Size = 14, Leading = 1.3f };
    private static readonly float HeadHeight = Mm(25);
    private static readonly float AddressHeight = Mm(12);
    private static readonly float SignerWidth = Mm(82);

    public static byte[] Write(IntroductionLetterContent content, PrintLabel label) =>
        PdfWriter.Write([Lay(content, label)], Title, label.PrintedOn);

    internal static Page Lay(IntroductionLetterContent content, PrintLabel label)
    {
        var page = new Page();
        var sheet = PaperStyle.Body;
        var upper = sheet.TopPart(A4Height / 2 - sheet.Top - Mm(6));
        var lower = upper with { Top = A4Height / 2 + Mm(6) };

        var introduction = new Half(
            "介　绍　信",
            IntroductionBox,
            content.Introduction,
            content.Employer,
            Greets: true
        );
        Write(page, introduction, content, label, upper);
        if (content.PartyMembership is { } text)
        {
            page.Add(
                new Mark.Rule(Mm(10), A4Height / 2, A4Width - Mm(10), A4Height / 2, PaperStyle.Thin, Dashed: true)
            );
            var membership = new Half("党员关系证明信", MembershipBox, text, content.PartyBranch, Greets: false);
            Write(page, membership, content, label, lower);
        }
        return page;
    }

    private static void Write(Page page, Half half, IntroductionLetterContent content, PrintLabel label, Area area)
    {
        PaperStyle.Code(page, area.RightPart(PaperStyle.CodeSide).TopPart(PaperStyle.CodeSide), label);
        var head = area.TopPart(PaperStyle.CodeSide).Inset(PaperStyle.CodeSide, 0);
        page.Write(half.Title, PaperStyle.Title with { Size = 22 }, head, Align.Centre);

        var foot = area.BottomPart(SealPlace.Side);
        WriteProse(
            page,
            half,
            content.BranchName,
            area with
            {
                Top = area.Top + HeadHeight,
                Height = area.Height - HeadHeight - foot.Height,
            }
        );
        WriteSigner(page, half, foot.RightPart(SignerWidth));
        var validity = $"（本信自落款之日起{content.ValidDays}日内有效）";
        var left = foot.LeftPart(foot.Width - SignerWidth);
        page.Write(PaperStyle.LabelLine(label), PaperStyle.Note, left, Align.Left, Stand.Bottom);
        page.Write(validity, PaperStyle.Value, left.TopPart(left.Height - Mm(5)), Align.Left, Stand.Bottom);
    }

    /// <summary>抬头 and 正文, and 此致、敬礼 right below: the first set in by two, the second beginning the line.</summary>
    private static void WriteProse(Page page, Half half, string addressee, Area area)
    {
        page.WriteFitted(
            "branchName",
            $"{addressee}：",
            Prose,
            PaperStyle.Smallest,
            area.TopPart(AddressHeight),
            Align.Left
        );
        var prose = area with { Top = area.Top + AddressHeight, Height = area.Height - AddressHeight };
        var fitted = Fitted.Into(prose, half.Body, Prose, PaperStyle.Smallest, indent: 2);
        page.Add(new PageBox(half.Box, prose.TopPart(fitted.Height), half.Body, fitted.Percent));
        page.Write(fitted.Lines, fitted.Style, prose, Align.Justified, Stand.Top);
        if (half.Greets)
        {
            var below = prose with
            {
                Top = prose.Top + fitted.Lines.Count * fitted.Style.LineHeight,
                Height = 2 * Prose.LineHeight,
            };
            page.Write("此致", Prose, below, Align.Left, Stand.Top, indent: 2);
            page.Write("敬礼！", Prose, below with { Top = below.Top + Prose.LineHeight }, Align.Left, Stand.Top);
        }
    }

    /// <summary>落款: whose letter it is, and the date, in the middle of the seal that goes over both (骑年盖月).</summary>
    private static void WriteSigner(Page page, Half half, Area area)
    {
        SealPlace.Write(page, area, "（盖章）");
        var name = area.TopPart(area.Height / 2 - Mm(4));
        page.WriteFitted(half.Box + SignerSuffix, half.Signer, Signer, PaperStyle.Smallest, name, Align.Centre);
        var date = area with { Top = area.Top + area.Height / 2 + Mm(7), Height = Mm(8) };
        page.Write("年　　月　　日", Signer, date, Align.Centre);
    }

    /// <summary>One of the two letters, and who signs and seals it.</summary>
    private sealed record Half(string Title, string Box, string Body, string Signer, bool Greets);
}
