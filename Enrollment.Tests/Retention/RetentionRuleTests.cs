using Enrollment.Applications;
using Enrollment.Payments;
using Enrollment.Retention;
using Enrollment.Seasons;
using Enrollment.Tests.Builders;

namespace Enrollment.Tests.Retention;

public sealed class RetentionRuleTests
{
    private static readonly Season Season = ASeason.Current;

    private static readonly DateTimeOffset Due = RetentionRule.DueAt(Season);

    private static readonly Application Ended = AnApplication.Submitted().State with
    {
        Stage = new Stage.Rejected("不符合条件", new Stage.Submitted(null)),
    };

    [Fact]
    public void A_season_is_due_its_months_after_the_last_day_of_payment_and_not_an_instant_before()
    {
        Assert.Equal(ChinaTime.EndOf(Season.Calendar.PaymentCloses.AddMonths(Season.RetentionMonths)), Due);
        Assert.Equal(Keeping.NotYetDue, RetentionRule.KeptFor(Season, Ended, Due.AddTicks(-1)));
        Assert.Null(RetentionRule.KeptFor(Season, Ended, Due));
    }

    [Fact]
    public void Only_what_has_ended_is_deleted()
    {
        StageName[] ended = [StageName.Paid, StageName.Abandoned, StageName.Rejected, StageName.Withdrawn];
        Assert.Equal(ended, Enum.GetValues<StageName>().Where(RetentionRule.HasEnded));
        Assert.Equal(Keeping.NotEnded, RetentionRule.KeptFor(Season, AnApplication.Submitted().State, Due));
    }

    [Fact]
    public void A_held_original_keeps_its_ledger_until_it_is_given_back()
    {
        var row = new OriginalRow
        {
            Item = OriginalItem.BachelorDiploma,
            Result = OriginalResult.Kept,
            By = Somebody.Clerk,
            At = ASeason.OnSiteEnd,
        };
        Assert.Equal(Keeping.OriginalsHeld, RetentionRule.KeptFor(Season, Ended with { Originals = [row] }, Due));
        var returned = row with { ReturnedTo = "张三", ReturnedAt = Due.AddDays(-1) };
        Assert.Null(RetentionRule.KeptFor(Season, Ended with { Originals = [returned] }, Due));
    }

    [Fact]
    public void Money_that_is_to_go_back_or_may_still_come_keeps_the_application()
    {
        var payment = new Payment
        {
            OrderNo = "1",
            Method = PaymentMethod.WeChat,
            AmountFen = 100,
            TransactionNo = "t",
            ReceiptNo = "r",
            PaidAt = ASeason.PaymentEnd,
        };
        var surplus = payment with { Surplus = Surplus.PaidTwice };
        var asked = payment with { Refund = new("f", "退费", RefundOutcome.Withdraws, Due) };
        var order = new PaymentOrder
        {
            OrderNo = "1",
            Method = PaymentMethod.WeChat,
            AmountFen = 100,
            OpenedAt = Due,
            ExpiresAt = Due,
        };
        Assert.Null(RetentionRule.KeptFor(Season, Ended with { Payments = [payment] }, Due));
        Assert.All(
            [Ended with { Payments = [surplus] }, Ended with { Payments = [asked] }, Ended with { Orders = [order] }],
            application => Assert.Equal(Keeping.MoneyUnderWay, RetentionRule.KeptFor(Season, application, Due))
        );
        var settled = surplus with { Refunded = new("已退", Due) };
        Assert.Null(RetentionRule.KeptFor(Season, Ended with { Payments = [settled] }, Due));
    }
}
