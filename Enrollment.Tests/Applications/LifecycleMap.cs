using Enrollment.Applications;
using Enrollment.Documents;
using Enrollment.Materials;
using Enrollment.Payments;
using Enrollment.Tests.Builders;
using Enrollment.TextMessages;

namespace Enrollment.Tests.Applications;

/// <summary>One way from stage to stage, and the command that led there.</summary>
internal sealed record LifecycleWay(StageName From, StageName To, string CommandType)
{
    /// <summary>EnterPayment → "enter payment".</summary>
    public string Command =>
        CommandType == nameof(Enrollment.Applications.Command.CatchUp)
            ? "time passes"
            : string.Concat(
                    CommandType.Select(letter =>
                        char.IsUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : $"{letter}"
                    )
                )
                .TrimStart();
}

/// <summary>
/// The lifecycle as it is, not as it is said to be: every command tried in every stage, and where it led. What
/// <c>docs/lifecycle.md</c> shows is drawn from this.
/// </summary>
internal static class LifecycleMap
{
    /// <summary>Enough details for every command to meet each state in the way that it accepts.</summary>
    private const int Details = 35;

    private static readonly Event Comment = new Event.Marked([
        new(new ReviewTarget.OfField(FormField.Post), Verdict.Commented, "请核对"),
    ]);

    private static readonly AnApplication[] Starts =
    [
        AnApplication.Unopened(),
        AnApplication.Invited(),
        AnApplication.Invited().With(new Event.TextReported(AnApplication.Invited().LastText, TextState.Failed)),
        AnApplication.Invited().After(new Command.Appear()),
        AnApplication.Drafting().With([.. Uploads.Of(Uploads.Id(1), Slot.Other, Uploads.Warned)]),
        AnApplication.Drafting().With([.. Uploads.Received(Uploads.Id(1), Slot.Other)]),
        AnApplication.Drafting().With(Uploads.Opened(Uploads.Id(1), Slot.Other)),
        AnApplication.Complete(),
        AnApplication.Submitted(),
        AnApplication.Reviewed(),
        AnApplication.Claimed().With(Comment),
        AnApplication.Returned(),
        AnApplication.Correcting(),
        AnApplication.Reviewed().After(new Command.Approve()),
        AnApplication.Approved().With(Comment),
        AnApplication.Approved().With(new Event.PaperFetched(DocumentKind.RegistrationForm, 1)),
        AnApplication.Approved().CheckAll(),
        AnApplication.Printed().With(Comment),
        AnApplication.Checked(),
        AnApplication.Verified(),
        AnApplication.Ordered(),
        AnApplication.Waiting(),
        AnApplication.Waiting().With(new Event.PaymentSettled(AnApplication.APaymentByCode)),
        AnApplication
            .Waiting()
            .With(new Event.PaymentSettled(AnApplication.APaymentByCode))
            .After(new Command.RefundPayment(AnApplication.AnOrder.OrderNo, "退费", RefundOutcome.Withdraws)),
        AnApplication
            .Verified()
            .With(new Event.SurplusReceived(AnApplication.APaymentByCode with { Surplus = Surplus.AfterClosing })),
        AnApplication.Paid(),
    ];

    private static List<Try> Tries { get; } = Explore();

    /// <summary>Every change of stage, once for each command.</summary>
    public static IReadOnlyList<LifecycleWay> Ways { get; } =
    [
        .. Tries
            .Select(made => new LifecycleWay(
                made.Before.Stage.Name,
                made.After.Stage.Name,
                made.Command.GetType().Name
            ))
            .Where(way => way.From != way.To)
            .Distinct()
            .OrderBy(way => (way.From, way.To, way.CommandType)),
    ];

    /// <summary>The commands that some stage accepts.</summary>
    public static IEnumerable<Type> AcceptedCommands => Tries.Select(made => made.Command.GetType()).Distinct();

    private static List<Try> Explore()
    {
        var living = Starts.SelectMany(start => From(start.State, start.Now)).ToList();
        var ended = living
            .Where(made => made.After.Stage is Stage.Abandoned or Stage.Rejected or Stage.Withdrawn)
            .DistinctBy(made => made.After.Stage);
        return [.. living, .. ended.SelectMany(made => From(made.After, made.Now))];
    }

    private static IEnumerable<Try> From(Application state, DateTimeOffset now) =>
        Enumerable
            .Range(0, RandomCommands.Count)
            .SelectMany(_ => Enumerable.Range(0, Details), (command, detail) => (command, detail))
            .Select(choice => RandomCommands.Of(choice.command, choice.detail, state, now))
            .Append(NextCommands.Of(state, now, detail: 1))
            .Distinct()
            .Select(command => (Command: command, Now: now))
            .Concat(
                new[] { ASeason.DraftDeadline.AddDays(1), ASeason.OnSiteEnd, ASeason.PaymentEnd }
                    .Where(later => later > now)
                    .Select(later => (Command: (Command)new Command.CatchUp(), Now: later))
            )
            .Select(sent => Attempt(state, sent.Command, sent.Now))
            .OfType<Try>();

    private static Try? Attempt(Application state, Command command, DateTimeOffset now)
    {
        var by = Somebody.Sending(command);
        var context = LifecycleWalk.Context(by, now, step: 0);
        return Lifecycle.Decide(ASeason.Current, state, command, context) is Decision.Accepted { Events.Count: > 0 } yes
            ? new(
                state,
                command,
                now,
                yes.Events.Select(what => new Happened(what, by, now)).Aggregate(state, Lifecycle.Evolve)
            )
            : null;
    }

    private sealed record Try(Application Before, Command Command, DateTimeOffset Now, Application After);
}
