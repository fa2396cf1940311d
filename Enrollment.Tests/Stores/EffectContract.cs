using Enrollment.Applications;

namespace Enrollment.Tests.Stores;

public abstract class EffectContract : StoreContract
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);
    private static readonly Effect Send = new Effect.SendText("m1");

    [Fact]
    public async Task A_planned_effect_is_due_from_its_instant()
    {
        var id = await PlanAsync(new PlannedEffect("send/m1", Send, Now));

        Assert.Empty(await Store.Applications.DueEffectsAsync(id, Now.AddTicks(-1), Stop));
        Assert.Equal([new("send/m1", Send, 0, false)], await Store.Applications.DueEffectsAsync(id, Now, Stop));
        Assert.Equal(Now, await Store.Applications.NextWakeAsync(id, Stop));
        Assert.Equal(Now, await Store.Applications.EarliestWakeAsync(Stop));
        Assert.Equal([id], await Store.Applications.DueAsync(Now, 10, Stop));
        Assert.Null(await ClaimAsync(id, Now.AddTicks(-1)));
    }

    [Fact]
    public async Task An_application_with_many_due_effects_is_listed_once()
    {
        var effects = Enumerable.Range(0, 5).Select(i => new PlannedEffect($"send/{i}", Send, Now.AddSeconds(-i)));
        var first = await PlanAsync([.. effects]);
        var second = await AddAsync(Sample.Invited(2));
        await Store.Applications.CommitAsync(Sample.Saving(second, 1, Now) with { Wake = Now }, Stop);

        Assert.Equal([first, second.Id], await Store.Applications.DueAsync(Now, 2, Stop));
    }

    [Fact]
    public async Task A_claimed_effect_is_nobody_elses_until_its_lease_ends()
    {
        var id = await PlanAsync(new PlannedEffect("send/m1", Send, Now));

        Assert.Equal(new EffectAttempt("send/m1", Send, 1, false), await ClaimAsync(id, Now));

        Assert.Null(await ClaimAsync(id, Now));
        Assert.Empty(await Store.Applications.DueEffectsAsync(id, Now.Add(Lease).AddTicks(-1), Stop));
        Assert.Equal(Now + Lease, await Store.Applications.NextWakeAsync(id, Stop));
    }

    [Fact]
    public async Task Of_many_who_claim_at_once_one_gets_it()
    {
        var id = await PlanAsync(new PlannedEffect("send/m1", Send, Now));

        var claims = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => ClaimAsync(id, Now), Stop)));

        Assert.Single(claims.OfType<EffectAttempt>());
    }

    [Fact]
    public async Task An_attempt_that_was_never_finished_is_remembered_as_interrupted()
    {
        var id = await PlanAsync(new PlannedEffect("send/m1", Send, Now));
        await ClaimAsync(id, Now);
        await Store.ReopenAsync();
        var later = Now + Lease;

        Assert.Equal([new("send/m1", Send, 1, true)], await Store.Applications.DueEffectsAsync(id, later, Stop));
        var second = await ClaimAsync(id, later);
        Assert.Equal(new EffectAttempt("send/m1", Send, 2, true), second);

        await FinishAsync(id, second!, new EffectOutcome.Retry(later.AddMinutes(5), "busy"));
        Assert.Equal(new EffectAttempt("send/m1", Send, 3, true), await ClaimAsync(id, later.AddMinutes(5)));
    }

    [Fact]
    public async Task A_done_effect_is_over_and_planning_it_again_changes_nothing()
    {
        var id = await PlanAsync(new PlannedEffect("send/m1", Send, Now));
        await FinishAsync(id, (await ClaimAsync(id, Now))!, new EffectOutcome.Done());

        await Store.Applications.CommitAsync(
            Sample.Saving(Sample.Invited(1) with { Id = id }, 1, Now) with
            {
                Effects = [new PlannedEffect("send/m1", Send, Now)],
            },
            Stop
        );

        Assert.Null(await ClaimAsync(id, Now.AddDays(1)));
        Assert.Null(await Store.Applications.NextWakeAsync(id, Stop));
        Assert.Empty(await Store.Applications.DueAsync(Now.AddDays(1), 10, Stop));
    }

    [Fact]
    public async Task A_retry_is_due_at_its_own_instant()
    {
        var id = await PlanAsync(new PlannedEffect("send/m1", Send, Now));
        await FinishAsync(id, (await ClaimAsync(id, Now))!, new EffectOutcome.Retry(Now.AddSeconds(30), "busy"));

        Assert.Null(await ClaimAsync(id, Now.AddSeconds(29)));
        Assert.Equal(new EffectAttempt("send/m1", Send, 2, false), await ClaimAsync(id, Now.AddSeconds(30)));
    }

    [Fact]
    public async Task Who_lost_the_claim_can_not_finish_it()
    {
        var id = await PlanAsync(new PlannedEffect("send/m1", Send, Now));
        var lost = await ClaimAsync(id, Now);
        var held = await ClaimAsync(id, Now + Lease);

        await FinishAsync(id, lost!, new EffectOutcome.Failed("too late"));

        Assert.Empty(await Store.Applications.StuckEffectsAsync(10, Stop));
        await FinishAsync(id, held!, new EffectOutcome.Done());
        Assert.Null(await Store.Applications.NextWakeAsync(id, Stop));
    }

    [Fact]
    public async Task What_failed_or_is_unknown_stands_on_the_staffs_list()
    {
        var id = await PlanAsync(
            new PlannedEffect("send/a", Send, Now),
            new PlannedEffect("send/b", Send, Now),
            new PlannedEffect("send/c", Send, Now)
        );
        await FinishAsync(
            id,
            (await ClaimAsync(id, Now, "send/a"))!,
            new EffectOutcome.Failed("号码 13800000001 无效")
        );
        await FinishAsync(id, (await ClaimAsync(id, Now, "send/b"))!, new EffectOutcome.Unknown());
        await FinishAsync(id, (await ClaimAsync(id, Now, "send/c"))!, new EffectOutcome.Done());

        Assert.Equal(
            [new(id, "send/a", Send, "号码 13800000001 无效"), new(id, "send/b", Send, "")],
            await Store.Applications.StuckEffectsAsync(10, Stop)
        );
        Assert.Empty(await Store.Applications.DueAsync(Now.AddDays(1), 10, Stop));
    }

    [Fact]
    public async Task Effects_of_a_refused_commit_are_not_planned()
    {
        var application = await AddAsync(Sample.Invited(1));

        var result = await Store.Applications.CommitAsync(
            Sample.Saving(application, 7, Now) with
            {
                Effects = [new PlannedEffect("send/m1", Send, Now)],
            },
            Stop
        );

        Assert.Equal(CommitResult.Conflict, result);
        Assert.Empty(await Store.Applications.DueEffectsAsync(application.Id, Now, Stop));
    }

    private async Task<ApplicationId> PlanAsync(params PlannedEffect[] effects)
    {
        var application = Sample.Invited(1);
        await Store.Applications.CommitAsync(Sample.Opening(application) with { Effects = [.. effects] }, Stop);
        return application.Id;
    }

    private Task<EffectAttempt?> ClaimAsync(ApplicationId id, DateTimeOffset now, string key = "send/m1") =>
        Store.Applications.ClaimEffectAsync(id, key, now, Lease, Stop);

    private Task FinishAsync(ApplicationId id, EffectAttempt attempt, EffectOutcome outcome) =>
        Store.Applications.FinishEffectAsync(id, attempt, outcome, Stop);
}
