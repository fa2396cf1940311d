using Enrollment.Access;
using Enrollment.Documents;
using Enrollment.Materials;
using Enrollment.Operation;
using Enrollment.People;
using Enrollment.Seasons;

namespace Enrollment.Applications;

/// <summary>
/// Everything that is not a request (DESIGN §3): carries out pending effects and fires what is due. May run twice at
/// once for one application, or crash anywhere: claims are durable, and every repeat is harmless.
/// </summary>
public sealed class PendingWork(
    IApplicationStore store,
    ISeasonStore seasons,
    CommandHandler commands,
    TextEffects texts,
    PaymentEffects payments,
    PaperMaker papers,
    IMaterialFiles files,
    ISessionStore sessions,
    ServerClock clock
)
{
    /// <summary>Longer than any effect takes; a claim that outlives it was interrupted.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    /// <summary>Rounds of effects that lead to further effects; more than this is left to the next wake.</summary>
    private const int MaxRounds = 10;

    /// <summary>Advances one application as far as it goes now, and answers when it needs attention next.</summary>
    public async Task<DateTimeOffset?> AdvanceAsync(ApplicationId id, CancellationToken cancellationToken)
    {
        var wake = await store.NextWakeAsync(id, cancellationToken);
        for (var round = 0; round < MaxRounds && wake <= clock.Now; round++)
        {
            foreach (var effect in await store.DueEffectsAsync(id, clock.Now, cancellationToken))
            {
                await AttemptAsync(id, effect.Key, cancellationToken);
            }
            await commands.HandleAsync(id, new Command.CatchUp(), new Actor.TheSystem(), cancellationToken);
            wake = await store.NextWakeAsync(id, cancellationToken);
        }
        return wake;
    }

    /// <summary>
    /// Attempts an interactive effect at once, before the driver would, and under the same claim. Nothing happens when
    /// another has it or it is over; the state says what came of it.
    /// </summary>
    public Task AttemptNowAsync(ApplicationId id, string key, CancellationToken cancellationToken) =>
        AttemptAsync(id, key, clock.Now + Effects.InteractiveGrace, cancellationToken);

    private Task AttemptAsync(ApplicationId id, string key, CancellationToken cancellationToken) =>
        AttemptAsync(id, key, clock.Now, cancellationToken);

    private async Task AttemptAsync(
        ApplicationId id,
        string key,
        DateTimeOffset dueBy,
        CancellationToken cancellationToken
    )
    {
        if (await store.ClaimEffectAsync(id, key, dueBy, Lease, cancellationToken) is not { } attempt)
        {
            return;
        }
        var (kind, began) = (attempt.Effect.GetType().Name, Telemetry.Begin());
        using var activity = Telemetry
            .Activities.StartActivity($"effect {kind}")
            ?.SetTag(Telemetry.ApplicationTag, id.Value);
        var outcome = await CarryOutAsync(id, attempt, cancellationToken);
        activity?.SetTag("enrollment.outcome", outcome.GetType().Name);
        Telemetry.Attempted(kind, outcome.GetType().Name, began);
        await store.FinishEffectAsync(id, attempt, outcome, cancellationToken);
    }

    private async Task<EffectOutcome> CarryOutAsync(
        ApplicationId id,
        EffectAttempt attempt,
        CancellationToken cancellationToken
    )
    {
        if (await store.FindAsync(id, cancellationToken) is not { Application: var application })
        {
            return new EffectOutcome.Done();
        }
        var season =
            await seasons.FindAsync(application.Season, cancellationToken)
            ?? throw new InvalidOperationException("The application's season is not in the store.");

        switch (attempt.Effect)
        {
            case Effect.SendText send:
                return await texts.SendAsync(season, application, send.MessageId, attempt, cancellationToken);
            case Effect.MakePapers make:
                await papers.MakeAsync(season, application, make.Version, cancellationToken);
                return new EffectOutcome.Done();
            case Effect.DiscardImage discard:
                await new DisplayCopies(files).DeleteAsync(id, discard.Image, cancellationToken);
                return new EffectOutcome.Done();
            case Effect.EndSessions:
                await sessions.EndSessionsOfAsync(Session.SubjectOf(id), cancellationToken);
                return new EffectOutcome.Done();
            case Effect.PlaceOrder place:
                return await payments.PlaceAsync(season, application, place.OrderNo, attempt, cancellationToken);
            case Effect.WatchOrder watch:
                return await payments.WatchAsync(application, watch.OrderNo, attempt, cancellationToken);
            case Effect.CloseOrder close:
                return await payments.CloseAsync(application, close.OrderNo, attempt, cancellationToken);
            case Effect.RefundMoney refund:
                return await payments.RefundAsync(application, refund.RefundNo, attempt, cancellationToken);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }
}
