using System.Text;
using Enrollment.Access;
using Enrollment.Api.Access;
using Enrollment.Api.Admin;
using Enrollment.Collections;
using Enrollment.People;
using Enrollment.Tests.Http;
using Enrollment.TextMessages;

namespace Enrollment.Tests.Journeys;

/// <summary>
/// A branch on the day it begins: the first administrator by the printed link, the others by the administrator, everything
/// through HTTP. A new day ends every session, so <see cref="ComeToWorkAsync"/> signs all of them in again.
/// </summary>
internal sealed class Branch : IAsyncDisposable
{
    private readonly Dictionary<string, string> _passwords = new(StringComparer.Ordinal);

    private Branch(TestHost host)
    {
        Host = host;
        (Administrator, Reviewer, Clerk) = (host.Anybody(), host.Anybody(), host.Anybody());
    }

    public TestHost Host { get; }

    public ApiClient Administrator { get; }

    public ApiClient Reviewer { get; }

    public ApiClient Clerk { get; }

    public static async Task<Branch> OpenAsync()
    {
        var branch = new Branch(await TestHost.StartAsync());
        await branch.SetUpAsync();
        await branch.HireAsync("lishenhe", "李审核", Role.Reviewer);
        await branch.HireAsync("zhaoxianchang", "赵现场", Role.Desk);
        await branch.SignInAsync();
        return branch;
    }

    /// <summary>The clock goes on to this instant, and everybody is at their desks.</summary>
    public async Task ComeToWorkAsync(DateTimeOffset now)
    {
        Host.Time.SetUtcNow(now);
        await SignInAsync();
    }

    public async Task<Answer> ImportAsync(string csv, bool dryRun)
    {
        using var content = new StringContent(csv, Encoding.UTF8, "text/csv");
        var path = $"/api/admin/accounts/import?dryRun={(dryRun ? "true" : "false")}";
        return await Administrator.SendAsync(HttpMethod.Post, path, content);
    }

    /// <summary>What the person reads on their phone, newest first.</summary>
    public async Task<ValueList<TextMessage>> PhoneOfAsync(PhoneNumber phone)
    {
        var query = new TextMessageQuery { Phone = phone };
        return (await Host.Get<ITextMessageLog>().ListAsync(query, TestContext.Current.CancellationToken)).Items;
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    private async Task SetUpAsync()
    {
        var token = await Host.Get<FirstAdministrator>().TokenAsync(TestContext.Current.CancellationToken);
        _passwords["zhouguanli"] = TestHost.Password;
        var request = new StaffSetUpRequest(token!, "zhouguanli", "周管理", TestHost.Password);
        Assert.Equal(200, (await Administrator.PostAsync("/api/staff/setup", request)).Status);
    }

    private async Task HireAsync(string userName, string name, Role role)
    {
        var answer = await Administrator.PostAsync("/api/admin/staff", new NewStaffRequest(userName, name, [role]));
        Assert.Equal(201, answer.Status);
        _passwords[userName] = answer.Read<NewPasswordAnswer>().Password;
    }

    private async Task SignInAsync()
    {
        await SignInAsync(Administrator, "zhouguanli");
        await SignInAsync(Reviewer, "lishenhe");
        await SignInAsync(Clerk, "zhaoxianchang");
    }

    private async Task SignInAsync(ApiClient client, string userName)
    {
        var request = new StaffSignInRequest(userName, _passwords[userName]);
        Assert.Equal(200, (await client.PostAsync("/api/staff/session", request)).Status);
    }
}
