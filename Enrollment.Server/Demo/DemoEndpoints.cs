using Enrollment.Api.Access;
using Enrollment.Collections;
using Enrollment.People;
using Enrollment.TextMessages;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Enrollment.Server.Demo;

/// <summary>What only the demo has: reading the text messages that nobody receives.</summary>
internal static class DemoEndpoints
{
    public static void MapDemo(this IEndpointRouteBuilder app) =>
        app.MapGet("/api/demo/text-messages", ListAsync)
            .RequireAuthorization(Policies.Anyone)
            .WithTags("demo")
            .WithName("DemoTextMessages");

    /// <summary>The messages to a phone, newest first.</summary>
    private static async Task<Results<Ok<DemoTexts>, BadRequest>> ListAsync(
        string phone,
        ITextMessageLog log,
        SignInTexts signInTexts,
        CancellationToken cancellationToken
    )
    {
        if (!PhoneNumber.TryParse(phone, null, out var number))
        {
            return TypedResults.BadRequest();
        }
        await signInTexts.SettledAsync();
        var page = await log.ListAsync(new TextMessageQuery { Phone = number }, cancellationToken);
        return TypedResults.Ok(
            new DemoTexts([
                .. page.Items.Select(text => new DemoText(text.Template, text.Words, text.State, text.QueuedAt)),
            ])
        );
    }
}

internal sealed record DemoTexts(ValueList<DemoText> Items);

internal sealed record DemoText(TextTemplate Template, string Words, TextState State, DateTimeOffset QueuedAt);
