using Enrollment.Access;
using Enrollment.Seasons;

namespace Enrollment.Tests.Stores;

public abstract class SessionStoreContract : StoreContract
{
    private const string Phone = "13800000001";
    private static readonly ApplicationId Id = Sample.Invited(1).Id;

    [Fact]
    public async Task A_session_lives_until_it_expires()
    {
        var session = await SignInAsync("t1", Session.SubjectOf(Id));

        Assert.Equal(session, await Store.Sessions.FindSessionAsync("t1", Now, Stop));
        Assert.Equal(session, await Store.Sessions.FindSessionAsync("t1", session.ExpiresAt.AddTicks(-1), Stop));
        Assert.Null(await Store.Sessions.FindSessionAsync("t1", session.ExpiresAt, Stop));
        Assert.Null(await Store.Sessions.FindSessionAsync("t2", Now, Stop));
    }

    [Fact]
    public async Task An_extended_session_lives_longer_and_an_ended_one_no_more()
    {
        var session = await SignInAsync("t1", Session.SubjectOfStaff("s1"));
        var later = session.ExpiresAt.AddHours(1);

        await Store.Sessions.ExtendSessionAsync("t1", later, Stop);
        await Store.ReopenAsync();
        Assert.Equal(
            session with
            {
                ExpiresAt = later,
            },
            await Store.Sessions.FindSessionAsync("t1", session.ExpiresAt, Stop)
        );

        await Store.Sessions.EndSessionAsync("t1", Stop);
        Assert.Null(await Store.Sessions.FindSessionAsync("t1", Now, Stop));
        await Store.Sessions.ExtendSessionAsync("t1", later, Stop);
        Assert.Null(await Store.Sessions.FindSessionAsync("t1", Now, Stop));
    }

    [Fact]
    public async Task Every_session_of_one_person_ends_together()
    {
        await SignInAsync("t1", Session.SubjectOf(Id));
        await SignInAsync("t2", Session.SubjectOf(Id));
        await SignInAsync("t3", Session.SubjectOfStaff("s1"));

        await Store.Sessions.EndSessionsOfAsync(Session.SubjectOf(Id), Stop);

        Assert.Null(await Store.Sessions.FindSessionAsync("t1", Now, Stop));
        Assert.Null(await Store.Sessions.FindSessionAsync("t2", Now, Stop));
        Assert.NotNull(await Store.Sessions.FindSessionAsync("t3", Now, Stop));
    }

    [Fact]
    public async Task A_phone_gets_one_code_a_minute()
    {
        Assert.Equal(CodeGrant.Granted, await GrantAsync(Now));
        Assert.Equal(CodeGrant.TooSoon, await GrantAsync(Now.AddSeconds(59)));
        Assert.Equal(CodeGrant.Granted, await Store.Sessions.GrantCodeAsync("13900000001", Now, Stop));
        Assert.Equal(CodeGrant.Granted, await GrantAsync(Now.AddSeconds(60)));
    }

    [Fact]
    public async Task A_phone_gets_ten_codes_a_day_counted_in_china()
    {
        for (var i = 0; i < 10; i++)
        {
            Assert.Equal(CodeGrant.Granted, await GrantAsync(Now.AddMinutes(i)));
        }
        var endOfDay = ChinaTime.EndOf(ChinaTime.DateOf(Now));

        Assert.Equal(CodeGrant.TooMany, await GrantAsync(Now.AddMinutes(10)));
        Assert.Equal(CodeGrant.TooMany, await GrantAsync(endOfDay.AddTicks(-1)));
        Assert.Equal(CodeGrant.Granted, await GrantAsync(endOfDay));
        Assert.Equal(CodeGrant.TooSoon, await GrantAsync(endOfDay.AddSeconds(1)));
    }

    [Fact]
    public async Task The_minute_counts_across_midnight()
    {
        var endOfDay = ChinaTime.EndOf(ChinaTime.DateOf(Now));

        Assert.Equal(CodeGrant.Granted, await GrantAsync(endOfDay.AddSeconds(-30)));
        Assert.Equal(CodeGrant.TooSoon, await GrantAsync(endOfDay.AddSeconds(29)));
        Assert.Equal(CodeGrant.Granted, await GrantAsync(endOfDay.AddSeconds(30)));
    }

    [Fact]
    public async Task Asking_many_times_at_once_grants_one()
    {
        var grants = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Task.Run(() => GrantAsync(Now), Stop)));

        Assert.Single(grants, CodeGrant.Granted);
    }

    [Fact]
    public async Task The_right_code_opens_once()
    {
        await SaveAsync("right");

        Assert.Equal(new CodeTry.Right(Id), await TryAsync("right", Now));
        Assert.Equal(new CodeTry.Wrong(), await TryAsync("right", Now));
    }

    [Fact]
    public async Task After_five_wrong_tries_the_right_code_is_wrong_too()
    {
        await SaveAsync("right");
        for (var i = 0; i < 4; i++)
        {
            Assert.Equal(new CodeTry.Wrong(), await TryAsync("wrong", Now));
        }
        await SaveAsync("right");
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(new CodeTry.Wrong(), await TryAsync("wrong", Now));
        }

        Assert.Equal(new CodeTry.Wrong(), await TryAsync("right", Now));
    }

    [Fact]
    public async Task A_code_ends_with_its_five_minutes()
    {
        await SaveAsync("right");

        Assert.Equal(new CodeTry.Wrong(), await TryAsync("right", Now.AddMinutes(5)));
        Assert.Equal(new CodeTry.Right(Id), await TryAsync("right", Now.AddMinutes(5).AddTicks(-1)));
    }

    [Fact]
    public async Task A_new_code_takes_the_place_of_the_old()
    {
        await SaveAsync("old");
        await SaveAsync("new");

        Assert.Equal(new CodeTry.Wrong(), await TryAsync("old", Now));
        Assert.Equal(new CodeTry.Right(Id), await TryAsync("new", Now));
    }

    [Fact]
    public async Task No_code_is_right_for_a_phone_that_got_none() =>
        Assert.Equal(new CodeTry.Wrong(), await TryAsync("right", Now));

    private async Task<Session> SignInAsync(string token, string subject)
    {
        var session = new Session(token, subject, Now, Now.AddHours(2));
        await Store.Sessions.AddSessionAsync(session, Stop);
        return session;
    }

    private Task<CodeGrant> GrantAsync(DateTimeOffset now) => Store.Sessions.GrantCodeAsync(Phone, now, Stop);

    private Task SaveAsync(string code) =>
        Store.Sessions.SaveCodeAsync(new SignInCode(Phone, code, Id, Now.AddMinutes(5), 5), Stop);

    private Task<CodeTry> TryAsync(string code, DateTimeOffset now) =>
        Store.Sessions.TryCodeAsync(Phone, code, now, Stop);
}
