using Enrollment.Api.Staff;
using Enrollment.Applications;
using Enrollment.Payments;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Enrollment.Api.Desk;

using Answer = Results<Ok<DeskApplication>, NotFound, ProblemHttpResult>;

/// <summary>The fee as the desk enters, reverses (冲正) and refunds (退费) it (R13).</summary>
internal static class PaymentsEndpoints
{
    public static void MapPayments(this IEndpointRouteBuilder one)
    {
        var payments = one.MapGroup("/payments");
        payments.MapPost("/manual", EnterAsync).WithName("DeskEnterPayment");
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

    private static Task<Answer> RefundAsync(
        ApplicationId id,
        string orderNo,
        RefundRequest body,
        [AsParameters] StaffCommands staff
    ) => staff.DoAsync(id, new Command.RefundPayment(orderNo, body.Reason, body.Outcome), DeskEndpoints.Show);
}

/// <param name="AmountFen">Whole fen.</param>
/// <param name="TransactionNo">The number on the slip.</param>
/// <param name="Reason">Why it is entered by hand.</param>
public sealed record ManualPaymentRequest(PaymentMethod Method, long AmountFen, string TransactionNo, string Reason);

public sealed record RefundRequest(string Reason, RefundOutcome Outcome);
