using Enrollment.Applications;
using Enrollment.Sealing;
using Enrollment.Tests.Stores;

namespace Enrollment.Tests.Azure;

/// <summary>A rotated master key, on Tables (DESIGN §3, Personal data).</summary>
public sealed class RewrappingTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 30, 0, TimeSpan.FromHours(8));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_rotated_key_wraps_every_data_key_and_the_one_before_is_needed_no_more()
    {
        await using var store = await AzureStoreUnderTest.BeginAsync();
        var application = Sample.Invited(1);
        await store.Applications.CommitAsync(Sample.Opening(application), Stop);
        await store.Files.WriteAsync(application.Id, "photo.jpg", new byte[] { 1, 2, 3 }, Stop);
        var rotated = store.Options.Keys.Rotated();

        using (var elsewhere = await store.OpenElsewhereAsync(keys: rotated))
        {
            Assert.Equal(1, await elsewhere.RewrapAsync(Stop));
            Assert.Equal(0, await elsewhere.RewrapAsync(Stop));
        }

        using var after = await store.OpenElsewhereAsync(keys: Only(rotated));
        Assert.Equal(application, (await after.Applications.FindAsync(application.Id, Stop))!.Application);
        Assert.Equal([1, 2, 3], await after.Files.ReadAsync(application.Id, "photo.jpg", Stop));
        var page = await after.Index.ListAsync(new ApplicationQuery { Season = "2026", Text = "张三丰" }, Stop);
        Assert.Equal([ApplicationSummary.Of(application)], page.Items);
    }

    [Fact]
    public async Task Writers_go_on_while_their_keys_are_wrapped_anew()
    {
        await using var store = await AzureStoreUnderTest.BeginAsync();
        var applications = Enumerable.Range(1, 5).Select(n => Sample.Invited(n)).ToList();
        foreach (var application in applications)
        {
            await store.Applications.CommitAsync(Sample.Opening(application), Stop);
        }
        using var elsewhere = await store.OpenElsewhereAsync(keys: store.Options.Keys.Rotated());

        await Task.WhenAll(
            applications
                .Select(application => NoteAsync(elsewhere.Applications, application.Id))
                .Append(elsewhere.RewrapAsync(Stop))
        );

        foreach (var application in applications)
        {
            var stored = await elsewhere.Applications.FindAsync(application.Id, Stop);
            Assert.Equal((2, 1), (stored!.Version, stored.Application.Notes.Count));
        }
        Assert.Equal(0, await elsewhere.RewrapAsync(Stop));
    }

    private static async Task NoteAsync(IApplicationStore store, ApplicationId id)
    {
        CommitResult result;
        do
        {
            var (application, version) = (await store.FindAsync(id, Stop))!;
            result = await store.CommitAsync(Sample.Noting(application, version, "note", Now), Stop);
        } while (result == CommitResult.Conflict);
    }

    /// <summary>The ring without the master keys that are not in force.</summary>
    private static KeyRing Only(KeyRing ring)
    {
        var text = System.Text.Json.Nodes.JsonNode.Parse(ring.ToText())!;
        var keys = text["masterKeys"]!.AsObject();
        foreach (var id in keys.Select(pair => pair.Key).Where(id => id != ring.Current.Id).ToList())
        {
            keys.Remove(id);
        }
        return KeyRing.Parse(text.ToJsonString());
    }
}
