using Azure;
using Azure.Data.Tables;
using Enrollment.Applications;
using Enrollment.Azure.Rows;
using Enrollment.Serialization;

namespace Enrollment.Azure.Applications;

/// <summary>An effect's row, in its application's partition.</summary>
internal sealed class EffectRow(TableEntity row)
{
    public const string First = "effect_";

    /// <summary>After every effect's row, before every event's.</summary>
    public const string End = "effect`";

    public const string Pending = "pending";
    public const string Claimed = "claimed";
    public const string Done = "done";
    public const string Failed = "failed";
    public const string Unknown = "unknown";

    public ETag ETag => row.ETag;

    public TableEntity Row => row;

    public ApplicationId Application => ApplicationId.Parse(row.PartitionKey);

    public string Key => row.GetString("Key");

    public string State => row.GetString("State");

    /// <summary>From when it may be attempted, or when the lease of a claimed one ends; null once it is over.</summary>
    public long? DueAt => row.GetInt64("DueAt");

    public int Attempt => row.GetInt32("Attempt") ?? 0;

    public bool WasInterrupted => row.GetBoolean("WasInterrupted") ?? false;

    public bool IsStuck => State is Failed or Unknown;

    public byte[]? Why => row.GetBinary("Why");

    public Effect Effect => StoredJson.Read<Effect>(System.Text.Encoding.UTF8.GetBytes(row.GetString("Effect")));

    public static string RowKeyOf(string key) => First + RowKeys.Escape(key);

    public static TableEntity RowOf(ApplicationId id, PlannedEffect planned) =>
        new(id.Value, RowKeyOf(planned.Key))
        {
            ["Key"] = planned.Key,
            ["State"] = Pending,
            ["DueAt"] = planned.DueAt.UtcTicks,
            ["Attempt"] = 0,
            ["WasInterrupted"] = false,
            ["Effect"] = System.Text.Encoding.UTF8.GetString(StoredJson.Write(planned.Effect)),
        };

    /// <summary>The row as it is after a step of the effect's life.</summary>
    public TableEntity After(string state, DateTimeOffset? dueAt, int attempt, bool wasInterrupted, byte[]? why) =>
        new(row.PartitionKey, row.RowKey)
        {
            ["Key"] = Key,
            ["State"] = state,
            ["DueAt"] = dueAt?.UtcTicks,
            ["Attempt"] = attempt,
            ["WasInterrupted"] = wasInterrupted,
            ["Effect"] = row["Effect"],
            ["Why"] = why,
        };
}
