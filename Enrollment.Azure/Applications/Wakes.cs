using Enrollment.Azure.Accounts;

namespace Enrollment.Azure.Applications;

/// <summary>
/// Looks for what is due. A hint is believed only after a look at its application; what a broken commit left is mended on
/// the way.
/// </summary>
internal sealed class Wakes(Tables tables, WakeHints hints, WakeCalls calls, Projection projection, TimeSpan patience)
{
    private const int HintsOfAShard = 50;
    private const int LooksAtOnce = 16;

    public async Task<DateTimeOffset?> NextAsync(ApplicationId id, CancellationToken cancellationToken) =>
        await LookAsync(id, cancellationToken) is { } ticks ? InstantOf(ticks) : null;

    public async Task<IReadOnlyList<ApplicationId>> DueAsync(
        DateTimeOffset now,
        int limit,
        CancellationToken cancellationToken
    )
    {
        foreach (var call in await calls.OpenAsync(cancellationToken))
        {
            await calls.CarryOnAsync(call, hints, cancellationToken);
        }
        var most = Math.Min(1000, limit + HintsOfAShard);
        while (true)
        {
            var found = await FoundAsync(now, most, cancellationToken);
            var looked = await LookAtAsync(found, cancellationToken);
            var due = looked
                .Where(one => one.Wake <= now.UtcTicks)
                .DistinctBy(one => one.Hint.Id)
                .OrderBy(one => one.Wake)
                .ThenBy(one => one.Hint.Id)
                .Select(one => one.Hint.Id)
                .Take(limit)
                .ToList();
            // Where a shard was full of hints with nothing behind them, there may be more behind those.
            if (due.Count == limit || !found.CountBy(hint => hint.Partition).Any(shard => shard.Value == most))
            {
                return due;
            }
            if (looked.All(one => one.Wake <= now.UtcTicks))
            {
                return due;
            }
        }
    }

    public async Task<DateTimeOffset?> EarliestAsync(CancellationToken cancellationToken)
    {
        var open = await calls.OpenAsync(cancellationToken);
        long? called = open.Count > 0 ? open.Min(call => call.At) : null;
        while (true)
        {
            var found = await FoundAsync(DateTimeOffset.MaxValue, HintsOfAShard, cancellationToken);
            var (earliest, isSure) = await EarliestOfAsync(found, cancellationToken);
            if (isSure)
            {
                return new[] { earliest, called }.Min() is { } wake ? InstantOf(wake) : null;
            }
        }
    }

    /// <returns>The earliest wake behind these hints, and whether none behind further hints can be earlier.</returns>
    private async Task<(long? Earliest, bool IsSure)> EarliestOfAsync(
        IReadOnlyList<WakeHint> found,
        CancellationToken cancellationToken
    )
    {
        long? earliest = null;
        foreach (var some in found.Chunk(LooksAtOnce))
        {
            if (earliest <= some[0].At)
            {
                return (earliest, true);
            }
            var looked = await LookAtAsync(some, cancellationToken);
            earliest = looked.Select(one => one.Wake).Append(earliest).Min();
        }
        var unread = found
            .GroupBy(hint => hint.Partition)
            .Where(shard => shard.Count() == HintsOfAShard)
            .Select(shard => (long?)shard.Max(hint => hint.At))
            .Min();
        return (earliest, unread is null || earliest <= unread);
    }

    /// <summary>The wake of each hint's application; a hint that is not at it is moved there, or taken away.</summary>
    private async Task<List<(WakeHint Hint, long? Wake)>> LookAtAsync(
        IEnumerable<WakeHint> found,
        CancellationToken cancellationToken
    )
    {
        var looked = new List<(WakeHint, long?)>();
        foreach (var some in found.Chunk(LooksAtOnce))
        {
            looked.AddRange(
                await Task.WhenAll(
                    some.Select(async hint =>
                    {
                        var wake = await LookAsync(hint.Id, cancellationToken);
                        if (wake != hint.At)
                        {
                            // An earlier instant has a hint of its own already, or an unfinished commit's.
                            await (
                                wake is { } at ? hints.WriteAsync(hint.Id, at, cancellationToken) : Task.CompletedTask
                            );
                            await hints.RemoveAsync(hint, cancellationToken);
                        }
                        return (hint, wake);
                    })
                )
            );
        }
        return looked;
    }

    /// <summary>The first hints, after a look at every commit that was begun and may have been broken off.</summary>
    private async Task<IReadOnlyList<WakeHint>> FoundAsync(
        DateTimeOffset until,
        int ofEachShard,
        CancellationToken cancellationToken
    )
    {
        var found = await hints.FirstAsync(until, ofEachShard, cancellationToken);
        var begun = found.Where(hint => hint.IsOfBegunCommit).ToList();
        if (begun.Count == 0)
        {
            return found;
        }
        foreach (var hint in begun)
        {
            await MendAsync(hint, cancellationToken);
        }
        return
        [
            .. (await hints.FirstAsync(until, ofEachShard, cancellationToken)).Where(hint => !hint.IsOfBegunCommit),
        ];
    }

    /// <summary>
    /// What a broken commit left is projected anew; of one that is perhaps under way only the wake is looked at.
    /// </summary>
    private async Task MendAsync(WakeHint hint, CancellationToken cancellationToken)
    {
        if (hint.IsOlderThan(patience))
        {
            await projection.RebuildAsync(hint.Id, [.. hint.Keys], cancellationToken);
            await hints.RemoveAsync(hint, cancellationToken);
            return;
        }
        var partition = await Partition.ReadAsync(tables, hint.Id, cancellationToken);
        await projection.HintAsync(partition, cancellationToken);
    }

    private async Task<long?> LookAsync(ApplicationId id, CancellationToken cancellationToken)
    {
        var partition = await Partition.ReadAsync(tables, id, cancellationToken);
        return partition.Head is { } head
            ? partition.NextWake(await calls.FindAsync(head.Season, cancellationToken))
            : null;
    }

    private static DateTimeOffset InstantOf(long ticks) => new(ticks, TimeSpan.Zero);
}
