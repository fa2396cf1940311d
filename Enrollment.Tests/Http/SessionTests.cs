using Enrollment.Access;
using Enrollment.Api.Access;
using Enrollment.Applications;
using Enrollment.Tests.Builders;

namespace Enrollment.Tests.Http;

/// <summary>Signing in and out, of both kinds (DESIGN §6, R1).</summary>
public sealed class SessionTests
{
    private static readonly string Phone = Somebody.Account.Phone.Value;

    [Fact]
    public async Task A_candidate_signs_in_with_the_code_from_the_text_and_is_known()
    {
        await using var host = await TestHost.StartAsync();
        var candidate = await Candidate.SignedInAsync(host);
        var me = (await candidate.Client.GetAsync("/api/session")).Read<SessionAnswer>();
        Assert.Equal(("candidate", "张三", candidate.Id), (me.Kind, me.Name, me.Application));
    }

    [Fact]
    public async Task The_first_sign_in_is_evidence_that_the_text_was_received()
    {
        await using var host = await TestHost.StartAsync();
        var id = await host.OpenAsync();
        Assert.IsType<Stage.Invited>((await host.FindAsync(id)).Stage);

        var client = host.Anybody();
        await client.PostAsync("/api/session/code", new { phone = Phone });
        var code = await Candidate.LastCodeAsync(host, Somebody.Account.Phone);
        Assert.Equal(200, (await client.PostAsync("/api/session", new { phone = Phone, code })).Status);
        var draft = Assert.IsType<Stage.Draft>((await host.FindAsync(id)).Stage);
        Assert.Equal(ASeason.DraftDeadline, draft.Deadline);
    }

    [Fact]
    public async Task A_code_is_asked_for_with_one_answer_and_one_limit_whether_the_phone_is_known_or_not()
    {
        await using var host = await TestHost.StartAsync();
        await host.OpenAsync();
        foreach (var phone in new[] { Phone, "13900000009" })
        {
            var client = host.Anybody();
            var first = await client.PostAsync("/api/session/code", new { phone });
            var second = await client.PostAsync("/api/session/code", new { phone });
            Assert.Equal((202, ""), (first.Status, first.Text));
            Assert.Equal((429, "code-too-soon"), (second.Status, second.Code));
        }
    }

    [Fact]
    public async Task Ten_codes_a_day_are_enough()
    {
        await using var host = await TestHost.StartAsync();
        var client = host.Anybody();
        for (var i = 0; i < 10; i++)
        {
            Assert.Equal(202, (await client.PostAsync("/api/session/code", new { phone = Phone })).Status);
            host.Time.Advance(TimeSpan.FromMinutes(1));
        }
        Assert.Equal("code-too-many", (await client.PostAsync("/api/session/code", new { phone = Phone })).Code);
    }

    [Fact]
    public async Task A_code_dies_of_five_wrong_tries_and_of_five_minutes()
    {
        await using var host = await TestHost.StartAsync();
        await host.OpenAsync();
        var client = host.Anybody();
        await client.PostAsync("/api/session/code", new { phone = Phone });
        var code = await Candidate.LastCodeAsync(host, Somebody.Account.Phone);
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(401, (await client.PostAsync("/api/session", new { phone = Phone, code = "wrong" })).Status);
        }
        Assert.Equal("sign-in-failed", (await client.PostAsync("/api/session", new { phone = Phone, code })).Code);

