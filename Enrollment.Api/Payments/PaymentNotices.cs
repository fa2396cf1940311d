using Enrollment.Api.Access;
using Enrollment.Api.Staff;
using Enrollment.Applications;
using Enrollment.Payments;
using Enrollment.People;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Enrollment.Api.Payments;

/// <summary>
/// Where the providers say that money came (R13). Signed by them and exempt from the rule of one origin; what is not
/// genuine changes nothing and is recorded. The answer goes out after the commit: a provider that hears nothing else
/// notifies again.
/// </summary>
internal static class PaymentNotices
{
    private const long Longest = 64 * 1024;

    public static void MapPaymentNotices(this IEndpointRouteBuilder api)
    {
        var notices = api.MapGroup("/payments")
            .RequireAuthorization(Policies.Anyone)
            .RequireRateLimiting(AddressLimits.Notices)
            .WithMetadata(new CalledByProviders(), new BodyLimit(Longest))
            .WithTags("providers");
        notices.MapPost("/wechat/notify", OfWeChatAsync).WithName("WeChatNotify");
        notices.MapPost("/alipay/notify", OfAlipayAsync).WithName("AlipayNotify");
    }

    /// <summary>200 without a body takes it; anything else has it sent again.</summary>
    private static async Task<IResult> OfWeChatAsync(HttpContext http, [AsParameters] NoticeWork work) =>
        await ReceiveAsync(http, work, PaymentMethod.WeChat) switch
        {
            NoticeEnd.Taken => TypedResults.Ok(),
            NoticeEnd.Refused => Fail(StatusCodes.Status401Unauthorized, "签名或内容不符"),
            NoticeEnd.NotNow => Fail(StatusCodes.Status503ServiceUnavailable, "请稍后重试"),
            NoticeEnd.NotHere => TypedResults.NotFound(),
        };

    /// <summary>Exactly "success" takes it; anything else has it sent again.</summary>
    private static async Task<IResult> OfAlipayAsync(HttpContext http, [AsParameters] NoticeWork work) =>
        await ReceiveAsync(http, work, PaymentMethod.Alipay) switch
        {
            NoticeEnd.Taken => TypedResults.Text("success"),
            NoticeEnd.Refused or NoticeEnd.NotNow => TypedResults.Text("fail"),
            NoticeEnd.NotHere => TypedResults.NotFound(),
        };

    private static JsonHttpResult<WeChatFailure> Fail(int status, string message) =>
        TypedResults.Json(new WeChatFailure("FAIL", message), statusCode: status);

    private static async Task<NoticeEnd> ReceiveAsync(HttpContext http, NoticeWork work, PaymentMethod method)
    {
        if (work.Providers.Find(method) is not { } provider)
        {
            return NoticeEnd.NotHere;
        }
        var body = await http.Request.ReadWholeAsync(http.RequestAborted);
        var notice = new Notice(
            body,
            name => http.Request.Headers.TryGetValue(name, out var values) && values is [var one] ? one : null
        );
        // What a provider has begun to say is heard to its end, whether or not it waits for the answer.
        return await provider.ReadAsync(notice, CancellationToken.None) switch
        {
            NoticeReading.Paid paid => await SettleAsync(work, paid.Receipt, body),
            NoticeReading.Other => NoticeEnd.Taken,
            NoticeReading.Refused refused => await RefuseAsync(work, method, refused.Fault, orderNo: null, body),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static async Task<NoticeEnd> SettleAsync(NoticeWork work, OrderReceipt receipt, byte[] body)
    {
        if (
            !OrderNumber.TryReadApplication(receipt.OrderNo, out var id)
            || await work.Store.FindAsync(id, CancellationToken.None) is not { Application: var application }
        )
        {
            // Genuine money that belongs to nobody here: it is on record, and telling it again changes nothing.
            await RefuseAsync(work, receipt.Method, NoticeFault.UnknownOrder, receipt.OrderNo, body);
            return NoticeEnd.Taken;
        }
        if (application.FindOrder(receipt.OrderNo) is { } order)
        {
            NoticeFault? fault =
                order.Method != receipt.Method ? NoticeFault.WrongMethod
                : order.AmountFen != receipt.AmountFen ? NoticeFault.WrongAmount
                : null;
            if (fault is { } known)
            {
                await work.Payments.InquireAsync(application, order, CancellationToken.None);
                return await RefuseAsync(work, receipt.Method, known, receipt.OrderNo, body);
            }
        }
        return
            await work.Commands.HandleAsync(
                id,
                new Command.SettleOrder(receipt),
                new Actor.TheSystem(),
                CancellationToken.None
            ) is Handled.Done
            ? NoticeEnd.Taken
            : NoticeEnd.NotNow;
    }

    private static async Task<NoticeEnd> RefuseAsync(
        NoticeWork work,
        PaymentMethod method,
        NoticeFault fault,
        string? orderNo,
        byte[] body
    )
    {
        await work.Refused.RecordAsync(method, fault, orderNo, body, CancellationToken.None);
        return NoticeEnd.Refused;
    }
}

/// <summary>What receiving a notification needs.</summary>
internal sealed record NoticeWork(
    PaymentProviders Providers,
    IApplicationStore Store,
    CommandHandler Commands,
    PaymentEffects Payments,
    RefusedNotices Refused
);

/// <summary>What the provider is told.</summary>
internal enum NoticeEnd
{
    Taken,
    Refused,
    NotNow,
    NotHere,
}

/// <summary>APIv3's form of a failure (code FAIL with words).</summary>
internal sealed record WeChatFailure(string Code, string Message);
