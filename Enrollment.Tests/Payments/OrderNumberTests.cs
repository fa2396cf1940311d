using CsCheck;
using Enrollment.Payments;
using Enrollment.Tests.Builders;

namespace Enrollment.Tests.Payments;

public sealed class OrderNumberTests
{
    [Fact]
    public void An_order_number_says_whose_it_is() =>
        Gen.Select(Gen.Guid, Gen.Guid)
            .Sample(
                (application, random) =>
                {
                    var id = ApplicationId.Parse(application.ToString("N"));
                    var number = OrderNumber.Of(id, random.ToString("N"));
                    Assert.Matches("^[0-9a-z]{32}$", number);
                    Assert.True(OrderNumber.TryReadApplication(number, out var read));
                    Assert.Equal(id, read);
                },
                iter: 1000
            );

    [Fact]
    public void Two_orders_of_one_application_have_two_numbers() =>
        Assert.NotEqual(
            OrderNumber.Of(AnApplication.Id, AnApplication.NewIdOf(1)),
            OrderNumber.Of(AnApplication.Id, AnApplication.NewIdOf(2))
        );

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("20150320010101001")]
    [InlineData("zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz")]
    [InlineData("0000000000000000000000000i000000")]
    [InlineData("0000000000000000000000000A000000")]
    public void A_number_that_is_none_of_ours_is_nobodys(string? number) =>
        Assert.False(OrderNumber.TryReadApplication(number, out _));
}
