using Enrollment.Applications;
using Enrollment.Collections;

namespace Enrollment.Tests.Stores;

public abstract class ApplicationStoreContract : StoreContract
{
    [Fact]
    public async Task What_was_committed_is_read_back_as_it_was()
    {
        var application = await AddAsync(Sample.Invited(1));

        var stored = await Store.Applications.FindAsync(application.Id, Stop);

        Assert.Equal(new StoredApplication(application, 1), stored);
        Assert.Equal(Sample.Opening(application).Events, await EventsAsync(application.Id));
    }

    [Fact]
    public async Task Nothing_is_found_of_an_application_that_is_not_there()
    {
        var id = Sample.Invited(1).Id;

        Assert.Null(await Store.Applications.FindAsync(id, Stop));
        Assert.Empty(await Store.Applications.ReadEventsAsync(id, Stop));
        Assert.Null(await Store.Applications.NextWakeAsync(id, Stop));
    }

    [Fact]
    public async Task A_commit_on_an_old_version_is_a_conflict_and_changes_nothing()
    {
        var application = await AddAsync(Sample.Invited(1));
        await CommitAsync(CommitResult.Committed, Sample.Noting(application, 1, "first", Now));
        var before = await Store.Applications.FindAsync(application.Id, Stop);

        await CommitAsync(CommitResult.Conflict, Sample.Noting(application, 1, "second", Now));
        await CommitAsync(CommitResult.Conflict, Sample.Noting(application, 3, "third", Now));
        await CommitAsync(CommitResult.Conflict, Sample.Opening(application));

        Assert.Equal(before, await Store.Applications.FindAsync(application.Id, Stop));
        Assert.Equal(2, (await EventsAsync(application.Id)).Count);
    }

    [Fact]
    public async Task Opening_what_does_not_exist_needs_version_zero() =>
        await CommitAsync(CommitResult.Conflict, Sample.Noting(Sample.Invited(1), 1, "note", Now));

