using DurableTask.Core.Exceptions;
using Enrollment.Functions.Orchestration;
using Grpc.Core;
using Microsoft.Extensions.Logging.Abstractions;

namespace Enrollment.Functions.Tests.Orchestration;

/// <summary>What the host says of an orchestration that is there, is not, or has ended (DESIGN §3).</summary>
public sealed class LifecycleClientTests
{
    private static readonly ApplicationId Id = ApplicationId.Parse("0195f3b2c4d87e5fa1b2c3d4e5f60718");

    private static OrchestrationAlreadyExistsException AlreadyExists => new("It runs.");

    [Fact]
    public async Task One_that_runs_is_told() =>
        Assert.Equal([$"start {Id}", $"changed {Id}"], await SignalAsync([AlreadyExists], raise: null));

    [Fact]
    public async Task One_that_is_not_there_is_started_and_needs_no_telling() =>
        Assert.Equal([$"start {Id}"], await SignalAsync([null], raise: null));

    [Theory]
    [InlineData(StatusCode.NotFound)]
    [InlineData(StatusCode.FailedPrecondition)]
    public async Task One_that_ends_before_it_is_told_is_started_again(StatusCode answer) =>
        Assert.Equal([$"start {Id}", $"changed {Id}", $"start {Id}"], await SignalAsync([AlreadyExists, null], answer));

    [Fact]
    public async Task A_host_that_does_not_answer_fails_nobody() =>
        Assert.Equal(
            [$"start {Id}"],
            await SignalAsync([new RpcException(new Status(StatusCode.Unavailable, ""))], raise: null)
        );

    private static async Task<IReadOnlyList<string>> SignalAsync(IEnumerable<Exception?> starts, StatusCode? raise)
    {
        var client = new AnsweringClient(new Queue<Exception?>(starts), raise);
        await new LifecycleClient(NullLogger<LifecycleClient>.Instance).SignalAsync(client, Id);
        return client.Did;
    }
}
