using Enrollment.Api.Problems;
using Enrollment.Api.Staff;
using Enrollment.Applications;
using Enrollment.Collections;
using Enrollment.Materials;
using Enrollment.People;
using Enrollment.TextMessages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Enrollment.Api.Admin;

/// <summary>What became of the text messages, and sending one again (R15).</summary>
internal static class TextMessages
{
    public static void MapTextMessages(this IEndpointRouteBuilder admin)
    {
        admin.MapGet("/text-messages", ListAsync).WithName("AdminTextMessages");
        admin.MapPost("/text-messages/resend", ResendManyAsync).WithName("AdminResendTexts");
        admin.MapPost("/text-messages/{id}/resend", ResendAsync).WithName("AdminResendText");
    }

    private static async Task<Results<Ok<TextMessagePage>, ProblemHttpResult>> ListAsync(
        string? phone,
        ApplicationId? application,
        string? state,
        string? cursor,
        int? limit,
        HttpContext http,
        ITextMessageLog log,
        CancellationToken cancellationToken
    )
    {
        var language = http.Language();
        PhoneNumber? number = null;
        if (phone is not (null or "") && !PhoneNumber.TryParse(phone, null, out number))
        {
            return Problem.BadValue("phone", new Words("不是手机号。", "Not a mobile number.").In(language), language);
        }
        var known = default(TextState);
        var isOfOneState = state is not (null or "");
        if (isOfOneState && !WireName.TryParse(state, out known))
        {
            return Problem.BadValue("state", new Words("没有这种状态。", "No such state.").In(language), language);
        }
        var page = await log.ListAsync(
            new()
            {
                Phone = number,
                Application = application,
                State = isOfOneState ? known : null,
                Cursor = cursor,
                Limit = Math.Clamp(limit ?? 50, 1, 200),
            },
            cancellationToken
        );
        return TypedResults.Ok(page);
    }

    /// <summary>
    /// Sends again what failed, or what nobody knows the fate of, to everybody whose last message of its template it is: a
    /// page of them at a time, oldest pages last. A dry run says to whom (R15).
    /// </summary>
    /// <param name="state">"failed" or "unknown".</param>
    private static async Task<Results<Ok<ResendAnswer>, ProblemHttpResult>> ResendManyAsync(
        bool dryRun,
        string state,
        string? cursor,
        ITextMessageLog log,
        IApplicationStore store,
        [AsParameters] StaffCommands staff
    )
    {
        if (
            !WireName.TryParse<TextState>(state, out var wanted)
            || wanted is not (TextState.Failed or TextState.Unknown)
        )
        {
            return Problem.BadValue(
                "state",
                new Words("只能重发失败或状态不明的短信。", "Only failed or unknown messages are sent again.").In(
                    staff.Language
                ),
                staff.Language
            );
        }
        var page = await log.ListAsync(
            new()
            {
                State = wanted,
                Cursor = cursor,
                Limit = ResentAtOnce,
            },
            staff.Aborted
        );
        var sent = new List<TextMessage>();
        foreach (var message in page.Items)
        {
            var stored = await store.FindAsync(message.Application, staff.Aborted);
            var last = stored?.Application.Messages.LastOrDefault(one => one.Template == message.Template);
            if (
                last?.Id == message.Id
                && (
                    dryRun
                    || await staff.HandleAsync(message.Application, new Command.SendTextAgain(message.Id))
                        is Handled.Done
                )
            )
            {
                sent.Add(message);
            }
        }
        return TypedResults.Ok(new ResendAnswer(dryRun, [.. sent], page.NextCursor));
    }

    private const int ResentAtOnce = 100;

    /// <summary>A new message with the same template and variables, to the phone that the account has now.</summary>
    private static async Task<Results<Ok<AccountAnswer>, NotFound, ProblemHttpResult>> ResendAsync(
        string id,
        ITextMessageLog log,
        [AsParameters] StaffCommands staff
    ) =>
        await log.FindAsync(id, staff.Aborted) is { } message
            ? await staff.DoAsync(message.Application, new Command.SendTextAgain(id), AccountAnswer.Of)
            : TypedResults.NotFound();
}

/// <param name="Messages">Those that are sent again, or would be.</param>
public sealed record ResendAnswer(bool IsDryRun, ValueList<TextMessage> Messages, string? NextCursor);