    [Fact]
    public async Task Many_writers_at_once_lose_no_event_and_double_none()
    {
        const int Writers = 8;
        const int Notes = 25;
        var applications = await Task.WhenAll(Enumerable.Range(1, 4).Select(n => AddAsync(Sample.Invited(n))));

        await Task.WhenAll(
            Enumerable
                .Range(0, Writers)
                .Select(writer =>
                    Task.Run(
                        async () =>
                        {
                            for (var i = 0; i < Notes; i++)
                            {
                                await NoteUntilCommittedAsync(applications[i % 4].Id, $"{writer}/{i}");
                            }
                        },
                        Stop
                    )
                )
        );

        var expected = Enumerable.Range(0, Writers).SelectMany(w => Enumerable.Range(0, Notes).Select(i => $"{w}/{i}"));
        var events = new List<string>();
        foreach (var application in applications)
        {
            var texts = (await EventsAsync(application.Id)).Select(e => e.Event).OfType<Event.NoteAdded>().ToList();
            var stored = await Store.Applications.FindAsync(application.Id, Stop);
            Assert.Equal(texts.Select(note => note.Text), stored!.Application.Notes.Select(note => note.Text));
            Assert.Equal(texts.Count + 1, stored.Version);
            events.AddRange(texts.Select(note => note.Text));
        }
        Assert.Equal(expected.Order(StringComparer.Ordinal), events.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_phone_or_identity_number_is_taken_once_in_a_season()
    {
        var first = await AddAsync(Sample.Invited(1));
        var second = Sample.Invited(2);
        var account = second.OpenedAccount;

        await CommitAsync(
            CommitResult.PhoneTaken,
            Sample.Opening(second with { Account = account with { Phone = first.OpenedAccount.Phone } })
        );
        await CommitAsync(
            CommitResult.IdentityNumberTaken,
            Sample.Opening(
                second with
                {
                    Account = account with { IdentityNumber = first.OpenedAccount.IdentityNumber },
                }
            )
        );

        Assert.Null(await Store.Applications.FindAsync(second.Id, Stop));
        await AddAsync(second with { Season = "2027", Account = first.Account });
        await AddAsync(Sample.Invited(3) with { Account = account with { IdentityNumber = null } });
        await AddAsync(
            Sample.Invited(4) with
            {
                Account = account with { Phone = Sample.Phone(4), IdentityNumber = null },
            }
        );
    }

    [Fact]
    public async Task A_corrected_account_frees_its_old_phone_and_identity_number()
    {
        var first = await AddAsync(Sample.Invited(1));
        var old = first.OpenedAccount;
        var corrected = first with
        {
            Account = old with { Phone = Sample.Phone(10), IdentityNumber = Sample.Identity(10) },
        };
        await CommitAsync(CommitResult.Committed, Sample.Saving(corrected, 1, Now));

        await AddAsync(Sample.Invited(2) with { Account = old });
        await CommitAsync(
            CommitResult.PhoneTaken,
            Sample.Opening(Sample.Invited(3) with { Account = corrected.Account })
        );
    }

    [Fact]
    public async Task Of_two_openings_with_one_phone_at_once_one_is_refused()
    {
        var openings = Enumerable
            .Range(1, 10)
            .Select(n => Sample.Invited(n) with { Account = Sample.Invited(1).Account })
            .Select(application =>
                Task.Run(() => Store.Applications.CommitAsync(Sample.Opening(application), Stop), Stop)
            );

        var results = await Task.WhenAll(openings);

        Assert.Single(results, CommitResult.Committed);
        Assert.Equal(9, results.Count(result => result == CommitResult.PhoneTaken));
    }

    [Fact]
    public async Task A_wake_is_due_from_its_instant_and_the_longest_overdue_comes_first()
    {
        var late = await AddAsync(Sample.Invited(1));
        var early = await AddAsync(Sample.Invited(2));
        await AddAsync(Sample.Invited(3));
        await WakeAsync(late, Now);
        await WakeAsync(early, Now.AddMinutes(-1));

        Assert.Equal(Now, await Store.Applications.NextWakeAsync(late.Id, Stop));
        Assert.Equal(Now.AddMinutes(-1), await Store.Applications.EarliestWakeAsync(Stop));
        Assert.Equal([early.Id, late.Id], await Store.Applications.DueAsync(Now, 10, Stop));
        Assert.Equal([early.Id], await Store.Applications.DueAsync(Now, 1, Stop));
        Assert.Equal([early.Id], await Store.Applications.DueAsync(Now.AddTicks(-1), 10, Stop));
        Assert.Empty(await Store.Applications.DueAsync(Now.AddMinutes(-2), 10, Stop));
    }

    [Fact]
    public async Task A_commit_without_events_moves_the_wake_and_keeps_the_version()
    {
        var application = await AddAsync(Sample.Invited(1));
        await WakeAsync(application, Now);

        await CommitAsync(CommitResult.Committed, Sample.Saving(application, 2, Now) with { Events = [] });

        Assert.Equal(new StoredApplication(application, 2), await Store.Applications.FindAsync(application.Id, Stop));
        Assert.Null(await Store.Applications.EarliestWakeAsync(Stop));
    }

    [Fact]
    public async Task Changed_settings_wake_every_application_of_their_season()
    {
        var sleeping = await AddAsync(Sample.Invited(1));
        var waiting = await AddAsync(Sample.Invited(2));
        await WakeAsync(waiting, Now.AddDays(3));
        await AddAsync(Sample.Invited(3, season: "2025"));

        await Store.Applications.WakeAllAsync("2026", Now, Stop);

        Assert.Equal([sleeping.Id, waiting.Id], await Store.Applications.DueAsync(Now, 10, Stop));
    }

    [Fact]
    public async Task A_decision_from_before_the_settings_changed_is_looked_at_again()
    {
        var application = await AddAsync(Sample.Invited(1));
        await Store.Applications.WakeAllAsync("2026", Now, Stop);

        await CommitAsync(
            CommitResult.Committed,
            Sample.Saving(application, 1, Now.AddSeconds(-1)) with
            {
                Wake = Now.AddDays(1),
            }
        );

        Assert.Equal(Now, await Store.Applications.NextWakeAsync(application.Id, Stop));
    }

    [Fact]
    public async Task The_clocks_high_water_mark_never_falls()
    {
        Assert.Equal(DateTimeOffset.MinValue, await Store.Applications.HighWaterAsync(Stop));
        var application = await AddAsync(Sample.Invited(1));

        await CommitAsync(CommitResult.Committed, Sample.Noting(application, 1, "later", Now));
        await CommitAsync(CommitResult.Committed, Sample.Noting(application, 2, "earlier", Now.AddHours(-1)));

        Assert.Equal(Now, await Store.Applications.HighWaterAsync(Stop));
    }

    [Fact]
    public async Task Reserved_numbers_are_given_once()
    {
        Assert.Equal(1, await Store.Applications.ReserveNumbersAsync("2026", 3, Stop));
        Assert.Equal(4, await Store.Applications.ReserveNumbersAsync("2026", 1, Stop));
        Assert.Equal(1, await Store.Applications.ReserveNumbersAsync("2027", 1, Stop));

        var firsts = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(_ => Store.Applications.ReserveNumbersAsync("2026", 2, Stop))
        );

        Assert.Equal(Enumerable.Range(0, 20).Select(i => 5 + 2 * i), firsts.Order());
    }

    [Fact]
    public async Task Everything_is_there_after_reopening()
    {
        var application = await AddAsync(Sample.Invited(1));
        await WakeAsync(application, Now);
        await Store.Applications.ReserveNumbersAsync("2026", 5, Stop);

        await Store.ReopenAsync();

        Assert.Equal(new StoredApplication(application, 2), await Store.Applications.FindAsync(application.Id, Stop));
        Assert.Equal(2, (await EventsAsync(application.Id)).Count);
        Assert.Equal(Now, await Store.Applications.EarliestWakeAsync(Stop));
        Assert.Equal(Now, await Store.Applications.HighWaterAsync(Stop));
        Assert.Equal(6, await Store.Applications.ReserveNumbersAsync("2026", 1, Stop));
    }

    [Fact]
    public async Task Who_was_told_of_a_commit_sees_it_however_many_read_at_once()
    {
        var applications = await Task.WhenAll(Enumerable.Range(1, 20).Select(n => AddAsync(Sample.Invited(n))));

        await Task.WhenAll(applications.Select(NoteAndLookAsync));

        async Task NoteAndLookAsync(Application application)
        {
            for (var version = 1; version <= 5; version++)
            {
                await CommitAsync(CommitResult.Committed, Sample.Noting(application, version, $"{version}", Now));
                Assert.Equal(version + 1, (await Store.Applications.FindAsync(application.Id, Stop))?.Version);
            }
        }
    }

    [Fact]
    public async Task What_was_read_before_an_erasure_is_not_written_after_it()
    {
        var application = await AddAsync(Sample.Invited(1));
        var read = (await Store.Applications.FindAsync(application.Id, Stop))!;
        await Store.Erasures.EraseAsync(application.Id, Now, Stop);

        await CommitAsync(CommitResult.Conflict, Sample.Noting(application, 1, "late", Now) with { Key = read.Key });

        Assert.Null(await Store.Applications.FindAsync(application.Id, Stop));
    }

    private async Task<ValueList<Happened>> EventsAsync(ApplicationId id) =>
        (await Store.Applications.ReadEventsAsync(id, Stop)).ToValueList();

    private async Task CommitAsync(CommitResult expected, Commit commit) =>
        Assert.Equal(expected, await Store.Applications.CommitAsync(commit, Stop));

    private Task WakeAsync(Application application, DateTimeOffset at) =>
        CommitAsync(CommitResult.Committed, Sample.Saving(application, 1, Now) with { Wake = at });

    private async Task NoteUntilCommittedAsync(ApplicationId id, string text)
    {
        CommitResult result;
        do
        {
            var (application, version) = (await Store.Applications.FindAsync(id, Stop))!;
            result = await Store.Applications.CommitAsync(Sample.Noting(application, version, text, Now), Stop);
        } while (result == CommitResult.Conflict);
        Assert.Equal(CommitResult.Committed, result);
    }
}
