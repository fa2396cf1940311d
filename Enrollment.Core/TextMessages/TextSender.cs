using Enrollment.Applications;
using Enrollment.Collections;
using Enrollment.Materials;
using Enrollment.Operation;
using Enrollment.People;
using Enrollment.Seasons;

namespace Enrollment.TextMessages;

/// <summary>Renders a message, hands it to the gateway and keeps the log in step (R15).</summary>
public sealed class TextSender(ITextGateway gateway, ITextMessageLog log, ServerClock clock)
{
    public TextGatewayTraits Traits => gateway.Traits;

    /// <summary>Sends one message. An exception of the gateway leaves the message's end open, and is passed on.</summary>
    public async Task<TextHandover> SendAsync(
        Season season,
        ApplicationId application,
        PhoneNumber phone,
        TextDraft draft,
        CancellationToken cancellationToken
    )
    {
        var wording = season.TextWordings.Single(one => one.Template == draft.Template);
        var variables = draft.Variables.AddRange(TextWording.OfSeason(season).Where(wording.Names));
        var message = new TextMessage
        {
            Id = draft.MessageId,
            Application = application,
            Template = draft.Template,
            Phone = phone,
            Words = wording.Render(gateway.Traits.IsReadInTheLog ? variables : [.. variables.Select(Masked)]),
            State = TextState.Queued,
            QueuedAt = clock.Now,
            ChangedAt = clock.Now,
        };
        await log.SaveAsync(message, cancellationToken);

        var handover = await gateway.SendAsync(
            new(
                draft.MessageId,
                phone,
                draft.Template,
                wording.Code,
                variables,
                wording.Render(variables),
                draft.QueuedAt
            ),
            cancellationToken
        );
        await log.SaveAsync(
            message with
            {
                State = handover.State,
                GatewayId = handover.GatewayId,
                Detail = handover.Detail,
                ChangedAt = clock.Now,
            },
            cancellationToken
        );
        Telemetry.Texted(WireName.Of(draft.Template), WireName.Of(handover.State));
        return handover;
    }

    /// <summary>Staff who read the log must not be able to sign in for somebody.</summary>
    private static TextVariable Masked(TextVariable variable) =>
        variable.Name == "code" ? variable with { Value = "******" } : variable;

    /// <summary>Writes down what became of a message that was logged before; without effect on one that was not.</summary>
    public async Task NoteAsync(string messageId, TextState state, string? detail, CancellationToken cancellationToken)
    {
        if (await log.FindAsync(messageId, cancellationToken) is { } message)
        {
            Telemetry.Texted(WireName.Of(message.Template), WireName.Of(state));
            await log.SaveAsync(
                message with
                {
                    State = state,
                    Detail = detail,
                    ChangedAt = clock.Now,
                },
                cancellationToken
            );
        }
    }
}

/// <summary>A message before it is rendered.</summary>
/// <param name="QueuedAt">As the effect has it, so that a repeat says the same.</param>
public sealed record TextDraft(
    string MessageId,
    TextTemplate Template,
    ValueList<TextVariable> Variables,
    DateTimeOffset QueuedAt
);
