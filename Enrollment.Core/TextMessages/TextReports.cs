using Enrollment.Applications;
using Enrollment.Materials;
using Enrollment.Operation;

namespace Enrollment.TextMessages;

/// <summary>Takes a gateway's delivery reports, which come by the gateway's own ids (R15).</summary>
public sealed class TextReports(ITextMessageLog log, CommandHandler commands, ServerClock clock)
{
    /// <returns>False for a message that is not ours; a repeated or late report is harmless.</returns>
    public async Task<bool> ApplyAsync(
        string gatewayId,
        TextState state,
        string? detail,
        CancellationToken cancellationToken
    )
    {
        if (await log.FindByGatewayIdAsync(gatewayId, cancellationToken) is not { } message)
        {
            return false;
        }
        Telemetry.Texted(WireName.Of(message.Template), WireName.Of(state));

        await log.SaveAsync(
            message with
            {
                State = message.State == TextState.Delivered ? TextState.Delivered : state,
                Detail = detail,
                ChangedAt = clock.Now,
            },
            cancellationToken
        );
        await commands.RecordAsync(
            message.Application,
            new Command.ReportText(message.Id, state, IsFinal: false, detail),
            cancellationToken
        );
        return true;
    }
}
