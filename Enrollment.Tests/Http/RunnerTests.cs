using Enrollment.Applications;
using Enrollment.Tests.Builders;
using Enrollment.TextMessages;

namespace Enrollment.Tests.Http;

/// <summary>The runner of the embedded host: what is due happens by itself, also after a restart (DESIGN §3).</summary>
public sealed class RunnerTests
{
    [Fact]
    public async Task A_text_goes_out_by_itself()
    {
        await using var host = await TestHost.StartAsync(runner: RunnerUse.Runs);
        var id = await host.OpenAsync();
        await UntilAsync(host, id, application => application.Stage is Stage.Draft);
        Assert.Equal(TextState.Delivered, (await host.FindAsync(id)).Messages[0].State);
    }

    [Fact]
    public async Task A_deadline_ends_a_draft_when_its_hour_comes()
    {
        await using var host = await TestHost.StartAsync(runner: RunnerUse.Runs);
        var id = await host.OpenAsync();
        await UntilAsync(host, id, application => application.Stage is Stage.Draft);
        host.Time.SetUtcNow(ASeason.DraftDeadline.AddTicks(-1));
        await UntilAsync(host, id, application => application.Reminded.Count == 3);
        Assert.IsType<Stage.Draft>((await host.FindAsync(id)).Stage);
        host.Time.SetUtcNow(ASeason.DraftDeadline);
        await UntilAsync(host, id, application => application.Stage is Stage.Abandoned);
    }

    [Fact]
    public async Task What_came_due_while_it_was_down_happens_at_the_next_start()
    {
        var folder = Directory.CreateTempSubdirectory("enrollment-");
        ApplicationId id;
        await using (var before = await TestHost.StartAsync(folder: folder))
        {
            id = await before.OpenAsync();
            await before.SettleAsync();
        }
        await using (
            var after = await TestHost.StartAsync(
                folder: folder,
                now: ASeason.DraftDeadline.AddDays(1),
                runner: RunnerUse.Runs
            )
        )
        {
            await UntilAsync(after, id, application => application.Stage is Stage.Abandoned);
        }
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_clock_set_back_while_it_was_down_opens_no_deadline_again()
    {
        var folder = Directory.CreateTempSubdirectory("enrollment-");
        await using (var before = await TestHost.StartAsync(folder: folder, runner: RunnerUse.Runs))
        {
            await before.OpenAsync();
        }
        await using (
            var after = await TestHost.StartAsync(
                folder: folder,
                now: ASeason.Opening.AddDays(-3),
                runner: RunnerUse.Runs
            )
        )
        {
            Assert.True(after.Get<ServerClock>().Now >= ASeason.Opening);
        }
        folder.Delete(recursive: true);
    }

    /// <summary>Asks until it is so; the test's own time-out ends it otherwise.</summary>
    private static async Task UntilAsync(TestHost host, ApplicationId id, Predicate<Application> isSo)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(30));
        while (!isSo(await host.FindAsync(id)))
        {
            limit.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}
