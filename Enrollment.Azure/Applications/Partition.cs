using Enrollment.Azure.Accounts;

namespace Enrollment.Azure.Applications;

/// <summary>An application's head and effects as one read found them, without the state.</summary>
internal sealed record Partition(Head? Head, IReadOnlyList<EffectRow> Effects)
{
    private static readonly string[] Columns =
    [
        .. Head.WithoutState,
        "Key",
        "State",
        "DueAt",
        "Attempt",
        "WasInterrupted",
        "Effect",
    ];

    public static async Task<Partition> ReadAsync(Tables tables, ApplicationId id, CancellationToken cancellationToken)
    {
        Head? head = null;
        var effects = new List<EffectRow>();
        await foreach (
            var row in tables.Applications.QueryAsync(
                $"PartitionKey eq {id.Value} and RowKey ge {Head.RowKey} and RowKey lt {EffectRow.End}",
                cancellationToken,
                Columns
            )
        )
        {
            if (row.RowKey == Head.RowKey)
            {
                head = new Head(row);
            }
            else
            {
                effects.Add(new EffectRow(row));
            }
        }
        return new Partition(head, effects);
    }

    /// <summary>When it next needs attention: its wake, a call for all wakes that it has not answered, or an effect.</summary>
    public long? NextWake(WakeCall? call)
    {
        if (Head is not { IsErased: false })
        {
            return null;
        }
        long?[] instants =
        [
            Head.NextWake,
            call is not null && call.Generation > Head.CallSeen ? call.At : null,
            .. Effects.Select(effect => effect.DueAt),
        ];
        return instants.Min();
    }
}
