using Azure.Data.Tables;
using Enrollment.Azure.Rows;
using Enrollment.Materials;
using Enrollment.TextMessages;

namespace Enrollment.Azure.TextMessages;

/// <summary>
/// A message's own row, and the rows by which it is listed, newest first: of all, of its phone, of its application, in
/// its state. The own row is what counts; a list row that it does not bear out is left out.
/// </summary>
internal static class TextRows
{
    public const string Own = "text";
    public const string All = "all";

    public static string PartitionOf(string id) => $"text_{RowKeys.Escape(id)}";

    public static string GatewayPartition(string gatewayId) => $"gateway_{RowKeys.Escape(gatewayId)}";

    public static string OfPhone(string hash) => $"phone_{hash}";

    public static string OfApplication(ApplicationId id) => $"application_{id}";

    public static string InState(TextState state) => $"state_{WireName.Of(state)}";

    public static string ListRow(long queuedAt, string id) => RowKeys.Latest(queuedAt, RowKeys.Falling(id));

    public static string IdOf(string listRow) => RowKeys.Rising(RowKeys.RestOf(listRow));

    public static TableEntity OwnRow(TextMessage message, string phoneHash, byte[] sealedBody)
    {
        var row = new TableEntity(PartitionOf(message.Id), Own)
        {
            ["Id"] = message.Id,
            ["Application"] = message.Application.Value,
            ["QueuedAt"] = message.QueuedAt.UtcTicks,
            ["Phone"] = phoneHash,
            ["State"] = WireName.Of(message.State),
            ["GatewayId"] = message.GatewayId,
        };
        row.SetParts("Body", sealedBody);
        return row;
    }

    /// <summary>Every row that leads to a message's own.</summary>
    public static IReadOnlyList<TableEntity> LeadingTo(TableEntity own)
    {
        var (id, queuedAt) = (own.GetString("Id"), own.GetInt64("QueuedAt") ?? 0);
        List<TableEntity> rows =
        [
            .. new[]
            {
                All,
                OfPhone(own.GetString("Phone")),
                $"application_{own.GetString("Application")}",
                $"state_{own.GetString("State")}",
            }.Select(list => new TableEntity(list, ListRow(queuedAt, id))),
        ];
        if (own.GetString("GatewayId") is { } gatewayId)
        {
            rows.Add(new TableEntity(GatewayPartition(gatewayId), Own) { ["Id"] = id });
        }
        return rows;
    }

    public static bool IsSame(TableEntity left, TableEntity right) =>
        left.PartitionKey == right.PartitionKey && left.RowKey == right.RowKey;
}
