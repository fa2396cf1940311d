using Enrollment.Access;
using Enrollment.People;

namespace Enrollment.Tests.Stores;

public abstract class JournalContract : StoreContract
{
    [Fact]
    public async Task Entries_are_kept_and_listed_newest_first_page_by_page()
    {
        var entries = Enumerable.Range(1, 5).Select(Entry).ToList();
        foreach (var entry in entries)
        {
            await Store.Journal.AppendAsync(entry, Stop);
        }
        await Store.ReopenAsync();

        var first = await Store.Journal.ListAsync(cursor: null, limit: 3, Stop);
        var second = await Store.Journal.ListAsync(first.NextCursor, limit: 3, Stop);

        entries.Reverse();
        Assert.Equal(entries[..3], first.Items);
        Assert.Equal(entries[3..], second.Items);
        Assert.Null(second.NextCursor);
    }

    private static JournalEntry Entry(int n) =>
        new(Now, new Actor.Staff("s1", "赵管理"), JournalAct.Exported, $"roster-{n}.xlsx", "paid");
}
