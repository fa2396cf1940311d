using Enrollment.Api.Access;
using Enrollment.Api.Problems;
using Enrollment.Api.Staff;
using Enrollment.Applications;
using Enrollment.Payments;
using Enrollment.Seasons;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Enrollment.Api.Desk;

using OrderAnswer = Results<Ok<OrderView>, NotFound, ProblemHttpResult>;

/// <summary>
/// Paying by code at the desk (R13): open an order, show its code, watch its state; ask the provider or close it when in
/// doubt. The provider's notification or a query settles it, never the desk.
/// </summary>
internal static class OrdersEndpoints
{
    private const string Svg = "image/svg+xml";

    public static void MapOrders(this IEndpointRouteBuilder payments)
    {
        payments.MapPost("", OpenAsync).WithName("DeskOpenOrder");
        payments.MapGet("/{orderNo}", GetAsync).WithName("DeskOrder");
        payments.MapGet("/{orderNo}/code.svg", GetCodeAsync).WithName("DeskOrderCode");
        payments.MapPost("/{orderNo}/inquiry", InquireAsync).WithName("DeskInquireOrder");
        payments.MapPost("/{orderNo}/close", CloseAsync).WithName("DeskCloseOrder");
    }

    /// <summary>
    /// The open order of this method, or a new one; an order of the other method, or one that has run out, is closed at
    /// its provider first. When that shows that it was paid, it is the answer.
    /// </summary>
    private static async Task<OrderAnswer> OpenAsync(
        ApplicationId id,
        OpenOrderRequest body,
        PaymentProviders providers,
        [AsParameters] Orders orders
    )
    {
        if (providers.Find(body.Method) is null)
        {
            return Problem.Of(
                ProblemCode.PaymentMethodUnavailable,
                orders.Staff.Language,
                PaymentWords.Of(body.Method, orders.Staff.Language)
            );
        }
        if (await orders.FindAsync(id) is not { } before)
        {
            return TypedResults.NotFound();
        }
        if (before.OpenOrder is { } other && (other.Method != body.Method || other.ExpiresAt <= orders.Now))
        {
            var after = await orders.CloseAsync(id, other.OrderNo) as Handled.Done;
            if (after?.After.Application is { } found && found.StateOf(other) is OrderState.Paid)
            {
                return TypedResults.Ok(orders.Show(found, other.OrderNo));
            }
        }
        return (await orders.OpenAsync(id, body.Method)).ToResult(
            orders.Staff.Language,
            after =>
                orders.Show(
                    after.Application,
                    // The provider took no order: the newest one says why.
                    (after.Application.OpenOrder ?? after.Application.Orders[^1]).OrderNo
                )
        );
    }

    /// <summary>Reads the record only; ask as often as once a second.</summary>
    private static async Task<OrderAnswer> GetAsync(ApplicationId id, string orderNo, [AsParameters] Orders orders) =>
        await orders.FindAsync(id) is { } application && application.FindOrder(orderNo) is not null
            ? TypedResults.Ok(orders.Show(application, orderNo))
            : TypedResults.NotFound();

    private static async Task<Results<ContentHttpResult, NotFound>> GetCodeAsync(
        ApplicationId id,
        string orderNo,
        [AsParameters] Orders orders
    ) =>
        await orders.FindAsync(id) is { } application
        && application.FindOrder(orderNo) is not null
        && orders.Show(application, orderNo).CodeUrl is { } codeUrl
            ? TypedResults.Content(OrderCode.ToSvg(codeUrl), Svg)
            : TypedResults.NotFound();

    /// <summary>对方称已付款: asks the provider now, and answers with what is then known.</summary>
    private static async Task<OrderAnswer> InquireAsync(
        ApplicationId id,
        string orderNo,
        PaymentEffects payments,
        [AsParameters] Orders orders
    )
    {
        if (await orders.FindAsync(id) is not { } application || application.FindOrder(orderNo) is not { } order)
        {
            return TypedResults.NotFound();
        }
        return
            await payments.InquireAsync(application, order, orders.Staff.Aborted)
            && await orders.FindAsync(id) is { } after
            ? TypedResults.Ok(orders.Show(after, orderNo))
            : Problem.Of(ProblemCode.ProviderUnreachable, orders.Staff.Language);
    }

    private static async Task<OrderAnswer> CloseAsync(ApplicationId id, string orderNo, [AsParameters] Orders orders) =>
        (await orders.CloseAsync(id, orderNo)).ToResult(
            orders.Staff.Language,
            after => orders.Show(after.Application, orderNo)
        );
}

public sealed record OpenOrderRequest(PaymentMethod Method);

/// <summary>Commands about orders, with the provider's part attempted before the answer (DESIGN §3, interactive effects).</summary>
internal sealed record Orders(
    Caller Caller,
    HttpContext Http,
    CommandHandler Commands,
    ISeasonStore Seasons,
    ServerClock Clock,
    IApplicationStore Store,
    PendingWork Work
)
{
    public StaffCommands Staff { get; } = new(Caller, Http, Commands, Seasons, Clock);

    public DateTimeOffset Now => Staff.Clock.Now;

    public OrderView Show(Application application, string orderNo) =>
        OrderView.Of(application, application.FindOrder(orderNo)!, Now, Staff.Language);

    public async Task<Application?> FindAsync(ApplicationId id) =>
        (await Store.FindAsync(id, Staff.Aborted))?.Application;

    public async Task<Handled> OpenAsync(ApplicationId id, PaymentMethod method)
    {
        var handled = await Staff.HandleAsync(id, new Command.OpenOrder(method));
        return handled is Handled.Done { After.Application.OpenOrder.OrderNo: var orderNo }
            ? await AttemptAsync(id, Effects.KeyOfPlacing(orderNo), handled)
            : handled;
    }

    public async Task<Handled> CloseAsync(ApplicationId id, string orderNo)
    {
        var handled = await Staff.HandleAsync(id, new Command.CloseOrder(orderNo));
        return handled is Handled.Done ? await AttemptAsync(id, Effects.KeyOfClosing(orderNo), handled) : handled;
    }

    public async Task<Handled> RefundAsync(ApplicationId id, Command.RefundPayment refund)
    {
        var handled = await Staff.HandleAsync(id, refund);
        return handled is Handled.Done { Events: [Event.RefundAsked asked] }
            ? await AttemptAsync(id, Effects.KeyOfRefund(asked.RefundNo), handled)
            : handled;
    }

    /// <summary>The state after the attempt, whoever made it.</summary>
    private async Task<Handled> AttemptAsync(ApplicationId id, string key, Handled handled)
    {
        await Work.AttemptNowAsync(id, key, Staff.Aborted);
        return await Store.FindAsync(id, Staff.Aborted) is { } after ? new Handled.Done(after, []) : handled;
    }
}
