using System.Diagnostics;
using Enrollment.Documents.Layout;

namespace Enrollment.Documents;

/// <summary>A finished paper and the digest of what it says (<see cref="PrintSeal.DigestOf"/>).</summary>
public sealed record Document(DocumentKind Kind, byte[] Bytes, string Digest);

/// <summary>Makes the papers (R11, R12): the same source, version, day and key give the same bytes.</summary>
public static class Papers
{
    /// <param name="kind">Which paper.</param>
    /// <param name="source">What it is made from.</param>
    /// <param name="version">Counts the contents of this paper, from 1.</param>
    /// <param name="printedOn">The day in China.</param>
    /// <param name="key">Signs the code on the page; null for a preview, which has none.</param>
    public static Document Make(DocumentKind kind, PaperSource source, int version, DateOnly printedOn, SealKey? key)
    {
        var (page, title, digest) = Lay(kind, source, version, printedOn, key);
        return new(kind, PdfWriter.Write([page], title, printedOn), digest);
    }

    /// <summary>One paper of many applications as one PDF, a page each, in the order given (R16); at least one.</summary>
    public static byte[] MakeAll(
        DocumentKind kind,
        IReadOnlyList<(PaperSource Source, int Version)> sources,
        DateOnly printedOn,
        SealKey key
    )
    {
        if (sources.Count == 0)
        {
            throw new ArgumentException("No application to make papers of.", nameof(sources));
        }
        var laid = sources.Select(each => Lay(kind, each.Source, each.Version, printedOn, key)).ToList();
        return PdfWriter.Write([.. laid.Select(each => each.Page)], laid[0].Title, printedOn);
    }

    /// <summary>The digest that a print of this content carries: compared with a scanned one, current or stale.</summary>
    public static string DigestOf(DocumentKind kind, PaperSource source) =>
        kind switch
        {
            DocumentKind.RegistrationForm => PrintSeal.DigestOf(PaperContents.RegistrationForm(source)),
            DocumentKind.IntroductionLetter => PrintSeal.DigestOf(PaperContents.IntroductionLetter(source)),
            DocumentKind.OnSiteList => PrintSeal.DigestOf(PaperContents.OnSiteList(source)),
            DocumentKind.OriginalsReceipt => PrintSeal.DigestOf(PaperContents.OriginalsReceipt(source)),
        };

    /// <summary>The limited boxes of a paper and how full they are.</summary>
    internal static IReadOnlyList<PageBox> BoxesOf(DocumentKind kind, PaperSource source) =>
        Lay(kind, source, 1, DateOnly.MinValue, key: null).Page.Boxes;

    /// <summary>The page, laid out and not drawn.</summary>
    internal static (Page Page, string Title, string Digest) Lay(
        DocumentKind kind,
        PaperSource source,
        int version,
        DateOnly printedOn,
        SealKey? key
    )
    {
        switch (kind)
        {
            case DocumentKind.RegistrationForm:
                var form = PaperContents.RegistrationForm(source);
                var (label, digest) = Label(form);
                return (RegistrationFormPdf.Lay(form, label), RegistrationFormPdf.TitleOf(form), digest);
            case DocumentKind.IntroductionLetter:
                var letter = PaperContents.IntroductionLetter(source);
                (label, digest) = Label(letter);
                return (IntroductionLetterPdf.Lay(letter, label), IntroductionLetterPdf.Title, digest);
            case DocumentKind.OnSiteList:
                var list = PaperContents.OnSiteList(source);
                (label, digest) = Label(list);
                return (OnSiteListPdf.Lay(list, label), OnSiteListPdf.Title, digest);
            case DocumentKind.OriginalsReceipt:
                var receipt = PaperContents.OriginalsReceipt(source);
                (label, digest) = Label(receipt);
                return (OriginalsReceiptPdf.Lay(receipt, label), OriginalsReceiptPdf.Title, digest);
            default:
                throw new UnreachableException();
        }

        (PrintLabel, string) Label<TContent>(TContent content)
        {
            var digest = PrintSeal.DigestOf(content);
            var facts = new PrintFacts(source.Application.Value, kind, version, digest);
            return (new(source.Number, version, printedOn, key is null ? "" : PrintSeal.Sign(facts, key)), digest);
        }
    }
}
