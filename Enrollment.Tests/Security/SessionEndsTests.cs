using Enrollment.Access;
using Enrollment.Api.Admin;
using Enrollment.People;
using Enrollment.Tests.Builders;
using Enrollment.Tests.Http;

namespace Enrollment.Tests.Security;

/// <summary>What makes a session, and what ends it (DESIGN §6).</summary>
public sealed class SessionEndsTests
{
    private const string Chosen = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    public static TheoryData<string> ActsOnCandidates => ["correction", "closing"];

    public static TheoryData<string> ActsOnStaff => ["roles", "disabling", "password"];

    [Fact]
    public async Task A_token_that_somebody_else_chose_is_never_taken_over()
    {
        await using var host = await TestHost.StartAsync();
        await host.OpenAsync();
        await host.AddStaffAsync("staff", Role.Desk);
        var candidate = await Planted(host, "/api/session", new { phone = Somebody.Account.Phone.Value, code = "" });
        var staff = await Planted(host, "/api/staff/session", new { userName = "staff", password = TestHost.Password });
        Assert.NotEqual(Chosen, candidate);
        Assert.NotEqual(Chosen, staff);
        using var attacker = host.Anybody();
        attacker.SetSessionCookie(Chosen);
        Assert.Equal(204, (await attacker.GetAsync("/api/session")).Status);
    }

    /// <summary>An attacker's own session in the victim's browser: it ends, and what the victim does is not done in it.</summary>
    [Fact]
    public async Task A_session_that_was_planted_ends_with_the_sign_in()
    {
        await using var host = await TestHost.StartAsync();
        var attacker = await Candidate.SignedInAsync(host, TestHost.Other("13800000002"));
        var planted = attacker.Client.SessionCookie!;
        var victim = Candidate.Of(host, await host.OpenAsync());
        victim.Client.SetSessionCookie(planted);
        Assert.Equal(200, (await victim.SignInAsync(Somebody.Account)).Status);
        Assert.NotEqual(planted, victim.Client.SessionCookie);
        Assert.Equal(204, (await attacker.Client.GetAsync("/api/session")).Status);
    }

    [Theory, MemberData(nameof(ActsOnCandidates))]
    public async Task A_candidates_sessions_end_with_what_staff_do_to_the_account(string act)
    {
        await using var host = await TestHost.StartAsync();
        var candidate = await Candidate.SignedInAsync(host);
        var admin = await host.StaffAsync(Role.Admin);
        var account = new AccountRequest("张三", PhoneNumber.Parse("13800000077"));
        object body = act == "correction" ? new CorrectionRequest(account, "录错") : new { reason = "录错" };
        var path = $"/api/admin/applications/{candidate.Id}/{act}";
        Assert.InRange((await admin.PostAsync(path, body)).Status, 200, 204);
        await host.SettleAsync();
        Assert.Equal(401, (await candidate.Client.GetAsync("/api/application")).Status);
        Assert.Equal(204, (await candidate.Client.GetAsync("/api/session")).Status);
    }

    [Theory, MemberData(nameof(ActsOnStaff))]
    public async Task The_sessions_of_staff_end_with_what_is_done_to_their_account(string act)
    {
        await using var host = await TestHost.StartAsync();
        var admin = await host.StaffAsync(Role.Admin);
        var other = await host.AddStaffAsync("other", Role.Desk);
        using var client = host.Anybody();
        var signIn = new { userName = "other", password = TestHost.Password };
        Assert.Equal(200, (await client.PostAsync("/api/staff/session", signIn)).Status);

        var path = $"/api/admin/staff/{other.Id}";
        var answer = act switch
        {
            "roles" => await admin.PutAsync(path, new StaffChangeRequest("李工作", [Role.Reviewer], IsDisabled: false)),
            "disabling" => await admin.PutAsync(path, new StaffChangeRequest("李工作", [Role.Desk], IsDisabled: true)),
            _ => await admin.PostAsync($"{path}/password", new { }),
        };
        Assert.Equal(200, answer.Status);
        Assert.Equal(401, (await client.GetAsync("/api/desk/held")).Status);
        Assert.Equal(200, (await admin.GetAsync("/api/admin/staff")).Status);
    }

    /// <summary>Signs in with a cookie that was there before.</summary>
    /// <returns>The cookie after it.</returns>
    private static async Task<string?> Planted(TestHost host, string path, object body)
    {
        var client = host.Anybody();
        client.SetSessionCookie(Chosen);
        if (path == "/api/session")
        {
            var phone = Somebody.Account.Phone;
            Assert.Equal(202, (await client.PostAsync("/api/session/code", new { phone = phone.Value })).Status);
            body = new { phone = phone.Value, code = await Candidate.LastCodeAsync(host, phone) };
        }
        Assert.Equal(200, (await client.PostAsync(path, body)).Status);
        return client.SessionCookie;
    }
}
