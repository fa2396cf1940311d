using Enrollment.Payments;

namespace Enrollment.Tests.Payments;

public sealed class PaymentPausesTests
{
    [Fact]
    public void A_provider_is_asked_with_growing_pauses() =>
        Assert.Equal(
            [3, 4, 6, 10, 15, 22, 34, 51, 60, 60],
            Enumerable.Range(1, 10).Select(attempt => PaymentPauses.OfWatching(attempt).TotalSeconds)
        );

    [Fact]
    public void Pauses_have_an_end_however_often_it_was_tried()
    {
        Assert.Equal(TimeSpan.FromMinutes(1), PaymentPauses.OfWatching(int.MaxValue));
        Assert.Equal(TimeSpan.FromMinutes(5), PaymentPauses.AfterFault(1000));
        Assert.Equal(TimeSpan.FromHours(1), PaymentPauses.OfRefund(1000));
    }
}
