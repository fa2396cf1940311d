using System.Text;
using Azure.Data.Tables;
using Enrollment.Applications;
using Enrollment.Azure.Accounts;
using Enrollment.Sealing;

namespace Enrollment.Azure.Applications;

/// <summary>
/// Effects: pending → claimed (with a lease, durable before the call) → done, failed or unknown, or pending again later
/// (DESIGN §3). Each is a row of its own, changed under its own ETag.
/// </summary>
internal sealed class AzureEffects(Tables tables, WakeHints hints, KeyRing ring)
{
    private const string StuckPartition = "stuck";

    public async Task<IReadOnlyList<EffectAttempt>> DueAsync(
        ApplicationId id,
        DateTimeOffset now,
        CancellationToken cancellationToken
    ) =>
        [
            .. (await Partition.ReadAsync(tables, id, cancellationToken))
                .Effects.Where(effect => effect.DueAt <= now.UtcTicks)
                .OrderBy(effect => effect.DueAt)
                .ThenBy(effect => effect.Key, StringComparer.Ordinal)
                .Select(effect => new EffectAttempt(
                    effect.Key,
                    effect.Effect,
                    effect.Attempt,
                    effect.WasInterrupted || effect.State == EffectRow.Claimed
                )),
        ];

    public async Task<EffectAttempt?> ClaimAsync(
        ApplicationId id,
        string key,
        DateTimeOffset now,
        TimeSpan lease,
        CancellationToken cancellationToken
    )
    {
        if (await FindAsync(id, key, cancellationToken) is not { } effect || !(effect.DueAt <= now.UtcTicks))
        {
            return null;
        }
        var attempt = new EffectAttempt(
            key,
            effect.Effect,
            effect.Attempt + 1,
            effect.WasInterrupted || effect.State == EffectRow.Claimed
        );
        var claimed = effect.After(EffectRow.Claimed, now + lease, attempt.Attempt, attempt.WasInterrupted, effect.Why);
        // The hint at the instant it was due stays until somebody looks, and finds the lease.
        return await tables.Applications.ReplaceAsync(claimed, effect.ETag, cancellationToken) is null ? null : attempt;
    }

    public async Task FinishAsync(
        ApplicationId id,
        EffectAttempt attempt,
        EffectOutcome outcome,
        CancellationToken cancellationToken
    )
    {
        (string State, DateTimeOffset? DueAt, string? Why) end = outcome switch
        {
            EffectOutcome.Done => (EffectRow.Done, null, null),
            EffectOutcome.Retry retry => (EffectRow.Pending, retry.At, retry.Why),
            EffectOutcome.Failed failed => (EffectRow.Failed, null, failed.Why),
            EffectOutcome.Unknown => (EffectRow.Unknown, null, null),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        if (
            await FindAsync(id, attempt.Key, cancellationToken) is not { State: EffectRow.Claimed } effect
            || effect.Attempt != attempt.Attempt
        )
        {
            return;
        }
        // A gateway's words may repeat the number that it was given.
        var why = end.Why is not null ? await SealAsync(id, attempt.Key, end.Why, cancellationToken) : null;
        var finished = effect.After(end.State, end.DueAt, effect.Attempt, effect.WasInterrupted, why);
        if (end.State is EffectRow.Failed or EffectRow.Unknown)
        {
            // First: on the staff's list too early, it is looked at and left out; too late, nobody would know of it.
            await tables.Applications.PutAsync(StuckRow(effect), cancellationToken);
        }
        await tables.Applications.ReplaceAsync(finished, effect.ETag, cancellationToken);
        if (end.DueAt is { } again)
        {
            await hints.WriteAsync(id, again.UtcTicks, cancellationToken);
        }
    }

    public async Task<IReadOnlyList<StuckEffect>> StuckAsync(int limit, CancellationToken cancellationToken)
    {
        var stuck = new List<StuckEffect>();
        await foreach (
            var row in tables.Applications.QueryAsync($"PartitionKey eq {StuckPartition}", cancellationToken)
        )
        {
            var (id, key) = (ApplicationId.Parse(row.GetString("Application")), row.GetString("Key"));
            if (await FindAsync(id, key, cancellationToken) is { IsStuck: true } effect)
            {
                stuck.Add(new StuckEffect(id, key, effect.Effect, await WhyAsync(effect, cancellationToken)));
            }
            if (stuck.Count == limit)
            {
                break;
            }
        }
        return stuck;
    }

    private async Task<EffectRow?> FindAsync(ApplicationId id, string key, CancellationToken cancellationToken) =>
        await tables.Applications.FindAsync(id.Value, EffectRow.RowKeyOf(key), cancellationToken) is { } row
            ? new EffectRow(row)
            : null;

    private async Task<byte[]?> SealAsync(
        ApplicationId id,
        string key,
        string why,
        CancellationToken cancellationToken
    ) =>
        await KeyOfAsync(id, cancellationToken) is { } dataKey
            ? dataKey.Seal(Encoding.UTF8.GetBytes(why), SealedPlace.EffectReason(id, key))
            : null;

    private async Task<string> WhyAsync(EffectRow effect, CancellationToken cancellationToken) =>
        effect.Why is { } why && await KeyOfAsync(effect.Application, cancellationToken) is { } key
            ? Faults.Translating(() =>
                Encoding.UTF8.GetString(key.Open(why, SealedPlace.EffectReason(effect.Application, effect.Key)))
            )
            : "";

    private Task<DataKey?> KeyOfAsync(ApplicationId id, CancellationToken cancellationToken) =>
        DataKeys.FindAsync(tables, ring, id, cancellationToken);

    private static TableEntity StuckRow(EffectRow effect) =>
        new(StuckPartition, $"{effect.Application}_{effect.Row.RowKey}")
        {
            ["Application"] = effect.Application.Value,
            ["Key"] = effect.Key,
        };
}
