using Enrollment.Collections;
using Enrollment.Materials;
using Enrollment.Sealing;
using Enrollment.Serialization;
using Enrollment.Sqlite.Connections;
using Enrollment.Sqlite.Keys;
using Enrollment.TextMessages;
using Microsoft.Data.Sqlite;

namespace Enrollment.Sqlite.TextMessages;

/// <summary>Text messages, each sealed whole with its application's key; found by keyed hash, state and time.</summary>
internal sealed class SqliteTextMessageLog(Writer writer, Readers readers, DataKeys keys) : ITextMessageLog
{
    private const string Columns = "t.id, t.application_id, t.body, k.wrapped";
    private const string Tables = "texts t JOIN data_keys k ON k.application_id = t.application_id";

    public async Task SaveAsync(TextMessage message, CancellationToken cancellationToken)
    {
        var key = await keys.FindAsync(message.Application, cancellationToken);
        if (key is null)
        {
            // Erased while the message was under way: there is nobody whose record it could be.
            return;
        }

        var body = key.Seal(StoredJson.Write(message), SealedPlace.Text(message.Application, message.Id));
        var phone = keys.Search.HashOf(message.Phone);
        await writer.WriteAsync(connection => Save(connection, message, body, phone), cancellationToken);
    }

    public Task<TextMessage?> FindAsync(string id, CancellationToken cancellationToken) =>
        readers.ReadAsync(
            connection => connection.First($"SELECT {Columns} FROM {Tables} WHERE t.id = $id", MessageOf, ("$id", id)),
            cancellationToken
        );

    public Task<TextMessage?> FindByGatewayIdAsync(string gatewayId, CancellationToken cancellationToken) =>
        readers.ReadAsync(
            connection =>
                connection.First(
                    $"SELECT {Columns} FROM {Tables} WHERE t.gateway_id = $id",
                    MessageOf,
                    ("$id", gatewayId)
                ),
            cancellationToken
        );

    public Task<TextMessagePage> ListAsync(TextMessageQuery query, CancellationToken cancellationToken)
    {
        var limit = Math.Clamp(query.Limit, 1, 200);
        var conditions = new List<string> { "1" };
        var values = new List<(string, object?)> { ("$rows", limit + 1) };
        if (query.Phone is { } phone)
        {
            conditions.Add("t.phone_hash = $phone");
            values.Add(("$phone", keys.Search.HashOf(phone)));
        }
        if (query.Application is { } application)
        {
            conditions.Add("t.application_id = $application");
            values.Add(("$application", application.Value));
        }
        if (query.State is { } state)
        {
            conditions.Add("t.state = $state");
            values.Add(("$state", WireName.Of(state)));
        }
        if (Cursor.Parse(query.Cursor) is { } cursor)
        {
            conditions.Add("(t.queued_at, t.id) < ($at, $before)");
            values.AddRange([("$at", cursor.At), ("$before", cursor.Id)]);
        }

        var sql = $"""
            SELECT {Columns} FROM {Tables} WHERE {string.Join(" AND ", conditions)}
            ORDER BY t.queued_at DESC, t.id DESC LIMIT $rows
            """;
        return readers.ReadAsync(
            connection => PageOf(connection.Query(sql, MessageOf, [.. values]), limit),
            cancellationToken
        );
    }

    private static TextMessagePage PageOf(List<TextMessage> rows, int limit)
    {
        var shown = rows.Take(limit).ToValueList();
        return new TextMessagePage(
            shown,
            rows.Count > limit ? new Cursor(shown[^1].QueuedAt.UtcTicks, shown[^1].Id).ToString() : null
        );
    }

    private static void Save(StoreConnection connection, TextMessage message, byte[] body, byte[] phone) =>
        connection.Execute(
            """
            INSERT INTO texts (id, application_id, phone_hash, state, queued_at, gateway_id, body)
            SELECT $id, application_id, $phone, $state, $queued, $gateway, $body
            FROM data_keys WHERE application_id = $application
            ON CONFLICT (id) DO UPDATE SET
              application_id = excluded.application_id, phone_hash = excluded.phone_hash, state = excluded.state,
              queued_at = excluded.queued_at, gateway_id = excluded.gateway_id, body = excluded.body
            """,
            ("$id", message.Id),
            ("$phone", phone),
            ("$state", WireName.Of(message.State)),
            ("$queued", message.QueuedAt.UtcTicks),
            ("$gateway", message.GatewayId),
            ("$body", body),
            ("$application", message.Application.Value)
        );

    private TextMessage MessageOf(SqliteDataReader row)
    {
        var (id, application) = (row.GetString(0), row.Application(1));
        return StoredJson.Read<TextMessage>(
            keys.Unwrap(row.Bytes(3), application).Open(row.Bytes(2), SealedPlace.Text(application, id))
        );
    }
}
