using CsCheck;
using Enrollment.Documents;
using Enrollment.Documents.Layout;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using PdfPage = UglyToad.PdfPig.Content.Page;

namespace Enrollment.Tests.Documents;

/// <summary>For any form that fits (R11): one A4 page, every text in its own box and in the binding margin nothing.</summary>
public sealed class PapersPropertyTests
{
    private const int Few = 12;

    private const int Thousands = 3000;

    private static readonly PrintLabel Label = new("20260013", 1, SamplePapers.Day, "BM1.K1.0.0193");

    [Fact]
    public void The_registration_form_is_one_page_with_every_text_in_its_box() => CheckForms(Few);

    [Fact, Trait("Category", "Long")]
    public void The_registration_form_is_one_page_with_every_text_in_its_box_for_thousands_of_forms()
    {
        CheckForms(Thousands);
    }

    [Fact, Trait("Category", "Long")]
    public void The_letter_is_one_page_with_every_text_in_its_box_for_thousands_of_forms() => CheckLetters(Thousands);

    [Fact]
    public void The_letter_is_one_page_with_every_text_in_its_box() => CheckLetters(Few);

    [Fact]
    public void The_on_site_list_is_one_page_with_every_text_in_its_box() => CheckLists(Few);

    [Fact, Trait("Category", "Long")]
    public void The_on_site_list_is_one_page_with_every_text_in_its_box_for_thousands_of_forms() =>
        CheckLists(Thousands);

    [Fact]
    public void The_receipt_is_one_page_with_every_text_in_its_box() => CheckReceipts(Few);

    [Fact, Trait("Category", "Long")]
    public void The_receipt_is_one_page_with_every_text_in_its_box_for_thousands_of_forms() => CheckReceipts(Thousands);

    private static void CheckForms(int count) =>
        RandomForms.Fitting.Sample(
            form =>
            {
                var content = PaperContents.RegistrationForm(SamplePapers.Of(form) with { Photo = [] });
                AssertSound(RegistrationFormPdf.Lay(content, Label), RegistrationFormPdf.Write(content, Label));
            },
            iter: count,
            threads: 1
        );

    private static void CheckLetters(int count) =>
        RandomForms.Fitting.Sample(
            form =>
            {
                var content = PaperContents.IntroductionLetter(SamplePapers.Of(form));
                AssertSound(IntroductionLetterPdf.Lay(content, Label), IntroductionLetterPdf.Write(content, Label));
            },
            iter: count,
            threads: 1
        );

    private static void CheckLists(int count) =>
        RandomForms.Fitting.Sample(
            form =>
            {
                var content = PaperContents.OnSiteList(SamplePapers.Of(form));
                AssertSound(OnSiteListPdf.Lay(content, Label), OnSiteListPdf.Write(content, Label));
            },
            iter: count,
            threads: 1
        );

    private static void CheckReceipts(int count) =>
        Gen.Select(RandomForms.Fitting, RandomForms.KeptOriginals)
            .Sample(
                (form, originals) =>
                {
                    var source = SamplePapers.Of(form) with { KeptOriginals = [.. originals] };
                    var content = PaperContents.OriginalsReceipt(source);
                    AssertSound(OriginalsReceiptPdf.Lay(content, Label), OriginalsReceiptPdf.Write(content, Label));
                },
                iter: count,
                threads: 1
            );

    private static void AssertSound(Enrollment.Documents.Layout.Page laid, byte[] bytes)
    {
        using var pdf = PdfDocument.Open(bytes);
        var page = Assert.Single(pdf.GetPages());
        Assert.Equal(PageSize.A4, page.Size);
        Assert.All(laid.Boxes, box => Assert.InRange(box.Percent, 0, 100));
        Assert.All(laid.Boxes, box => Assert.Equal(WithoutSpaces(box.Text), TextIn(page, box.Area)));
        Assert.All(page.Letters, letter => Assert.True(InkBegins(letter) >= Units.Mm(25) - 0.1, "in the margin"));
    }

    /// <summary>The characters whose em box lies in the area, in the order of the file.</summary>
    private static string TextIn(PdfPage page, Area area) =>
        WithoutSpaces(string.Concat(page.Letters.Where(letter => IsIn(letter, area)).Select(letter => letter.Value)));

    private static bool IsIn(Letter letter, Area area)
    {
        var baseline = page(letter.StartBaseLine.Y);
        var size = letter.PointSize;
        // The closing mark that hangs at a line's end shows only its left half.
        return InkBegins(letter) >= area.Left - 0.1
            && letter.StartBaseLine.X <= area.Right
            && baseline - 0.88 * size >= area.Top - 0.1
            && baseline + 0.12 * size <= area.Bottom + 0.1;

        static double page(double fromBelow) => Units.A4Height - fromBelow;
    }

    /// <summary>The left half of an opening mark is empty, and may stand outside at a line's beginning.</summary>
    private static double InkBegins(Letter letter) =>
        letter.StartBaseLine.X
        + (LineBreaks.IsEmptyLeft(letter.Value.EnumerateRunes().First()) ? letter.PointSize / 2 : 0);

    private static string WithoutSpaces(string text) =>
        string.Concat(text.EnumerateRunes().Where(rune => !System.Text.Rune.IsWhiteSpace(rune)));
}
