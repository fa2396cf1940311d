using System.Collections.Concurrent;
using Enrollment.Applications;
using Enrollment.People;
using Enrollment.Seasons;
using Enrollment.TextMessages;
using Microsoft.Extensions.Logging;

namespace Enrollment.Api.Access;

/// <summary>
/// Sends sign-in codes by text message, after the request has been answered: whether a phone has an account, and how long
/// the gateway takes, must not show in the answer's time (ADR 0023). One that is lost when the process ends is asked for
/// again after a minute (R1).
/// </summary>
public sealed partial class SignInTexts(
    ISeasonStore seasons,
    IApplicationIndex index,
    SignInCodes codes,
    TextSender sender,
    ServerClock clock,
    ILogger<SignInTexts> logger
) : IAsyncDisposable
{
    /// <summary>Hand-overs at a time; the others wait, so that a gateway that hangs holds no more than these.</summary>
    private const int AtOnce = 32;

    /// <summary>How long the end of the process waits for what is under way.</summary>
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _turns = new(AtOnce);
    private readonly CancellationTokenSource _end = new();

    /// <summary>A set of tasks: the values say nothing.</summary>
    private readonly ConcurrentDictionary<Task, byte> _underWay = [];

    /// <summary>Puts a code on its way, or does nothing, if nobody has this phone.</summary>
    public void Send(PhoneNumber phone)
    {
        var sending = Task.Run(() => SendInTurnAsync(phone, _end.Token), CancellationToken.None);
        _underWay.TryAdd(sending, 0);
        _ = sending.ContinueWith(
            ended => _underWay.TryRemove(ended, out _),
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default
        );
    }

    /// <summary>Completes when everything that is under way now has been handed over, or has failed.</summary>
    public Task SettledAsync() => Task.WhenAll(_underWay.Keys);

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAny(SettledAsync(), Task.Delay(Farewell, CancellationToken.None));
        await _end.CancelAsync();
        await SettledAsync();
        _end.Dispose();
        _turns.Dispose();
    }

    private async Task SendInTurnAsync(PhoneNumber phone, CancellationToken cancellationToken)
    {
        try
        {
            await _turns.WaitAsync(cancellationToken);
            try
            {
                await SendAsync(phone, cancellationToken);
            }
            finally
            {
                _turns.Release();
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            LogNotSent(logger, "the process ended");
        }
        // Nobody waits for the answer; what failed stands here, and the message unfinished in the staff's list.
        catch (Exception fault)
        {
            LogNotSent(logger, fault.GetType().Name);
        }
    }

    private async Task SendAsync(PhoneNumber phone, CancellationToken cancellationToken)
    {
        var season = await seasons.CurrentAsync(cancellationToken);
        var known = season is null ? null : await index.FindByPhoneAsync(season.Id, phone, cancellationToken);
        // For an unknown phone a code is kept that nobody gets and that leads nowhere: trying codes has the same work.
        var code = await codes.IssueAsync(known ?? ApplicationId.New(clock.Now), phone, cancellationToken);
        if (season is null || known is not { } application)
        {
            return;
        }
        var draft = new TextDraft(
            Guid.NewGuid().ToString("N"),
            TextTemplate.SignInCode,
            [new("code", code)],
            clock.Now
        );
        await sender.SendAsync(season, application, phone, draft, cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A sign-in code could not be handed over ({Fault})")]
    private static partial void LogNotSent(ILogger logger, string fault);
}
