using Enrollment.Access;
using Enrollment.Applications;
using Enrollment.Collections;
using Enrollment.Retention;
using Enrollment.Seasons;
using Enrollment.Tests.Builders;
using Enrollment.TextMessages;
using Microsoft.Extensions.Time.Testing;

namespace Enrollment.Tests.Stores;

/// <summary>What a store makes of a season whose months of keeping are over (R16): who is due goes, all of it, and nobody else.</summary>
public abstract class RetentionContract : StoreContract
{
    private const string Paper = "registration-form-1.pdf";

    private static readonly Season Season = ASeason.Current;

    private static readonly DateTimeOffset Due = RetentionRule.DueAt(Season);

    private readonly FakeTimeProvider _time = new(Due);

    private RetentionJob Job
    {
        get
        {
            var clock = new ServerClock(_time);
            var erasure = new PersonalErasure(Store.Erasures, Store.Journal, clock);
            return new(Store.Seasons, Store.Index, Store.Applications, erasure, clock);
        }
    }

    [Fact]
    public async Task Nobody_is_due_an_instant_too_soon()
    {
        await OpenSeasonAsync();
        var ended = await AddAsync(Rejected(1));
        _time.AdjustTime(Due.AddTicks(-1));

        Assert.Equal([Keeping.NotYetDue], (await LookAsync()).Kept.Select(kept => kept.Why));
        Assert.Equal(0, await Job.EraseAsync(by: null, limit: 10, Stop));

        Assert.NotNull(await Store.Applications.FindAsync(ended.Id, Stop));
    }

    [Fact]
    public async Task A_look_changes_nothing()
    {
        await OpenSeasonAsync();
        var ended = await AddWithEverythingAsync(Rejected(1));
        var kept = await AddAsync(Sample.Invited(2));

        var report = await LookAsync();

        Assert.Equal(1, report.Due);
        Assert.Equal([new Kept(Keeping.NotEnded, 1)], report.Kept);
        Assert.Equal([ended.Id, kept.Id], await IdsAsync());
        Assert.Empty((await Store.Journal.ListAsync(null, 10, Stop)).Items);
    }

    [Fact]
    public async Task Of_who_was_due_nothing_is_left_and_of_the_others_everything()
    {
        await OpenSeasonAsync();
        var ended = await AddWithEverythingAsync(Rejected(1));
        var kept = await AddWithEverythingAsync(Sample.Invited(2));

        Assert.Equal(1, await Job.EraseAsync(by: null, limit: 10, Stop));
        await Store.ReopenAsync();

        Assert.Null(await Store.Applications.FindAsync(ended.Id, Stop));
        Assert.Empty(await Store.Applications.ReadEventsAsync(ended.Id, Stop));
        Assert.Empty(await Store.Files.ListAsync(ended.Id, Stop));
        Assert.Null(await Store.TextMessages.FindAsync(TextOf(ended).Id, Stop));
        Assert.Null(await Store.Sessions.FindSessionAsync(SessionOf(ended).TokenHash, Due, Stop));
        Assert.Empty(await FoundByAsync(ended.OpenedAccount.Phone.Value));
        Assert.Empty(await FoundByAsync(ended.OpenedAccount.IdentityNumber!.Value));

        Assert.Equal(kept, (await Store.Applications.FindAsync(kept.Id, Stop))!.Application);
        Assert.Single(await Store.Applications.ReadEventsAsync(kept.Id, Stop));
        Assert.Equal([Paper], await Store.Files.ListAsync(kept.Id, Stop));
        Assert.NotNull(await Store.TextMessages.FindAsync(TextOf(kept).Id, Stop));
        Assert.NotNull(await Store.Sessions.FindSessionAsync(SessionOf(kept).TokenHash, Due, Stop));
        Assert.Equal([kept.Id], await FoundByAsync(kept.OpenedAccount.Phone.Value));
        Assert.Equal([kept.Id], await IdsAsync());
    }

    [Fact]
    public async Task Accounting_keeps_its_lines_and_the_journal_says_why_without_a_name()
    {
        await OpenSeasonAsync();
        var payment = AnApplication.APayment;
        var paid = await AddAsync(Sample.Invited(1).At(new Stage.Paid(), Now) with { Payments = [payment] });

        await Job.EraseAsync(by: null, limit: 10, Stop);
        await Store.ReopenAsync();

        var items = (await Store.Journal.ListAsync(null, 10, Stop)).Items;
        Assert.Equal([JournalAct.Erased, JournalAct.PaymentKept], items.Select(entry => entry.Act));
        Assert.All(items, entry => Assert.Equal(paid.Number, entry.What));
        Assert.Contains(payment.TransactionNo, items[1].Detail, StringComparison.Ordinal);
        Assert.DoesNotContain(paid.OpenedAccount.Name, $"{items[0]} {items[1]}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task So_many_at_a_time_are_deleted_until_nobody_is_due()
    {
        await OpenSeasonAsync();
        foreach (var n in Enumerable.Range(1, 3))
        {
            await AddAsync(Rejected(n));
        }

        Assert.Equal(2, await Job.EraseAsync(by: null, limit: 2, Stop));
        Assert.Equal(1, (await LookAsync()).Due);
        Assert.Equal(1, await Job.EraseAsync(by: null, limit: 2, Stop));
        Assert.Equal(0, await Job.EraseAsync(by: null, limit: 2, Stop));
        Assert.Empty(await IdsAsync());
    }

    private static Application Rejected(int n) =>
        Sample.Invited(n).At(new Stage.Rejected("不符合条件", new Stage.Submitted(null)), Now);

    private Task OpenSeasonAsync() => Store.Seasons.SaveAsync(Season, Stop);

    private async Task<SeasonRetention> LookAsync() => Assert.Single((await Job.LookAsync(Stop)).Seasons);

    private async Task<Application> AddWithEverythingAsync(Application application)
    {
        await AddAsync(application);
        await Store.Files.WriteAsync(application.Id, Paper, new byte[] { 1, 2, 3 }, Stop);
        await Store.TextMessages.SaveAsync(TextOf(application), Stop);
        await Store.Sessions.AddSessionAsync(SessionOf(application), Stop);
        return application;
    }

    private static TextMessage TextOf(Application application) =>
        Sample.Text(application, $"c{application.Id.Value[1..]}", Now);

    private static Session SessionOf(Application application) =>
        new($"{application.Id.Value}{application.Id.Value}", Session.SubjectOf(application.Id), Now, Due.AddDays(1));

    private async Task<ValueList<ApplicationId>> FoundByAsync(string text)
    {
        var found = await Store.Index.ListAsync(new() { Season = Season.Id, Text = text }, Stop);
        return [.. found.Items.Select(item => item.Id)];
    }

    private async Task<ValueList<ApplicationId>> IdsAsync() =>
        [.. await Store.Index.AllAsync(Season.Id, Stop).ToListAsync(Stop)];
}
