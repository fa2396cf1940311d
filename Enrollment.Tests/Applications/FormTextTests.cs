using Enrollment.Applications;

namespace Enrollment.Tests.Applications;

public sealed class FormTextTests
{
    [Theory]
    [InlineData("  某某街道办事处 ", "某某街道办事处")]
    [InlineData("第一行\r\n第二行", "第一行 第二行")]
    [InlineData("\u3000\u200B ", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    [InlineData("主任，兼书记（正科）", "主任，兼书记（正科）")]
    public void Prose_is_trimmed_and_keeps_its_marks(string? typed, string? kept) =>
        Assert.Equal(
            kept,
            new Form { Post = typed }
                .Normalised()
                .Post
        );

    [Theory]
    [InlineData("１１０１０５１９９００３０７１２３ｘ", "11010519900307123X")]
    [InlineData("110105 19900307 123x", "11010519900307123X")]
    public void Numbers_are_half_width_without_spaces(string typed, string kept) =>
        Assert.Equal(
            kept,
            new Form { IdentityNumber = typed }
                .Normalised()
                .IdentityNumber
        );

    [Theory]
    [InlineData("张　三", "张三")]
    [InlineData("买买提•艾力", "买买提·艾力")]
    [InlineData("买买提・艾力", "买买提·艾力")]
    [InlineData("张𠮷", "张𠮷")]
    public void A_name_has_no_padding_and_the_registered_dot(string typed, string kept) =>
        Assert.Equal(
            kept,
            new Form { Name = typed }
                .Normalised()
                .Name
        );

    [Theory]
    [InlineData("无职称")]
    [InlineData("没有")]
    [InlineData("暂无")]
    [InlineData("无")]
    [InlineData(" 暂无")]
    public void No_title_is_said_with_one_word_and_has_no_grade(string typed)
    {
        var form = new Form { TitleSeries = typed, TitleGrade = TitleGrade.Senior }.Normalised();
        Assert.True(form.HasNoTitle);
        Assert.Null(form.TitleGrade);
    }

    [Fact]
    public void Lines_and_diplomas_are_normalised_too()
    {
        var form = new Form
        {
            WorkHistory = [new() { Place = " 区委 ", During = [new(null, null, " 培训 ")] }],
            Education =
            [
                new()
                {
                    Id = "e1",
                    School = " 某大学",
                    CertificateNumber = "１０４２２",
                },
            ],
        }.Normalised();
        Assert.Equal("区委", form.WorkHistory[0].Place);
        Assert.Equal("培训", form.WorkHistory[0].During[0].Text);
        Assert.Equal("某大学", form.Education[0].School);
        Assert.Equal("10422", form.Education[0].CertificateNumber);
    }

    [Theory]
    [InlineData('\u00AD')]
    [InlineData('\u200B')]
    [InlineData('\u200F')]
    [InlineData('\u202A')]
    [InlineData('\u202E')]
    [InlineData('\u2060')]
    [InlineData('\u2066')]
    [InlineData('\u2069')]
    [InlineData('\uFEFF')]
    public void What_nobody_sees_is_not_kept(char invisible) =>
        Assert.Equal(
            "区委",
            new Form { Post = $"区{invisible}委" }
                .Normalised()
                .Post
        );

    [Theory]
    [InlineData("汉", "汉族")]
    [InlineData(" 汉族", "汉族")]
    [InlineData("火星族", "火星族")]
    public void An_ethnic_group_has_its_listed_name(string typed, string kept) =>
        Assert.Equal(
            kept,
            new Form { EthnicGroup = typed }
                .Normalised()
                .EthnicGroup
        );

    [Fact]
    public void Lines_stay_as_they_were_typed_until_each_has_its_first_month()
    {
        Form typed = new() { WorkHistory = [new() { From = new(2017, 4) }, new(), new() { From = new(2012, 7) }] };
        Assert.Equal(typed.WorkHistory, typed.Normalised().WorkHistory);
    }

    [Theory]
    [InlineData((WorkKind)99, WorkKind.Work)]
    [InlineData(WorkKind.MilitaryService, WorkKind.MilitaryService)]
    public void A_number_that_is_no_kind_of_time_is_work(WorkKind sent, WorkKind kept) =>
        Assert.Equal(
            kept,
            new Form { WorkHistory = [new() { Kind = sent }] }
                .Normalised()
                .WorkHistory[0]
                .Kind
        );

    [Fact]
    public void What_is_normal_stays() => Assert.Equal(SampleForm.Valid, SampleForm.Valid.Normalised());
}
