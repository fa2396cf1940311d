using Enrollment.Azure.Orchestration;

namespace Enrollment.Tests.Orchestration;

public sealed class LifecycleSignalTests
{
    private readonly List<string> _did = [];

    [Fact]
    public async Task One_that_was_scheduled_need_not_be_told()
    {
        Assert.True(await SendAsync([StartAnswer.Started], RaiseAnswer.Raised));
        Assert.Equal(["start"], _did);
    }

    [Fact]
    public async Task One_that_runs_is_told()
    {
        Assert.True(await SendAsync([StartAnswer.AlreadyRuns], RaiseAnswer.Raised));
        Assert.Equal(["start", "raise"], _did);
    }

    [Theory]
    [InlineData(RaiseAnswer.Missing)]
    [InlineData(RaiseAnswer.Finished)]
    public async Task One_that_ended_in_between_is_scheduled_again(RaiseAnswer answer)
    {
        Assert.True(await SendAsync([StartAnswer.AlreadyRuns, StartAnswer.Started], answer));
        Assert.Equal(["start", "raise", "start"], _did);
    }

    [Fact]
    public async Task One_that_ends_again_and_again_is_left_to_the_sweep()
    {
        var always = Enumerable.Repeat(StartAnswer.AlreadyRuns, 10);
        Assert.False(await SendAsync(always, RaiseAnswer.Finished));
        Assert.Equal(6, _did.Count);
    }

    [Fact]
    public async Task Signals_of_one_invocation_are_gathered_once_each_and_apart_from_those_of_another()
    {
        var signals = new GatheredSignals();
        var (one, other) = (ApplicationId.Parse(new string('1', 32)), ApplicationId.Parse(new string('2', 32)));

        var gathered = await Task.WhenAll(GatherAsync(one), GatherAsync(other));
        signals.Add(one);

        Assert.Equal(
            [
                [one],
                [other],
            ],
            gathered
        );

        async Task<ApplicationId[]> GatherAsync(ApplicationId id)
        {
            var gathering = signals.Begin();
            await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => signals.Add(id))));
            return [.. gathering.Applications];
        }
    }

    private Task<bool> SendAsync(IEnumerable<StartAnswer> starts, RaiseAnswer raise)
    {
        var answers = new Queue<StartAnswer>(starts);
        return LifecycleSignal.SendAsync(
            () =>
            {
                _did.Add("start");
                return Task.FromResult(answers.Dequeue());
            },
            () =>
            {
                _did.Add("raise");
                return Task.FromResult(raise);
            }
        );
    }
}
