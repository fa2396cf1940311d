using System.Text;
using Enrollment.Documents;
using Enrollment.Tests.Documents;
using UglyToad.PdfPig;

namespace Enrollment.Tests.Security;

/// <summary>What a candidate types is drawn on a paper, and never becomes a part of the file's structure (R11).</summary>
public sealed class HostilePapersTests
{
    private const string Post = ") Tj ET /OpenAction<</S/JavaScript>>";
    private const string Employer = "endobj 9 0 obj<</S/URI/URI(http://x)>>";
    private const string School = "\\051endstream\\r";

    public static TheoryData<DocumentKind> Kinds => [.. Enum.GetValues<DocumentKind>()];

    [Theory, MemberData(nameof(Kinds))]
    public void Text_that_is_PDF_stays_text(DocumentKind kind)
    {
        var source = SamplePapers.With(form =>
            form with
            {
                Post = Post,
                Employer = Employer,
                GraduationSchool = School,
                NativePlace = School,
            }
        );

        var bytes = SamplePapers.Make(kind, source).Bytes;

        var plain = SamplePapers.Make(kind, SamplePapers.Ordinary).Bytes;
        Assert.Equal(ObjectsIn(plain), ObjectsIn(bytes));
        using var pdf = PdfDocument.Open(bytes);
        var page = Assert.Single(pdf.GetPages());
        Assert.Empty(page.GetAnnotations());
        foreach (var word in new[] { "/JavaScript", "/OpenAction", "/URI", "/Launch", "/EmbeddedFile", "/AcroForm" })
        {
            Assert.DoesNotContain(word, Encoding.Latin1.GetString(bytes), StringComparison.Ordinal);
        }
        if (kind == DocumentKind.RegistrationForm)
        {
            var text = string.Concat(page.Text.Where(character => !char.IsWhiteSpace(character)));
            Assert.Contains("/OpenAction<</S/JavaScript>>", text, StringComparison.Ordinal);
            Assert.Contains("<</S/URI/URI(http://x)>>", text, StringComparison.Ordinal);
            Assert.Contains("\\051endstream\\r", text, StringComparison.Ordinal);
        }
    }

    private static int ObjectsIn(byte[] pdf) =>
        Encoding.Latin1.GetString(pdf).Split(" 0 obj", StringSplitOptions.None).Length;
}
