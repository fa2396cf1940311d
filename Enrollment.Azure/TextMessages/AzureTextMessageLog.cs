using Azure.Data.Tables;
using Enrollment.Azure.Accounts;
using Enrollment.Azure.Applications;
using Enrollment.Azure.Rows;
using Enrollment.Collections;
using Enrollment.Sealing;
using Enrollment.Serialization;
using Enrollment.TextMessages;

namespace Enrollment.Azure.TextMessages;

/// <summary>Text messages, each sealed whole with its application's key; found by keyed hash, state and time.</summary>
internal sealed class AzureTextMessageLog(Tables tables, KeyRing ring) : ITextMessageLog
{
    public async Task SaveAsync(TextMessage message, CancellationToken cancellationToken)
    {
        if (await KeyOfAsync(message.Application, cancellationToken) is not { } key)
        {
            // Erased while the message was under way: there is nobody whose record it could be.
            return;
        }

        var body = key.Seal(StoredJson.Write(message), SealedPlace.Text(message.Application, message.Id));
        var phone = Convert.ToHexStringLower(ring.Search.HashOf(message.Phone));
        var own = TextRows.OwnRow(message, phone, body);
        var before = await tables.Texts.FindAsync(own.PartitionKey, own.RowKey, cancellationToken);
        var (leading, earlier) = (TextRows.LeadingTo(own), before is null ? [] : TextRows.LeadingTo(before));
        await Task.WhenAll(
            leading
                .Where(row => !earlier.Any(known => TextRows.IsSame(known, row)))
                .Select(row => tables.Texts.PutAsync(row, cancellationToken))
        );
        await tables.Texts.PutAsync(own, cancellationToken);
        await DeleteAsync(earlier.Where(known => !leading.Any(row => TextRows.IsSame(row, known))), cancellationToken);
    }

    public async Task<TextMessage?> FindAsync(string id, CancellationToken cancellationToken) =>
        await tables.Texts.FindAsync(TextRows.PartitionOf(id), TextRows.Own, cancellationToken) is { } own
            ? await MessageOfAsync(own, cancellationToken)
            : null;

    public async Task<TextMessage?> FindByGatewayIdAsync(string gatewayId, CancellationToken cancellationToken) =>
        await tables.Texts.FindAsync(TextRows.GatewayPartition(gatewayId), TextRows.Own, cancellationToken) is { } row
        && await FindAsync(row.GetString("Id"), cancellationToken) is { } message
        && message.GatewayId == gatewayId
            ? message
            : null;

    public async Task<TextMessagePage> ListAsync(TextMessageQuery query, CancellationToken cancellationToken)
    {
        var limit = Math.Clamp(query.Limit, 1, 200);
        var (list, after) = (ListOf(query), AfterOf(query.Cursor));
        var shown = new List<TextMessage>();
        var next = after;
        while (true)
        {
            var rows = await tables
                .Texts.QueryAsync(
                    $"PartitionKey eq {list} and RowKey gt {next}",
                    cancellationToken,
                    ["RowKey"],
                    limit + 1
                )
                .Take(limit + 1)
                .Select(row => row.RowKey)
                .ToListAsync(cancellationToken);
            var messages = await Task.WhenAll(rows.Select(row => FindAsync(TextRows.IdOf(row), cancellationToken)));
            shown.AddRange(messages.OfType<TextMessage>().Where(message => IsAskedFor(message, query)));
            if (shown.Count > limit || rows.Count <= limit)
            {
                return PageOf(shown, limit);
            }
            next = rows[^1];
        }
    }

    /// <summary>Deletes every message of an application, for its erasure.</summary>
    public async Task DeleteAllAsync(ApplicationId application, CancellationToken cancellationToken)
    {
        var list = TextRows.OfApplication(application);
        var rows = await tables
            .Texts.QueryAsync($"PartitionKey eq {list}", cancellationToken, ["RowKey"])
            .ToListAsync(cancellationToken);
        foreach (var id in rows.Select(row => TextRows.IdOf(row.RowKey)))
        {
            if (await tables.Texts.FindAsync(TextRows.PartitionOf(id), TextRows.Own, cancellationToken) is { } own)
            {
                await DeleteAsync([own, .. TextRows.LeadingTo(own)], cancellationToken);
            }
        }
    }

    private Task DeleteAsync(IEnumerable<TableEntity> rows, CancellationToken cancellationToken) =>
        Task.WhenAll(rows.Select(row => tables.Texts.DeleteAsync(row.PartitionKey, row.RowKey, cancellationToken)));

    private string ListOf(TextMessageQuery query) =>
        query switch
        {
            { Application: { } application } => TextRows.OfApplication(application),
            { Phone: { } phone } => TextRows.OfPhone(Convert.ToHexStringLower(ring.Search.HashOf(phone))),
            { State: { } state } => TextRows.InState(state),
            _ => TextRows.All,
        };

    private static bool IsAskedFor(TextMessage message, TextMessageQuery query) =>
        (query.Application is not { } application || message.Application == application)
        && (query.Phone is not { } phone || message.Phone == phone)
        && (query.State is not { } state || message.State == state);

    private static string AfterOf(string? cursor) =>
        Cursor.Parse(cursor) is { } from ? TextRows.ListRow(from.At, from.Id) : "";

    private static TextMessagePage PageOf(List<TextMessage> found, int limit)
    {
        var shown = found.Take(limit).ToValueList();
        return new TextMessagePage(
            shown,
            found.Count > limit ? new Cursor(shown[^1].QueuedAt.UtcTicks, shown[^1].Id).ToString() : null
        );
    }

    private async Task<TextMessage?> MessageOfAsync(TableEntity own, CancellationToken cancellationToken)
    {
        var (id, application) = (own.GetString("Id"), ApplicationId.Parse(own.GetString("Application")));
        return await KeyOfAsync(application, cancellationToken) is { } key
            ? Faults.Translating(() =>
                StoredJson.Read<TextMessage>(key.Open(own.GetParts("Body"), SealedPlace.Text(application, id)))
            )
            : null;
    }

    private Task<DataKey?> KeyOfAsync(ApplicationId application, CancellationToken cancellationToken) =>
        DataKeys.FindAsync(tables, ring, application, cancellationToken);
}
