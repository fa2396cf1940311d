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
