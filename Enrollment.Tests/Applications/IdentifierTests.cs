using Enrollment.Applications;
using Enrollment.Materials;
using Enrollment.Tests.Builders;

namespace Enrollment.Tests.Applications;

/// <summary>How applications, parts and months are written, and what is no such thing.</summary>
public sealed class IdentifierTests
{
    private const string Digits = "0123456789abcdef0123456789abcdef";

    [Fact]
    public void An_applications_id_is_32_hexadecimal_digits_in_the_order_of_opening()
    {
        var (first, second) = (ApplicationId.New(ASeason.Opening), ApplicationId.New(ASeason.Opening.AddSeconds(1)));
        Assert.Equal(first, ApplicationId.Parse(first.Value));
        Assert.True(first < second && second > first && first <= second && second >= first);
        Assert.False(second < first || first > second || second <= first || first >= second);
    }

    [Fact]
    public void An_id_is_neither_before_nor_after_itself()
    {
        var (one, same) = (ApplicationId.Parse(Digits), ApplicationId.Parse(Digits));
        Assert.True(one <= same && one >= same);
        Assert.False(one < same || one > same);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0123456789abcdef0123456789abcde")]
    [InlineData("0123456789ABCDEF0123456789ABCDEF")]
    [InlineData("0123456789abcdef0123456789abcdeg")]
    public void What_is_no_id_is_the_empty_one(string? text)
    {
        Assert.False(ApplicationId.TryParse(text, null, out var id));
        Assert.Equal("", id.Value);
        Assert.Throws<FormatException>(() => ApplicationId.Parse(text!));
    }

    public static TheoryData<string> Targets => ["field:name", "slot:other", $"image:{Uploads.Id(7)}"];

    [Theory, MemberData(nameof(Targets))]
    public void A_part_is_read_back_as_it_is_written(string text) => Assert.Equal(text, $"{ReviewTarget.Parse(text)}");

    [Theory]
    [InlineData(null)]
    [InlineData("field:nobody")]
    [InlineData("slot:name")]
    [InlineData("name:other")]
    [InlineData("image:1")]
    public void What_is_no_part_is_not_read(string? text)
    {
        Assert.False(ReviewTarget.TryParse(text, null, out _));
        Assert.Throws<FormatException>(() => ReviewTarget.Parse(text!));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2017-04/2017-05/2017-06")]
    [InlineData("2017-04/")]
    public void What_is_no_span_of_months_is_not_read(string? text) => Assert.False(MonthSpan.TryParse(text, out _));

    [Fact]
    public void A_slot_is_no_field() => Assert.False(WireName.TryParse<FormField>("id-photo", out _));
}
