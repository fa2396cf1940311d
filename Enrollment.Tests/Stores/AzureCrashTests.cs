using Azure.Core;
using Azure.Core.Pipeline;
using Enrollment.Applications;

namespace Enrollment.Tests.Stores;

/// <summary>What a process that falls in the middle of a commit leaves, and who mends it (DESIGN §3).</summary>
public sealed class AzureCrashTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 30, 0, TimeSpan.FromHours(8));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_fall_between_commit_and_signal_is_mended_by_the_sweep()
    {
        await using var store = await AzureStoreUnderTest.BeginAsync(patience: TimeSpan.Zero);
        var application = Sample.Invited(1);

        await FallAsync(store, Sample.Opening(application) with { Wake = Now }, Moment.AfterTheCommit);

        Assert.Equal([application.Id], await store.Applications.DueAsync(Now, 10, Stop));
        var page = await store.Index.ListAsync(new ApplicationQuery { Season = "2026", Text = "张三丰" }, Stop);
        Assert.Equal([ApplicationSummary.Of(application)], page.Items);
        Assert.Equal(application.Id, await store.Index.FindByPhoneAsync("2026", Sample.Phone(1), Stop));
    }

    [Fact]
    public async Task Rows_of_the_state_before_are_taken_away_by_the_sweep()
    {
        await using var store = await AzureStoreUnderTest.BeginAsync(patience: TimeSpan.Zero);
        var application = Sample.Invited(1);
        await store.Applications.CommitAsync(Sample.Opening(application), Stop);

        var moved = application.At(new Stage.Submitted(null), Now);
        await FallAsync(store, Sample.Saving(moved, 1, Now), Moment.AfterTheCommit);
        await store.Applications.DueAsync(Now, 10, Stop);

        var counts = await store.Index.CountByStageAsync("2026", Stop);
        Assert.Equal(new Dictionary<StageName, int> { [StageName.Submitted] = 1 }, counts);
    }

    [Fact]
    public async Task A_fall_before_the_commit_leaves_nothing_and_its_phone_is_free_again()
    {
        await using var store = await AzureStoreUnderTest.BeginAsync(patience: TimeSpan.Zero);
        var application = Sample.Invited(1);

        await FallAsync(store, Sample.Opening(application) with { Wake = Now }, Moment.BeforeTheCommit);

        Assert.Empty(await store.Applications.DueAsync(Now, 10, Stop));
        Assert.Null(await store.Applications.FindAsync(application.Id, Stop));
        var another = Sample.Invited(2) with { Account = application.Account };
        Assert.Equal(CommitResult.Committed, await store.Applications.CommitAsync(Sample.Opening(another), Stop));
    }

    [Fact]
    public async Task Of_sixteen_writers_on_one_application_no_event_is_lost_and_none_doubled()
    {
        await using var store = await AzureStoreUnderTest.BeginAsync();
        var application = Sample.Invited(1);
        await store.Applications.CommitAsync(Sample.Opening(application), Stop);

        await Task.WhenAll(
            Enumerable
                .Range(0, 16)
                .Select(writer => Task.Run(() => NoteAsync(store, application.Id, $"{writer}"), Stop))
        );

        var events = await store.Applications.ReadEventsAsync(application.Id, Stop);
        var notes = events.Select(one => one.Event).OfType<Event.NoteAdded>().Select(note => note.Text).ToList();
        Assert.Equal(
            Enumerable.Range(0, 16).Select(writer => $"{writer}").Order(StringComparer.Ordinal),
            notes.Order(StringComparer.Ordinal)
        );
        var stored = await store.Applications.FindAsync(application.Id, Stop);
        Assert.Equal(notes, stored!.Application.Notes.Select(note => note.Text));
        Assert.Equal(17, stored.Version);
    }

    private static async Task NoteAsync(AzureStoreUnderTest store, ApplicationId id, string text)
    {
        CommitResult result;
        do
        {
            var (application, version) = (await store.Applications.FindAsync(id, Stop))!;
            result = await store.Applications.CommitAsync(Sample.Noting(application, version, text, Now), Stop);
        } while (result == CommitResult.Conflict);
    }

    private static async Task FallAsync(AzureStoreUnderTest store, Commit commit, Moment moment)
    {
        var fall = new Fall(moment);
        using var elsewhere = await store.OpenElsewhereAsync(fall);
        fall.IsNear = true;
        await Assert.ThrowsAsync<FellException>(() => elsewhere.Applications.CommitAsync(commit, Stop));
    }

    private enum Moment
    {
        BeforeTheCommit,
        AfterTheCommit,
    }

    private sealed class FellException() : Exception("The process fell.");

    /// <summary>From one moment on, nothing more leaves the process.</summary>
    private sealed class Fall(Moment moment) : HttpPipelinePolicy
    {
        private bool _fell;

        public bool IsNear { get; set; }

        public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
        {
            var isCommit = IsNear && message.Request.Uri.ToString().EndsWith("$batch", StringComparison.Ordinal);
            _fell |= isCommit && moment == Moment.BeforeTheCommit;
            if (_fell)
            {
                throw new FellException();
            }
            await ProcessNextAsync(message, pipeline);
            _fell |= isCommit;
        }

        public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
            throw new NotSupportedException();
    }
}
