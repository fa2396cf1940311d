using System.Text;
using System.Text.RegularExpressions;
using Azure.Data.Tables;
using Enrollment.Access;
using Enrollment.Azure.Accounts;
using Enrollment.Azure.Rows;
using Enrollment.Collections;
using Enrollment.Serialization;

namespace Enrollment.Azure.Access;

/// <summary>
/// The staff's journal, newest first by the machine's clock at writing. Its cursor is the key of the last row shown.
/// </summary>
internal sealed partial class AzureJournal(Tables tables) : IJournal
{
    private const string Partition = "journal";

    private long _lastTicks;

    public Task AppendAsync(JournalEntry entry, CancellationToken cancellationToken) =>
        tables.Settings.AddAsync(
            new TableEntity(Partition, RowKeys.Latest(NextTicks(), Guid.NewGuid().ToString("N")))
            {
                ["Entry"] = Encoding.UTF8.GetString(StoredJson.Write(entry)),
            },
            cancellationToken
        );

    /// <exception cref="FormatException">Not a cursor of ours.</exception>
    public async Task<JournalPage> ListAsync(string? cursor, int limit, CancellationToken cancellationToken)
    {
        var rows = Math.Clamp(limit, 1, 200);
        if (cursor is not null && !CursorOfOurs.IsMatch(cursor))
        {
            throw new FormatException("Not a cursor.");
        }
        var after = cursor ?? "";
        var found = await tables
            .Settings.QueryAsync(
                $"PartitionKey eq {Partition} and RowKey gt {after}",
                cancellationToken,
                null,
                rows + 1
            )
            .Take(rows + 1)
            .ToListAsync(cancellationToken);
        return new JournalPage(
            found.Take(rows).Select(EntryOf).ToValueList(),
            found.Count > rows ? found[rows - 1].RowKey : null
        );
    }

    /// <summary>Never the same twice in one process, so that entries keep their order within one tick of the clock.</summary>
    private long NextTicks()
    {
        long last;
        long next;
        do
        {
            last = Interlocked.Read(ref _lastTicks);
            next = Math.Max(last + 1, DateTimeOffset.UtcNow.UtcTicks);
        } while (Interlocked.CompareExchange(ref _lastTicks, next, last) != last);
        return next;
    }

    private static JournalEntry EntryOf(TableEntity row) =>
        StoredJson.Read<JournalEntry>(Encoding.UTF8.GetBytes(row.GetString("Entry")));

    [GeneratedRegex(@"^[0-9]{19}_[0-9a-f]{32}\z", RegexOptions.None, 1000)]
    private static partial Regex CursorOfOurs { get; }
}
