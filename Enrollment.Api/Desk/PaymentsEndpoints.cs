using Enrollment.Api.Problems;
using Enrollment.Api.Staff;
using Enrollment.Applications;
using Enrollment.Payments;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Enrollment.Api.Desk;

using Answer = Results<Ok<DeskApplication>, NotFound, ProblemHttpResult>;

/// <summary>The fee as the desk enters, counts, reverses (冲正) and refunds (退费) it (R13).</summary>
internal static class PaymentsEndpoints
{
    public static void MapPayments(this IEndpointRouteBuilder one)
    {
        var payments = one.MapGroup("/payments");
        payments.MapOrders();
        payments.MapPost("/manual", EnterAsync).WithName("DeskEnterPayment");
        payments.MapPost("/{orderNo}/counting", CountAsync).WithName("DeskCountSurplus");
        payments.MapPost("/{orderNo}/reversal", ReverseAsync).WithName("DeskReversePayment");
        payments.MapPost("/{orderNo}/refund", RefundAsync).WithName("DeskRefundPayment");
    }

    private static Task<Answer> EnterAsync(
        ApplicationId id,
        ManualPaymentRequest body,
        [AsParameters] StaffCommands staff
    ) =>
        staff.DoAsync(
            id,
            new Command.EnterPayment(body.Method, body.AmountFen, body.TransactionNo.Trim(), body.Reason),
            DeskEndpoints.Show
        );

    private static Task<Answer> ReverseAsync(
        ApplicationId id,
        string orderNo,
        ReasonRequest body,
        [AsParameters] StaffCommands staff
    ) => staff.DoAsync(id, new Command.ReversePayment(orderNo, body.Reason), DeskEndpoints.Show);

    /// <summary>多收款计入缴费: money that was flagged for refund is the fee after all.</summary>
    private static Task<Answer> CountAsync(
        ApplicationId id,
        string orderNo,
        ReasonRequest body,
        [AsParameters] StaffCommands staff
    ) => staff.DoAsync(id, new Command.CountSurplus(orderNo, body.Reason), DeskEndpoints.Show);

    /// <summary>
    /// Through the provider where it confirmed the payment (原路退回), unless it is asked to be recorded as paid back by
    /// hand.
    /// </summary>
    private static async Task<Answer> RefundAsync(
        ApplicationId id,
        string orderNo,
        RefundRequest body,
        [AsParameters] Orders orders
    )
    {
        var staff = orders.Staff;
        var handled = await orders.RefundAsync(
            id,
            new(orderNo, body.Reason, body.Outcome, body.Way ?? RefundWay.Provider)
        );
        return await handled.ToResultAsync(
            staff.Language,
            async after =>
                DeskEndpoints.Show(
                    await staff.Seasons.OfAsync(after.Application, staff.Aborted),
                    after.Application,
                    staff
                )
        );
    }
}

/// <param name="AmountFen">Whole fen.</param>
/// <param name="TransactionNo">The number on the slip.</param>
/// <param name="Reason">Why it is entered by hand.</param>
public sealed record ManualPaymentRequest(PaymentMethod Method, long AmountFen, string TransactionNo, string Reason);

/// <param name="Way">By the provider when left out.</param>
public sealed record RefundRequest(string Reason, RefundOutcome Outcome, RefundWay? Way = null);
