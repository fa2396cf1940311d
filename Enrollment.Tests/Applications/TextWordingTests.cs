using Enrollment.Tests.Builders;
using Enrollment.TextMessages;

namespace Enrollment.Tests.Applications;

/// <summary>R15: what the texts say follows the season's settings.</summary>
public sealed class TextWordingTests
{
    [Theory]
    [InlineData(5, "于收到本短信之日起五日内")]
    [InlineData(7, "于收到本短信之日起七日内")]
    [InlineData(9, "于收到本短信之日起九日内")]
    [InlineData(10, "于收到本短信之日起10日内")]
    public void A_text_that_starts_the_clock_says_for_how_many_days(int days, string said)
    {
        var variables = TextWording.OfSeason(ASeason.Current with { DaysToSubmit = days });

        foreach (
            var wording in TextWording.Defaults.Where(one => one.Words.Contains("收到本短信", StringComparison.Ordinal))
        )
        {
            Assert.Contains(said, wording.Render(variables), StringComparison.Ordinal);
        }
        Assert.Equal(
            [TextTemplate.Confirmation, TextTemplate.Returned],
            TextWording.Defaults.Where(wording => wording.Names(new("days", ""))).Select(wording => wording.Template)
        );
    }
}
