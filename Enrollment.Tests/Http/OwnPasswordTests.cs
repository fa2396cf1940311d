using Enrollment.Access;

namespace Enrollment.Tests.Http;

public sealed class OwnPasswordTests
{
    private const string Path = "/api/staff/password";

    private const string New = "a new one of my own";

    [Fact]
    public async Task Staff_change_their_own_password_and_their_other_sessions_end()
    {
        await using var host = await TestHost.StartAsync();
        var client = await host.StaffAsync(Role.Desk);
        var elsewhere = host.Anybody();
        await elsewhere.PostAsync("/api/staff/session", new { userName = "staff", password = TestHost.Password });

        var changed = await client.PutAsync(Path, new { current = TestHost.Password, @new = New });

        Assert.Equal(200, changed.Status);
        Assert.Equal(200, (await client.GetAsync("/api/session")).Status);
        Assert.Equal(204, (await elsewhere.GetAsync("/api/session")).Status);
        var old = await elsewhere.PostAsync(
            "/api/staff/session",
            new { userName = "staff", password = TestHost.Password }
        );
        Assert.Equal("sign-in-failed", old.Code);
        Assert.Equal(
            200,
            (await elsewhere.PostAsync("/api/staff/session", new { userName = "staff", password = New })).Status
        );
    }

    [Theory]
    [InlineData("not the one", New, 403, "wrong-password")]
    [InlineData(TestHost.Password, "short", 422, "bad-value")]
    public async Task A_wrong_or_a_short_password_changes_nothing(string current, string next, int status, string code)
    {
        await using var host = await TestHost.StartAsync();
        var client = await host.StaffAsync(Role.Reviewer);

        var answer = await client.PutAsync(Path, new { current, @new = next });

        Assert.Equal((status, code), (answer.Status, answer.Code));
        Assert.Equal(
            200,
            (
                await client.PostAsync("/api/staff/session", new { userName = "staff", password = TestHost.Password })
            ).Status
        );
    }

    [Fact]
    public async Task Whoever_is_not_signed_in_changes_no_password()
    {
        await using var host = await TestHost.StartAsync();

        Assert.Equal("not-signed-in", (await host.Anybody().PutAsync(Path, new { current = "x", @new = New })).Code);
    }
}
