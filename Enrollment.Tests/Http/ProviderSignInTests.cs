using System.Text.Json.Nodes;
using Enrollment.Access;
using Enrollment.Api.Access;
using Enrollment.Tests.Builders;

namespace Enrollment.Tests.Http;

/// <summary>Staff sign in by an OpenID Connect issuer (DESIGN §6).</summary>
public sealed class ProviderSignInTests
{
    private const string Leave = "/api/staff/provider-sign-in";

    private const string Failed = "/staff?problem=provider-sign-in-failed";

    [Fact]
    public async Task Who_the_issuer_knows_comes_back_with_a_session_and_the_roles_of_the_token()
    {
        await using var issuer = await AnIssuer.StartAsync(ASeason.Opening);
        await using var host = await StartAsync(issuer);
        issuer.Roles = ["desk", "reviewer", "something-else"];
        var client = host.Anybody();

        Assert.Equal("/staff", await ComeBackAsync(client));

        var session = (await client.GetAsync("/api/session")).Read<SessionAnswer>();
        Assert.Equal(("staff", "孙统一"), (session.Kind, session.Name));
        Assert.Equal([Role.Reviewer, Role.Desk], session.Roles!.Value);
        Assert.Equal(200, (await client.GetAsync("/api/review/applications")).Status);
        Assert.Equal(403, (await client.GetAsync("/api/admin/season")).Status);
    }

    [Fact]
    public async Task A_role_that_the_issuer_takes_away_is_gone_at_the_next_sign_in()
    {
        await using var issuer = await AnIssuer.StartAsync(ASeason.Opening);
        await using var host = await StartAsync(issuer);
        var client = host.Anybody();
        await ComeBackAsync(client);

        issuer.Roles = ["admin"];
        await ComeBackAsync(client);
        Assert.Equal([Role.Admin], (await client.GetAsync("/api/session")).Read<SessionAnswer>().Roles!.Value);

        issuer.Roles = ["guest"];
        Assert.Equal(Failed, await ComeBackAsync(host.Anybody()));
    }

    [Theory]
    [InlineData("aud", "another-client")]
    [InlineData("iss", "https://issuer.example.com")]
    [InlineData("nonce", "another")]
    [InlineData("exp", 1)]
    public async Task A_token_that_is_not_for_this_question_opens_no_session(string claim, object value)
    {
        await using var issuer = await AnIssuer.StartAsync(ASeason.Opening);
        await using var host = await StartAsync(issuer);
        issuer.Changing = claims => claims[claim] = JsonValue.Create(value);
        var client = host.Anybody();

        Assert.Equal(Failed, await ComeBackAsync(client));
        Assert.Equal(204, (await client.GetAsync("/api/session")).Status);
    }

    [Fact]
    public async Task An_answer_counts_once_and_only_in_the_browser_that_asked()
    {
        await using var issuer = await AnIssuer.StartAsync(ASeason.Opening);
        await using var host = await StartAsync(issuer);
        var client = host.Anybody();
        var back = await BackFromAsync(await client.GetAsync(Leave));

        Assert.Equal(Failed, (await host.Anybody().GetAsync(back)).Headers["Location"]);
        Assert.Equal("/staff", (await client.GetAsync(back)).Headers["Location"]);
        Assert.Equal(Failed, (await client.GetAsync(back)).Headers["Location"]);
    }

    [Fact]
    public async Task A_disabled_account_stays_out_and_another_with_the_name_is_not_taken_over()
    {
        await using var issuer = await AnIssuer.StartAsync(ASeason.Opening);
        await using var host = await StartAsync(issuer);
        await host.AddStaffAsync("sun@example.cn", Role.Admin);
        var client = host.Anybody();
        await ComeBackAsync(client);
        var id = (await client.GetAsync("/api/session")).Read<SessionAnswer>().Staff!;

        Assert.Equal(403, (await client.GetAsync("/api/admin/season")).Status);

        var store = host.Get<IStaffStore>();
        var account = await store.FindAsync(id, TestContext.Current.CancellationToken);
        await store.SaveAsync(account! with { IsDisabled = true }, TestContext.Current.CancellationToken);
        Assert.Equal(Failed, await ComeBackAsync(client));
    }

    [Fact]
    public async Task Without_an_issuer_there_is_no_such_sign_in()
    {
        await using var host = await TestHost.StartAsync();
        var client = host.Anybody();

        var choices = (await client.GetAsync("/api/staff/sign-in")).Body;

        Assert.False(choices.TryGetProperty("provider", out _));
        Assert.True(choices.GetProperty("needsSetup").GetBoolean());
        Assert.Equal(404, (await client.GetAsync(Leave)).Status);
        Assert.Equal(Failed, (await client.GetAsync($"{Leave}/callback?code=x&state=y")).Headers["Location"]);
    }

    [Fact]
    public async Task An_issuer_without_encryption_is_refused_at_the_start() =>
        await Assert.ThrowsAsync<Microsoft.Extensions.Options.OptionsValidationException>(async () =>
        {
            await using var _ = await TestHost.StartAsync(
                settings: ["--Access:Provider:Issuer=http://issuer.example.cn", "--Access:Provider:ClientId=x"]
            );
        });

    private static Task<TestHost> StartAsync(AnIssuer issuer) =>
        TestHost.StartAsync(
            settings:
            [
                $"--Access:Provider:Issuer={issuer.Address}",
                $"--Access:Provider:ClientId={AnIssuer.ClientId}",
                "--Access:Provider:Name=学校统一认证",
            ]
        );

    /// <summary>To the issuer and back, as a browser goes; where it then stands.</summary>
    private static async Task<string> ComeBackAsync(ApiClient client)
    {
        var back = await BackFromAsync(await client.GetAsync(Leave));
        return (await client.GetAsync(back)).Headers["Location"];
    }

    private static async Task<string> BackFromAsync(Answer leaving)
    {
        Assert.Equal(302, leaving.Status);
        using var handler = new HttpClientHandler { AllowAutoRedirect = false, UseProxy = false };
        using var browser = new HttpClient(handler);
        using var agreed = await browser.GetAsync(
            new Uri(leaving.Headers["Location"]),
            TestContext.Current.CancellationToken
        );
        return agreed.Headers.Location!.PathAndQuery;
    }
}
