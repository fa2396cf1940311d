using CsCheck;
using Enrollment.Applications;
using Enrollment.Collections;
using Enrollment.Seasons;
using Enrollment.Serialization;
using Enrollment.Tests.Builders;
using Enrollment.TextMessages;

namespace Enrollment.Tests.Applications;

/// <summary>What holds whatever people do and whenever they do it.</summary>
public sealed class LifecyclePropertyTests
{
    private static readonly int Walks = Environment.GetEnvironmentVariable("ENROLLMENT_LONG") == "1" ? 5_000 : 60;

    [Fact]
    public void The_fold_of_the_events_is_the_state_step_by_step() =>
        Always(walk =>
            Assert.Equal(
                walk.Steps is [.., var last] ? last.After : walk.Start,
                Lifecycle.Fold(AnApplication.Id, walk.History)
            )
        );

    [Fact]
    public void Nothing_is_submitted_at_or_after_its_deadline() =>
        EachStep(step =>
        {
            if (step.Events.Any(happened => happened.Event is Event.Submitted))
            {
                var deadline = step.Before.Stage switch
                {
                    Stage.Draft draft => draft.Deadline,
                    Stage.Returned returned => returned.Deadline ?? DateTimeOffset.MaxValue,
                    _ => DateTimeOffset.MinValue,
                };
                Assert.True(step.Now < deadline, $"Submitted at {step.Now:o}, deadline {deadline:o}");
            }
        });

    [Fact]
    public void Nobody_pays_without_originals_that_passed_and_eleven_rows_that_are_settled() =>
        EachStep(step =>
        {
            if (step.Events.Any(happened => happened.Event is Event.PaymentSettled))
            {
                Assert.IsType<Stage.OriginalsVerified>(step.Before.Stage);
                Assert.Equal(OriginalRules.AllItems, step.Before.Originals.Select(row => row.Item).Order());
                Assert.DoesNotContain(step.Before.Originals, row => row.Result == OriginalResult.Owed);
            }
            if (step.After.Stage is Stage.OriginalsVerified or Stage.Paid && step.Before.Stage != step.After.Stage)
            {
                Assert.True(
                    step.Before.Stage is Stage.OriginalsVerified or Stage.Paid
                        || step.Events.Any(happened => happened.Event is Event.OriginalsVerified)
                );
            }
        });

    [Fact]
    public void At_most_one_payment_is_in_force() =>
        EachStep(step => Assert.True(step.After.Payments.Count(payment => payment.IsInForce) <= 1));

    [Fact]
    public void Every_state_and_event_survives_the_store() =>
        EachStep(step =>
        {
            Assert.Equal(step.After, StoredJson.Read<Application>(StoredJson.Write(step.After)));
            foreach (var happened in step.Events)
            {
                Assert.Equal(happened, StoredJson.Read<Happened>(StoredJson.Write(happened)));
            }
        });

    [Fact]
    public void After_catching_up_nothing_is_due() =>
        EachStep(step =>
        {
            var (events, after) = CaughtUp(step.After, step.Now);
            Assert.True(
                Lifecycle.NextWake(ASeason.Current, after) is not { } wake || wake > step.Now,
                $"After {events} the next wake is not after {step.Now:o}"
            );
            Assert.Empty(CaughtUp(after, step.Now).Events);
        });

    [Fact]
    public void Nothing_is_due_before_the_next_wake() =>
        EachStep(step =>
        {
            var after = CaughtUp(step.After, step.Now).After;
            var wake = Lifecycle.NextWake(ASeason.Current, after) ?? step.Now.AddYears(10);
            Assert.Empty(CaughtUp(after, wake.AddTicks(-1)).Events);
        });

    [Fact]
    public void Each_reminder_goes_out_at_most_once() =>
        Always(walk =>
        {
            var due = walk.History.Select(happened => happened.Event).OfType<Event.Reminded>().ToValueList();
            Assert.Equal(due, due.Distinct());
            Assert.True(FirstSent(walk, TextTemplate.Reminder) <= due.Count);
        });

    [Fact]
    public void At_night_nothing_is_texted_but_the_confirmation() =>
        EachStep(step =>
        {
            foreach (
                var (text, at) in step.Events.Select(happened => (happened.Event as Event.TextQueued, happened.At))
            )
            {
                if (text is { Template: not TextTemplate.Confirmation })
                {
                    var time = ChinaTime.TimeOf(text.NotBefore ?? at);
                    Assert.True(
                        time >= ASeason.Current.Reminders.QuietUntil && time < ASeason.Current.Reminders.QuietFrom,
                        $"{text.Template} at {time}"
                    );
                }
            }
        });

    [Fact]
    public void A_return_changes_only_what_it_opened() =>
        EachStep(step =>
        {
            if (step.Before.Stage is Stage.Returned returned && step.Command is Command.SaveForm)
            {
                var changed = FormFields.Changed(step.Before.Form, step.After.Form);
                Assert.Empty(changed.Except(returned.Open.Fields));
            }
        });

    [Fact]
    public void Every_effect_has_a_key_of_its_own() =>
        Always(walk =>
        {
            var keys = new List<string>();
            var state = Application.Unopened(AnApplication.Id);
            foreach (var happened in walk.History)
            {
                keys.AddRange(Effects.Of(state, happened).Select(effect => effect.Key));
                state = Lifecycle.Evolve(state, happened);
            }
            var texts = keys.Where(key => !key.StartsWith("sessions/", StringComparison.Ordinal)).ToList();
            Assert.Equal(texts, texts.Distinct(StringComparer.Ordinal));
        });

    private static void Always(Action<LifecycleWalk> holds) => LifecycleWalk.Any.Sample(holds, iter: Walks);

    private static void EachStep(Action<LifecycleStep> holds) =>
        Always(walk =>
        {
            foreach (var step in walk.Steps)
            {
                holds(step);
            }
        });

    private static (ValueList<Event> Events, Application After) CaughtUp(Application state, DateTimeOffset now)
    {
        var context = LifecycleWalk.Context(Somebody.System, now, step: -1);
        var accepted = (Decision.Accepted)Lifecycle.Decide(ASeason.Current, state, new Command.CatchUp(), context);
        var after = accepted
            .Events.Select(what => new Happened(what, Somebody.System, now))
            .Aggregate(state, Lifecycle.Evolve);
        return (accepted.Events, after);
    }

    /// <summary>Texts of a template that no member of staff sent again.</summary>
    private static int FirstSent(LifecycleWalk walk, TextTemplate template) =>
        walk
            .Steps.Where(step => step.Command is Command.CatchUp)
            .SelectMany(step => step.Events)
            .Count(happened => happened.Event is Event.TextQueued text && text.Template == template);
}
