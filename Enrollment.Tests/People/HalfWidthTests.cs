using Enrollment.People;

namespace Enrollment.Tests.People;

public sealed class HalfWidthTests
{
    [Theory]
    [InlineData("１３８００１３８０００", "13800138000")]
    [InlineData("Ａｂ　ｘ＠（～", "Ab x@(~")]
    [InlineData("汉字、·。", "汉字、·。")]
    [InlineData("", "")]
    public void Full_width_characters_become_half_width_and_nothing_else_changes(string full, string half) =>
        Assert.Equal(half, full.ToHalfWidth());
}
