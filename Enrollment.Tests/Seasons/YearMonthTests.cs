using CsCheck;
using Enrollment.Seasons;

namespace Enrollment.Tests.Seasons;

public sealed class YearMonthTests
{
    private static readonly Gen<YearMonth> Months = Gen.Select(
        Gen.Int[1950, 2100],
        Gen.Int[1, 12],
        (year, month) => new YearMonth(year, month)
    );

    [Theory]
    [InlineData("2015-07")]
    [InlineData("2015-7")]
    [InlineData("2015.7")]
    [InlineData("2015/07")]
    public void A_month_is_read_however_it_is_divided(string text) =>
        Assert.Equal(new YearMonth(2015, 7), YearMonth.Parse(text));

    [Theory]
    [InlineData("2015-13")]
    [InlineData("2015-0")]
    [InlineData("1899-12")]
    [InlineData("3000-01")]
    [InlineData("2015")]
    [InlineData("2015-07-01")]
    [InlineData("-2015-07")]
    [InlineData("2015-+7")]
    [InlineData("")]
    [InlineData(null)]
    public void Anything_else_is_no_month(string? text) => Assert.False(YearMonth.TryParse(text, null, out _));

    [Fact]
    public void There_is_no_thirteenth_month() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new YearMonth(2015, 13));

    [Fact]
    public void A_month_is_written_for_machines_for_the_guide_and_for_papers()
    {
        var month = new YearMonth(2015, 7);
        Assert.Equal(("2015-07", "2015.7", "2015年7月"), (month.ToString(), month.ToDotted(), month.ToChinese()));
    }

    [Fact]
    public void What_is_written_is_read_back() =>
        Months.Sample(month => Assert.Equal(month, YearMonth.Parse(month.ToString())));

    [Fact]
    public void Adding_months_and_counting_them_agree() =>
        Gen.Select(Months, Gen.Int[-500, 500])
            .Sample(
                (month, count) =>
                {
                    var other = month.AddMonths(count);
                    Assert.Equal(count, other.MonthsSince(month));
                    Assert.Equal(Math.Sign(count), Math.Sign(other.CompareTo(month)));
                    Assert.Equal(
                        new DateOnly(month.Year, month.Month, 1).AddMonths(count),
                        new(other.Year, other.Month, 1)
                    );
                }
            );

    [Theory]
    [InlineData("2017-04", "2017年4月", "2017-04")]
    [InlineData("2017-04/2017-06", "2017年4月至6月", "2017-04 to 2017-06")]
    [InlineData("2017-11/2018-01", "2017年11月至2018年1月", "2017-11 to 2018-01")]
    public void A_span_of_months_is_read_and_put_into_words(string text, string chinese, string english)
    {
        Assert.True(Enrollment.Applications.MonthSpan.TryParse(text, out var span));
        Assert.Equal(
            (text, chinese, english),
            (span.ToString(), span.ToWords(Language.Chinese), span.ToWords(Language.English))
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("2017")]
    [InlineData("2017-04/")]
    [InlineData("2017-04/2017-06/2017-07")]
    [InlineData("1990-03-07")]
    public void Anything_else_is_no_span(string text) =>
        Assert.False(Enrollment.Applications.MonthSpan.TryParse(text, out _));
}
