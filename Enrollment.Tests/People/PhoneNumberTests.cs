using Enrollment.People;

namespace Enrollment.Tests.People;

public sealed class PhoneNumberTests
{
    [Theory]
    [InlineData("13800138000")]
    [InlineData("138 0013 8000")]
    [InlineData("138-0013-8000")]
    [InlineData("+8613800138000")]
    [InlineData("+86 138 0013 8000")]
    [InlineData("１３８００１３８０００")]
    [InlineData("＋８６　１３８００１３８０００")]
    public void A_mobile_number_is_read_however_it_is_spaced(string text) =>
        Assert.Equal("13800138000", PhoneNumber.Parse(text).Value);

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("1380013800")]
    [InlineData("138001380000")]
    [InlineData("12800138000")]
    [InlineData("05318888888")]
    [InlineData("+85213800138000")]
    [InlineData("1380013800a")]
    [InlineData("1                                                   3800138000")]
    public void Anything_else_is_no_mobile_number(string? text) =>
        Assert.False(PhoneNumber.TryParse(text, null, out _));

    [Fact]
    public void Others_see_it_masked() => Assert.Equal("138****8000", PhoneNumber.Parse("13800138000").Masked);
}
