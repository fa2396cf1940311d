using Enrollment.Azure.Orchestration;

namespace Enrollment.Tests.Orchestration;

public sealed class LifecycleLoopTests
{
    private static readonly DateTimeOffset Wake = new(2026, 3, 7, 0, 0, 0, TimeSpan.FromHours(8));

    private readonly List<string> _did = [];

    [Fact]
    public async Task It_advances_waits_until_the_wake_and_begins_anew()
    {
        await RunAsync(Wake);

        Assert.Equal(["advance", "wait until 2026-03-07", "continue as new"], _did);
    }

    [Fact]
    public async Task It_ends_when_no_wake_is_left()
    {
        await RunAsync(wake: null);

        Assert.Equal(["advance"], _did);
    }

    [Fact]
    public async Task A_wait_that_fails_begins_nothing_anew()
    {
        await Assert.ThrowsAsync<TimeoutException>(() =>
            LifecycleLoop.RunAsync(
                () => Task.FromResult<DateTimeOffset?>(Wake),
                _ => throw new TimeoutException(),
                () => _did.Add("continue as new")
            )
        );

        Assert.Empty(_did);
    }

    [Fact]
    public void It_waits_for_the_wake_and_rests_where_that_is_over_already()
    {
        Assert.Equal(Wake, LifecycleLoop.EndOfWait(Wake, Wake.AddDays(-1)));
        Assert.Equal(Wake.AddHours(1) + LifecycleLoop.Rest, LifecycleLoop.EndOfWait(Wake, Wake.AddHours(1)));
    }

    private Task RunAsync(DateTimeOffset? wake) =>
        LifecycleLoop.RunAsync(
            () =>
            {
                _did.Add("advance");
                return Task.FromResult(wake);
            },
            until =>
            {
                _did.Add($"wait until {until:yyyy-MM-dd}");
                return Task.CompletedTask;
            },
            () => _did.Add("continue as new")
        );
}
