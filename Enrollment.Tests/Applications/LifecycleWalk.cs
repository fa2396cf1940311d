using CsCheck;
using Enrollment.Applications;
using Enrollment.Collections;
using Enrollment.People;
using Enrollment.Tests.Builders;

namespace Enrollment.Tests.Applications;

/// <summary>One commanded step of a walk: what was sent, when, in which state, and what came of it.</summary>
internal sealed record LifecycleStep(
    Application Before,
    Command Command,
    DateTimeOffset Now,
    ValueList<Happened> Events,
    Application After
);

/// <summary>
/// An application wandering through its lifecycle: random commands by random people at random times, refused ones left
/// out. Time never runs backwards, as the server's clock does not (R2).
/// </summary>
internal sealed record LifecycleWalk(Application Start, ValueList<Happened> History, ValueList<LifecycleStep> Steps)
{
    private const int Longest = 60;

    /// <summary>From where walks set out, so that short ones reach everything.</summary>
    private static readonly AnApplication[] Starts =
    [
        AnApplication.Unopened(),
        AnApplication.Invited(),
        AnApplication.Complete(),
        AnApplication.Submitted(),
        AnApplication.Reviewed(),
        AnApplication.Correcting(),
        AnApplication.Approved(),
        AnApplication.Checked(),
        AnApplication.Verified(),
        AnApplication.Waiting(),
        AnApplication.Paid(),
        AnApplication.Abandoned(),
    ];

    private static readonly TimeSpan[] Pauses =
    [
        TimeSpan.Zero,
        TimeSpan.FromTicks(1),
        TimeSpan.FromMinutes(7),
        TimeSpan.FromHours(5),
        TimeSpan.FromHours(13),
        TimeSpan.FromDays(1),
        TimeSpan.FromDays(4),
    ];

    private static readonly Actor[] Everybody =
    [
        Somebody.Candidate,
        Somebody.Reviewer,
        Somebody.OtherReviewer,
        Somebody.System,
    ];

    /// <summary>A start, and for each step a command's, a detail's, a pause's and an actor's number.</summary>
    public static Gen<LifecycleWalk> Any { get; } =
        Gen.Select(
            Gen.Int[0, Starts.Length - 1].Select(start => Starts[start]),
            Gen.Select(Gen.Int[0, 2 * RandomCommands.Count], Gen.Int[0, 9_999], Gen.Int[0, 29], Gen.Int[0, 19]).Array[
                1,
                Longest
            ],
            Take
        );

    private static LifecycleWalk Take(AnApplication start, (int Command, int Detail, int Pause, int Actor)[] choices)
    {
        var (state, now) = (start.State, start.Now);
        var history = start.History;
        ValueList<LifecycleStep> steps = [];
        foreach (var choice in choices)
        {
            now = Pause(state, now, choice.Pause);
            var command =
                choice.Command < RandomCommands.Count
                    ? RandomCommands.Of(choice.Command, choice.Detail, state, now)
                    : NextCommands.Of(state, now, choice.Detail);
            var by = choice.Actor < Everybody.Length ? Everybody[choice.Actor] : Somebody.Sending(command);
            if (Lifecycle.Decide(start.Season, state, command, Context(by, now, steps.Count)) is Decision.Accepted yes)
            {
                var events = yes.Events.Select(what => new Happened(what, by, now)).ToValueList();
                var after = events.Aggregate(state, Lifecycle.Evolve);
                steps = steps.Add(new(state, command, now, events, after));
                history = history.AddRange(events);
                state = after;
            }
        }
        return new(start.State, history, steps);
    }

    /// <summary>
    /// Ids that neither another step nor the start (<see cref="AnApplication.NewIdOf"/>) gives out, different in the last
    /// eight digits, which an order's number is made of.
    /// </summary>
    public static Context Context(Actor by, DateTimeOffset now, int step)
    {
        var ids = 0;
        return new(by, now, () => $"d{++ids:x23}{step + 0x1000_0000:x8}");
    }

    /// <summary>Now and then exactly the next wake, or the last instant before it.</summary>
    private static DateTimeOffset Pause(Application state, DateTimeOffset now, int choice)
    {
        var wake = Lifecycle.NextWake(ASeason.Current, state) is { } next && next > now ? next : now;
        return choice switch
        {
            < 7 => now + Pauses[choice],
            7 or 8 => wake,
            9 when wake > now => wake.AddTicks(-1),
            _ => now + TimeSpan.FromMinutes(1),
        };
    }
}
