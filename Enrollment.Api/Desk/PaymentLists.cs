using Enrollment.Api.Problems;
using Enrollment.Applications;
using Enrollment.Collections;
using Enrollment.Payments;
using Enrollment.Seasons;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Enrollment.Api.Desk;

/// <summary>The ways to pay that are set up, and the money that is to go back (R13).</summary>
internal static class PaymentLists
{
    public static void MapPaymentLists(this IEndpointRouteBuilder desk)
    {
        desk.MapGet("/payment-methods", Methods).WithName("DeskPaymentMethods");
        desk.MapGet("/refunds", RefundsAsync).WithName("DeskRefunds");
    }

    private static Ok<PaymentMethods> Methods(PaymentProviders providers, HttpContext http) =>
        TypedResults.Ok(
            new PaymentMethods([
                .. providers.Methods.Select(method => new OfferedMethod(
                    method,
                    PaymentWords.Of(method, http.Language())
                )),
            ])
        );

    /// <summary>待退款: paid twice, after closing or otherwise not the fee, and refunds that are under way or failed.</summary>
    private static async Task<Results<Ok<RefundList>, ProblemHttpResult>> RefundsAsync(
        HttpContext http,
        ISeasonStore seasons,
        IApplicationIndex index,
        IApplicationStore store,
        CancellationToken cancellationToken
    )
    {
        var language = http.Language();
        if (await seasons.CurrentAsync(cancellationToken) is not { } season)
        {
            return Problem.Of(ProblemCode.NoSeason, language);
        }
        var due = new List<RefundItem>();
        await foreach (var application in Reconciliation.PayersAsync(season.Id, index, store, cancellationToken))
        {
            due.AddRange(
                application
                    .Payments.Where(payment => payment.IsRefundDue || payment is { Refund: not null, Refunded: null })
                    .Select(payment => RefundItem.Of(application, payment, language))
            );
        }
        return TypedResults.Ok(new RefundList([.. due.OrderBy(item => item.Payment.PaidAt)]));
    }
}

public sealed record PaymentMethods(ValueList<OfferedMethod> Items);

public sealed record OfferedMethod(PaymentMethod Method, string Name);

public sealed record RefundList(ValueList<RefundItem> Items);

/// <param name="Why">Why the money is not the fee; null for a fee whose refund was asked for.</param>
public sealed record RefundItem(ApplicationId Application, string Number, string Name, Payment Payment, string? Why)
{
    internal static RefundItem Of(Application application, Payment payment, Language language) =>
        new(
            application.Id,
            application.Number,
            application.Form.Name ?? application.OpenedAccount.Name,
            payment,
            payment.Surplus is { } surplus ? PaymentWords.Of(surplus, language) : null
        );
}
