using System.Diagnostics;
using System.Security.Cryptography;
using Enrollment.Collections;
using Enrollment.Materials;
using Enrollment.Operation;
using Enrollment.People;
using Enrollment.Seasons;

namespace Enrollment.Applications;

/// <summary>Says that an application has new work (an effect, an earlier wake). Its failure never fails a request.</summary>
public delegate void SignalWork(ApplicationId application);

/// <summary>One command, one commit (DESIGN §3): read, decide, append, and only then answer.</summary>
public sealed class CommandHandler(IApplicationStore store, ISeasonStore seasons, ServerClock clock, SignalWork signal)
{
    private const int Attempts = 5;

    /// <summary>Decides and commits; a conflict is decided anew on what the other wrote, with the time taken afresh.</summary>
    public async Task<Handled> HandleAsync(
        ApplicationId id,
        Command command,
        Actor by,
        CancellationToken cancellationToken
    )
    {
        using var activity = Begin(id, command);
        return Told(activity, command, await DecideAsync(id, command, by, cancellationToken));
    }

    /// <summary>
    /// Writes down, as the system, what has happened outside already: a text is sent, a paper made, an order placed. Tried
    /// for as long as others keep writing first, since an effect that was done without its record would be forgotten.
    /// </summary>
    /// <exception cref="InvalidOperationException">In vain: the claim of the effect runs out, and it is taken up again.</exception>
    public async Task<Handled> RecordAsync(ApplicationId id, Command command, CancellationToken cancellationToken)
    {
        for (var round = 1; round <= Attempts; round++)
        {
            var handled = await HandleAsync(id, command, new Actor.TheSystem(), cancellationToken);
            if (handled is not Handled.Refused { Refusal.Code: RefusalCode.TooBusy })
            {
                return handled;
            }
        }
        throw new InvalidOperationException("What has happened could not be written down.");
    }

    private async Task<Handled> DecideAsync(
        ApplicationId id,
        Command command,
        Actor by,
        CancellationToken cancellationToken
    )
    {
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            if (await store.FindAsync(id, cancellationToken) is not { } stored)
            {
                return new Handled.NotFound();
            }
            if (await TryAsync(stored, command, by, cancellationToken) is { } handled)
            {
                return handled;
            }
            Telemetry.Conflicted(command.GetType().Name);
            await PauseAsync(attempt, cancellationToken);
        }
        return new Handled.Refused(new Refusal(RefusalCode.TooBusy));
    }

    /// <summary>Opens an account in the open season (R1), under a number that was reserved for it.</summary>
    public async Task<Handled> OpenAsync(Season season, Account account, Actor by, CancellationToken cancellationToken)
    {
        var number = await store.ReserveNumbersAsync(season.Id, 1, cancellationToken);
        var command = new Command.OpenAccount($"{season.Year}{number:00000}", account);
        var unopened = new StoredApplication(Application.Unopened(ApplicationId.New(clock.Now)), Version: 0);
        using var activity = Begin(unopened.Application.Id, command);
        return Told(
            activity,
            command,
            await TryAsync(unopened, command, by, cancellationToken)
                ?? throw new InvalidOperationException("A new application's id was already taken.")
        );
    }

    /// <returns>Null when somebody else wrote first.</returns>
    private async Task<Handled?> TryAsync(
        StoredApplication stored,
        Command command,
        Actor by,
        CancellationToken cancellationToken
    )
    {
        var season = await SeasonOfAsync(stored.Application, cancellationToken);
        var context = new Context(by, clock.Now, NewId);
        var decision = Lifecycle.Decide(season, stored.Application, command, context);
        if (decision is not Decision.Accepted { Events: var events })
        {
            return new Handled.Refused(((Decision.Refused)decision).Refusal);
        }

        var commit = CommitOf(season, stored, events, context);
        if (events.Count == 0 && command is not Command.CatchUp)
        {
            return new Handled.Done(stored, []);
        }

        var began = Telemetry.Begin();
        var result = await store.CommitAsync(commit, cancellationToken);
        Telemetry.Committed(began);
        switch (result)
        {
            case CommitResult.Conflict:
                return null;
            case CommitResult.PhoneTaken:
                return new Handled.Refused(new Refusal(RefusalCode.PhoneTaken));
            case CommitResult.IdentityNumberTaken:
                return new Handled.Refused(new Refusal(RefusalCode.IdentityNumberTaken));
            case CommitResult.Committed:
                break;
        }

        clock.Observe(context.Now);
        foreach (var what in events)
        {
            Telemetry.Happened(what.GetType().Name);
        }
        if (commit.Effects.Count > 0 || IsSooner(commit.Wake, Lifecycle.NextWake(season, stored.Application)))
        {
            signal(commit.State.Id);
        }
        return new Handled.Done(
            stored with
            {
                Application = commit.State,
                Version = stored.Version + events.Count,
            },
            events
        );
    }

    private static Commit CommitOf(Season season, StoredApplication stored, ValueList<Event> events, Context context)
    {
        var happened = events.Select(what => new Happened(what, context.By, context.Now)).ToValueList();
        var state = stored.Application;
        var effects = new List<PlannedEffect>();
        foreach (var one in happened)
        {
            effects.AddRange(Effects.Of(state, one));
            state = Lifecycle.Evolve(state, one);
        }
        return new Commit
        {
            ExpectedVersion = stored.Version,
            Key = stored.Key,
            State = state,
            Events = happened,
            Effects = [.. effects],
            Wake = Lifecycle.NextWake(season, state),
            Now = context.Now,
        };
    }

    private async Task<Season> SeasonOfAsync(Application application, CancellationToken cancellationToken) =>
        (
            application.Stage is Stage.Unopened
                ? await seasons.CurrentAsync(cancellationToken)
                : await seasons.FindAsync(application.Season, cancellationToken)
        ) ?? throw new InvalidOperationException("The application's season is not in the store.");

    /// <summary>Who waits for a wake that is gone, or has moved back, finds that out when it comes.</summary>
    private static bool IsSooner(DateTimeOffset? wake, DateTimeOffset? before) =>
        wake is not null && (before is null || wake < before);

    private static Task PauseAsync(int attempt, CancellationToken cancellationToken) =>
        Task.Delay(TimeSpan.FromMilliseconds(RandomNumberGenerator.GetInt32(1, 10 << attempt)), cancellationToken);

    private static Activity? Begin(ApplicationId id, Command command) =>
        Telemetry
            .Activities.StartActivity($"command {command.GetType().Name}")
            ?.SetTag(Telemetry.ApplicationTag, id.Value);

    private static Handled Told(Activity? activity, Command command, Handled handled)
    {
        var outcome = handled switch
        {
            Handled.Done => "accepted",
            Handled.Refused refused => WireName.Of(refused.Refusal.Code),
            Handled.NotFound => "not-found",
            _ => throw new UnreachableException(),
        };
        Telemetry.Commanded(command.GetType().Name, outcome);
        activity?.SetTag("enrollment.outcome", outcome);
        return handled;
    }

    private static string NewId() => Guid.NewGuid().ToString("N");
}

/// <summary>What became of a command.</summary>
public abstract record Handled
{
    private Handled() { }

    /// <param name="After">The state with its version.</param>
    /// <param name="Events">Empty when the command asked for what already was.</param>
    public sealed record Done(StoredApplication After, ValueList<Event> Events) : Handled;

    public sealed record Refused(Refusal Refusal) : Handled;

    public sealed record NotFound : Handled;
}
