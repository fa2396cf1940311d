using System.Globalization;
using Azure.Data.Tables;
using Enrollment.Azure.Accounts;

namespace Enrollment.Azure.Applications;

/// <summary>
/// The latest instant of any commit (R2). Every process raises one row of several, so that they do not wait for each
/// other; the mark is the highest of them.
/// </summary>
internal sealed class HighWater(Tables tables) : IDisposable
{
    private const string Partition = "high-water";
    private const int Rows = 16;

    private readonly string _row = Random.Shared.Next(Rows).ToString("D2", CultureInfo.InvariantCulture);
    private readonly SemaphoreSlim _turn = new(1);
    private long _raisedTo;

    /// <summary>Returns when the mark stands at this instant or later.</summary>
    public async Task RaiseAsync(DateTimeOffset instant, CancellationToken cancellationToken)
    {
        // Whoever waited may find that a later instant was written meanwhile.
        if (Interlocked.Read(ref _raisedTo) >= instant.UtcTicks)
        {
            return;
        }
        await _turn.WaitAsync(cancellationToken);
        try
        {
            if (Interlocked.Read(ref _raisedTo) < instant.UtcTicks)
            {
                await RaiseRowAsync(instant.UtcTicks, cancellationToken);
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    public async Task<DateTimeOffset> ReadAsync(CancellationToken cancellationToken)
    {
        var highest = 0L;
        await foreach (var row in tables.Settings.QueryAsync($"PartitionKey eq {Partition}", cancellationToken))
        {
            highest = Math.Max(highest, TicksOf(row));
        }
        return new DateTimeOffset(highest, TimeSpan.Zero);
    }

    public void Dispose() => _turn.Dispose();

    private async Task RaiseRowAsync(long ticks, CancellationToken cancellationToken)
    {
        bool stands;
        do
        {
            var row = await tables.Settings.FindAsync(Partition, _row, cancellationToken);
            var raised = new TableEntity(Partition, _row)
            {
                ["Ticks"] = Math.Max(ticks, row is null ? 0 : TicksOf(row)),
            };
            stands = row is null
                ? await tables.Settings.AddAsync(raised, cancellationToken) is not null
                : TicksOf(row) >= ticks
                    || await tables.Settings.ReplaceAsync(raised, row.ETag, cancellationToken) is not null;
        } while (!stands);
        Interlocked.Exchange(ref _raisedTo, ticks);
    }

    private static long TicksOf(TableEntity row) => row.GetInt64("Ticks") ?? 0;
}
