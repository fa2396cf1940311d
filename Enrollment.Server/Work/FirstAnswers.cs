namespace Enrollment.Server.Work;

/// <summary>However much there is to do after a start, the server answers first: the two would take each other's time.</summary>
internal static class FirstAnswers
{
    /// <summary>Until the server takes requests.</summary>
    /// <exception cref="OperationCanceledException">It stops before.</exception>
    public static async Task StartedAsync(this IHostApplicationLifetime lifetime, CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);
    }
}