        host.Time.Advance(TimeSpan.FromMinutes(1));
        await client.PostAsync("/api/session/code", new { phone = Phone });
        code = await Candidate.LastCodeAsync(host, Somebody.Account.Phone);
        host.Time.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal("sign-in-failed", (await client.PostAsync("/api/session", new { phone = Phone, code })).Code);
    }

    [Fact]
    public async Task A_code_signs_in_once()
    {
        await using var host = await TestHost.StartAsync();
        await host.OpenAsync();
        var client = host.Anybody();
        await client.PostAsync("/api/session/code", new { phone = Phone });
        var code = await Candidate.LastCodeAsync(host, Somebody.Account.Phone);
        Assert.Equal(200, (await client.PostAsync("/api/session", new { phone = Phone, code })).Status);
        Assert.Equal(401, (await client.PostAsync("/api/session", new { phone = Phone, code })).Status);
    }

    [Fact]
    public async Task A_session_slides_for_two_hours_and_ends_when_it_is_left_alone()
    {
        await using var host = await TestHost.StartAsync();
        var client = await host.StaffAsync(Role.Desk);
        for (var i = 0; i < 3; i++)
        {
            host.Time.Advance(TimeSpan.FromMinutes(119));
            Assert.Equal(200, (await client.GetAsync("/api/session")).Status);
        }
        host.Time.Advance(TimeSpan.FromMinutes(120));
        Assert.Equal(204, (await client.GetAsync("/api/session")).Status);
    }

    [Fact]
    public async Task A_session_that_is_always_in_use_ends_after_twelve_hours()
    {
        await using var host = await TestHost.StartAsync();
        var client = await host.StaffAsync(Role.Desk);
        for (var hour = 1; hour < 12; hour++)
        {
            host.Time.Advance(TimeSpan.FromHours(1));
            Assert.Equal(200, (await client.GetAsync("/api/session")).Status);
        }
        host.Time.Advance(TimeSpan.FromHours(1) - TimeSpan.FromTicks(1));
        Assert.Equal(200, (await client.GetAsync("/api/session")).Status);
        host.Time.Advance(TimeSpan.FromTicks(1));
        Assert.Equal(204, (await client.GetAsync("/api/session")).Status);
    }

    [Fact]
    public async Task Signing_out_ends_the_session_and_not_only_the_cookie()
    {
        await using var host = await TestHost.StartAsync();
        var client = await host.StaffAsync(Role.Desk);
        var token = client.SessionCookie!;
        Assert.Equal(204, (await client.DeleteAsync("/api/session")).Status);
        client.SetSessionCookie(token);
        Assert.Equal(204, (await client.GetAsync("/api/session")).Status);
    }

    [Fact]
    public async Task Each_sign_in_has_a_token_of_its_own_and_ends_the_one_before()
    {
        await using var host = await TestHost.StartAsync();
        var client = await host.StaffAsync(Role.Desk);
        var before = client.SessionCookie!;
        var body = new { userName = "STAFF ", password = TestHost.Password };
        var answer = await client.PostAsync("/api/staff/session", body);
        Assert.NotEqual(before, client.SessionCookie);
        Assert.EndsWith("; path=/; samesite=strict; httponly", answer.Headers["Set-Cookie"], StringComparison.Ordinal);

        var old = host.Anybody();
        old.SetSessionCookie(before);
        Assert.Equal(204, (await old.GetAsync("/api/session")).Status);
    }

    [Fact]
    public async Task A_cookie_is_secure_wherever_it_is_not_this_machine()
    {
        await using var host = await TestHost.StartAsync(settings: "--Access:PublicOrigin=https://baoming.example.cn");
        await host.AddStaffAsync("staff", Role.Admin);
        var client = host.Anybody();
        client.Headers.Host = "baoming.example.cn";
        client.Headers.Remove("Origin");
        client.Headers.Add("Origin", "https://baoming.example.cn");
        var body = new { userName = "staff", password = TestHost.Password };
        var answer = await client.PostAsync("/api/staff/session", body);
        Assert.Contains("; secure", answer.Headers["Set-Cookie"], StringComparison.OrdinalIgnoreCase);
        Assert.StartsWith("__Host-enrollment-session=", answer.Headers["Set-Cookie"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Staff_are_locked_out_for_a_quarter_of_an_hour_after_five_wrong_passwords()
    {
        await using var host = await TestHost.StartAsync();
        await host.AddStaffAsync("staff", Role.Admin);
        var client = host.Anybody();
        var right = new { userName = "staff", password = TestHost.Password };
        for (var i = 0; i < 5; i++)
        {
            var wrong = await client.PostAsync("/api/staff/session", new { userName = "staff", password = "wrong" });
            Assert.Equal("sign-in-failed", wrong.Code);
        }
        Assert.Equal("sign-in-failed", (await client.PostAsync("/api/staff/session", right)).Code);
        host.Time.Advance(TimeSpan.FromMinutes(15));
        Assert.Equal(200, (await client.PostAsync("/api/staff/session", right)).Status);
    }

    [Fact]
    public async Task An_unknown_a_disabled_and_a_mistaken_staff_member_get_the_same_answer()
    {
        await using var host = await TestHost.StartAsync();
        var disabled = await host.AddStaffAsync("gone", Role.Admin);
        await host.Get<IStaffStore>()
            .SaveAsync(disabled with { IsDisabled = true }, TestContext.Current.CancellationToken);
        await host.AddStaffAsync("staff", Role.Admin);
        var client = host.Anybody();
        var unknown = await client.PostAsync("/api/staff/session", new { userName = "nobody", password = "x" });
        var gone = await client.PostAsync(
            "/api/staff/session",
            new { userName = "gone", password = TestHost.Password }
        );
        var mistaken = await client.PostAsync("/api/staff/session", new { userName = "staff", password = "x" });
        Assert.Equal((401, unknown.Text, unknown.Text), (unknown.Status, gone.Text, mistaken.Text));
    }

    [Fact]
    public async Task The_printed_link_makes_the_first_administrator_once()
    {
        await using var host = await TestHost.StartAsync();
        var token = await host.Get<FirstAdministrator>().TokenAsync(TestContext.Current.CancellationToken);
        var client = host.Anybody();
        object Body(string with) =>
            new
            {
                token = with,
                userName = "Admin",
                name = "管理员",
                password = TestHost.Password,
            };
        Assert.Equal("setup-closed", (await client.PostAsync("/api/staff/setup", Body("guessed"))).Code);
        var made = await client.PostAsync("/api/staff/setup", Body(token!));
        Assert.Equal([Role.Admin], made.Read<SessionAnswer>().Roles!.Value);
        Assert.Equal("setup-closed", (await client.PostAsync("/api/staff/setup", Body(token!))).Code);
        Assert.Null(await host.Get<FirstAdministrator>().TokenAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_short_password_is_told_by_field()
    {
        await using var host = await TestHost.StartAsync();
        var body = new
        {
            token = "x",
            userName = "admin",
            name = "管理员",
            password = "short",
        };
        var answer = await host.Anybody().PostAsync("/api/staff/setup", body);
        Assert.Equal((422, "bad-value"), (answer.Status, answer.Code));
        Assert.Equal(["password"], answer.ErrorPaths);
    }

    [Fact]
    public async Task Many_sign_ins_from_one_address_are_slowed_down()
    {
        await using var host = await TestHost.StartAsync(
            services => services.AddFarAway(),
            settings: "--Access:SignInsPerMinute=3"
        );
        var client = host.Anybody();
        var body = new { userName = "nobody", password = "x" };
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(401, (await client.PostAsync("/api/staff/session", body)).Status);
        }
        var answer = await client.PostAsync("/api/staff/session", body);
        Assert.Equal((429, "too-many-requests"), (answer.Status, answer.Code));
    }
}
