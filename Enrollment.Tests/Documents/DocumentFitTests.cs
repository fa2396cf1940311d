using Enrollment.Applications;
using Enrollment.Documents;
using Enrollment.Documents.Layout;
using Enrollment.Seasons;
using Enrollment.Tests.Applications;

namespace Enrollment.Tests.Documents;

public sealed class DocumentFitTests
{
    [Fact]
    public void An_ordinary_form_fits() => Assert.DoesNotContain(Measure(SampleForm.Valid).Boxes, box => box.Overflows);

    [Fact]
    public void An_empty_form_can_be_measured() =>
        Assert.DoesNotContain(Measure(Form.Empty).Boxes, box => box.Overflows);

    [Theory]
    [InlineData("post")]
    [InlineData("employer")]
    [InlineData("graduationSchool")]
    public void A_text_longer_than_its_box_overflows_by_name(string path)
    {
        var tooLong = string.Concat(Enumerable.Repeat("副主任科员", 60));
        var form = SampleForm.Valid with { Post = tooLong, Employer = tooLong, GraduationSchool = tooLong };
        Assert.Contains(Measure(form).Boxes, box => box.Path == path && box.Overflows);
    }

    [Fact]
    public void The_history_box_fills_with_each_character_typed()
    {
        var percents = Enumerable.Range(1, 60).Select(count => HistoryFill(new string('员', count))).ToList();
        Assert.Equal(percents.Order(), percents);
        Assert.Equal(percents.Count, percents.Distinct().Count());
    }

    [Fact]
    public void More_diplomas_than_the_page_takes_overflow_by_name()
    {
        var form = SampleForm.Valid with { Education = [.. Enumerable.Repeat(SampleForm.Valid.Education[0], 100)] };
        Assert.Contains(Measure(form).Boxes, box => box is { Path: "education", Overflows: true });
    }

    [Fact]
    public void A_season_whose_wording_is_too_long_is_told_which_box()
    {
        var wording = SampleForm.Season.Wording with { Commitment = string.Concat(Enumerable.Repeat("承诺", 300)) };
        Assert.Empty(PaperPreview.Overflowing(SampleForm.Season));
        Assert.Equal(["commitment"], PaperPreview.Overflowing(SampleForm.Season with { Wording = wording }));
    }

    [Fact]
    public void What_fills_the_letter_beyond_its_page_is_refused_at_saving()
    {
        var season = Enumerable.Range(1, 200).Select(Introduced).TakeWhile(FitsInIt).Last();
        var form = SampleForm.Valid with { Post = string.Concat(Enumerable.Repeat("副主任", 10)) };
        Assert.DoesNotContain(Measure(form).Boxes, box => box.Overflows);
        var overfull = Assert.Single(DocumentFit.Measure(form, season).Boxes, box => box.Overflows);
        Assert.Equal("post", overfull.Path);

        static Season Introduced(int times) =>
            SampleForm.Season with
            {
                Wording = SampleForm.Season.Wording with
                {
                    Introduction = string.Concat(Enumerable.Repeat("兹介绍{name}同志（{post}）前往你院报名。", times)),
                },
            };

        static bool FitsInIt(Season season) =>
            !DocumentFit.Measure(SampleForm.Valid, season).Boxes.Any(box => box.Overflows);
    }

    [Fact]
    public void A_character_that_no_font_has_is_named()
    {
        var found = Assert.Single(Measure(SampleForm.Valid with { Name = "张😀" }).Unprintable);
        Assert.Equal(new UnprintableCharacter(FormField.Name, "name", "😀（U+1F600）"), found);
    }

    [Fact]
    public void Rare_characters_of_names_are_printable() =>
        Assert.Empty(Measure(SampleForm.Valid with { Name = "䶮𬭎𠅤𨭎·㛃" }).Unprintable);

    [Theory]
    [InlineData("王\u202E卫国\u202C", "王卫国")]
    [InlineData("王\u200B卫\u00AD国", "王卫国")]
    public void What_is_pasted_with_a_name_is_printed_as_it_reads(string pasted, string name)
    {
        var form = (SampleForm.Valid with { Name = pasted }).Normalised();
        Assert.Equal(name, form.Name);
        Assert.Empty(Measure(form).Unprintable);
    }

    [Theory]
    [InlineData("王e\u0323")]
    [InlineData("王👨‍👩‍👧")]
    [InlineData("ئەلى")]
    [InlineData("\u2E85王")]
    [InlineData("\u2F00王")]
    [InlineData("\uF900王")]
    [InlineData("\U0002F800王")]
    [InlineData("葛\U000E0100")]
    [InlineData("王☑")]
    [InlineData("\U00030EDD")]
    public void What_would_not_come_out_as_typed_is_refused(string name) =>
        Assert.NotEmpty(Measure((SampleForm.Valid with { Name = name }).Normalised()).Unprintable);

    [Theory]
    [InlineData("WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW")]
    [InlineData("，。！？）））」』”…—（（（《《")]
    [InlineData("２０１５．７－２０１７．３，ＡＢＣ")]
    [InlineData(
        "中国人民大学马克思主义学院中国人民大学马克思主义学院中国人民大学马克思主义学院中国人民大学马克思主义学院中国人民大学哲学院"
    )]
    public void Hostile_text_is_set_within_its_box_or_refused(string text)
    {
        var form = SampleForm.Valid with { Name = text, GraduationSchool = text, Employer = text + text };
        var fit = Measure(form.Normalised());
        var page = RegistrationFormPdf.Lay(
            PaperContents.RegistrationForm(SamplePapers.Of(form.Normalised())),
            new PrintLabel("20260013", 1, SamplePapers.Day, "")
        );
        foreach (var box in page.Boxes.Where(box => box.Percent <= 100))
        {
            var fitted = Fitted.Into(box.Area, box.Text, PaperStyle.Value, PaperStyle.Smallest);
            Assert.True(fitted.Height <= box.Area.Height + 0.1f || box.Text.Length == 0, box.Name);
        }
        Assert.All(fit.Boxes, box => Assert.True(box.Percent >= 0));
    }

    private static DocumentFit Measure(Form form) => DocumentFit.Measure(form, SampleForm.Season);

    private static double HistoryFill(string post)
    {
        var form = SampleForm.Valid with
        {
            WorkHistory = [SampleForm.Valid.WorkHistory[0] with { Post = post, To = null }],
        };
        return Measure(form).Boxes.Single(box => box.Path == "workHistory").Percent;
    }
}
