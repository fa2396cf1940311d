using Enrollment.Documents;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace Enrollment.Tests.Documents;

public sealed class PapersTests
{
    public static TheoryData<DocumentKind> Kinds => [.. Enum.GetValues<DocumentKind>()];

    [Theory, MemberData(nameof(Kinds))]
    public void Every_paper_is_one_A4_page(DocumentKind kind)
    {
        using var pdf = PdfDocument.Open(SamplePapers.Make(kind, SamplePapers.Ordinary).Bytes);
        Assert.Equal(PageSize.A4, Assert.Single(pdf.GetPages()).Size);
    }

    [Theory, MemberData(nameof(Kinds))]
    public void The_same_input_gives_the_same_bytes(DocumentKind kind) =>
        Assert.Equal(
            SamplePapers.Make(kind, SamplePapers.Ordinary).Bytes,
            SamplePapers.Make(kind, SamplePapers.Ordinary).Bytes
        );

    [Fact]
    public void A_name_of_rare_characters_is_extracted_as_it_was_typed()
    {
        var source = SamplePapers.With(form => form with { Name = "阿依·䶮𬭎𠅤𨭎" });
        Assert.Contains(
            "阿依·䶮𬭎𠅤𨭎",
            TextOf(SamplePapers.Make(DocumentKind.RegistrationForm, source)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Papers_of_many_are_one_PDF_with_a_page_each()
    {
        var other = SamplePapers.With(form => form with { Name = "李四" });
        var bytes = Papers.MakeAll(
            DocumentKind.RegistrationForm,
            [(SamplePapers.Ordinary, 1), (other, 2)],
            SamplePapers.Day,
            SamplePapers.Key
        );
        using var pdf = PdfDocument.Open(bytes);
        Assert.Collection(
            pdf.GetPages(),
            page => Assert.Contains("王卫国", page.Text, StringComparison.Ordinal),
            page => Assert.Contains("李四", page.Text, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Who_is_no_member_gets_no_second_letter()
    {
        var source = SamplePapers.With(form =>
            form with
            {
                PoliticalStatus = Enrollment.Applications.PoliticalStatus.NoAffiliation,
            }
        );
        Assert.DoesNotContain(
            "党员关系证明信",
            TextOf(SamplePapers.Make(DocumentKind.IntroductionLetter, source)),
            StringComparison.Ordinal
        );
    }

    private static string TextOf(Document document)
    {
        using var pdf = PdfDocument.Open(document.Bytes);
        return pdf.GetPage(1).Text;
    }
}
