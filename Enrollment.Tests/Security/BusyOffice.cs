using System.Security.Cryptography;
using System.Text;
using Enrollment.Access;
using Enrollment.Applications;
using Enrollment.People;
using Enrollment.Tests.Browser.Staff;
using Enrollment.Tests.Builders;
using Enrollment.Tests.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Enrollment.Tests.Security;

/// <summary>
/// The embedded host on a day at the branch, with an application in each stage and somebody of each kind signed in: what
/// an attacker who is let in finds.
/// </summary>
internal sealed class BusyOffice : IAsyncDisposable
{
    private static readonly Func<AnApplication>[] Stages =
    [
        () => AnApplication.Invited(),
        () => AnApplication.Drafting(),
        () => AnApplication.Complete(),
        () => AnApplication.Submitted(),
        () => AnApplication.Claimed(),
        () => AnApplication.Reviewed(),
        () => AnApplication.Correcting(),
        () => AnApplication.Approved(),
        () => AnApplication.Printed(),
        () => AnApplication.Checked(),
        () => AnApplication.Waiting(),
        () => AnApplication.Paid(),
        () => AnApplication.Abandoned(),
    ];

    private static readonly (string Kind, Actor.Staff Who, Role Role)[] Staff =
    [
        ("reviewer", Somebody.Reviewer, Role.Reviewer),
        ("desk", Somebody.Clerk, Role.Desk),
        ("admin", StaffApi.Administrator, Role.Admin),
    ];

    private BusyOffice(TestHost host) => Host = host;

    public TestHost Host { get; }

    /// <summary>One in each stage, in the order in which a season goes through them.</summary>
    public IReadOnlyList<ApplicationId> Applications { get; private set; } = [];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <param name="now">Applications of a later day are not there yet.</param>
    public static async Task<BusyOffice> OpenAsync(
        DateTimeOffset now,
        Action<IServiceCollection>? compose = null,
        params string[] settings
    )
    {
        var office = new BusyOffice(await TestHost.StartAsync(compose, now: now, settings: settings));
        foreach (var (_, who, role) in Staff)
        {
            await office.HireAsync(who, role);
        }
        office.Applications =
        [
            .. await Task.WhenAll(
                Stages
                    .Select(stage => stage())
                    .Where(one => one.Now <= now)
                    .Select((one, index) => office.Host.StoreAsync(one, index + 1))
            ),
        ];
        return office;
    }

    /// <summary>The application in this stage, or the last that there is.</summary>
    public async Task<ApplicationId> InAsync(StageName stage)
    {
        foreach (var id in Applications)
        {
            if ((await Host.FindAsync(id)).Stage.Name == stage)
            {
                return id;
            }
        }
        throw new InvalidOperationException($"Nobody is {stage}.");
    }

    /// <summary>Somebody of this kind with a session of their own; a candidate's is that of the application.</summary>
    public async Task<ApiClient> AsAsync(string kind, ApplicationId candidate)
    {
        var client = Host.Anybody();
        if (kind != "anyone")
        {
            var subject =
                kind == "candidate"
                    ? Session.SubjectOf(candidate)
                    : Session.SubjectOfStaff(Staff.Single(one => one.Kind == kind).Who.Id);
            client.SetSessionCookie(await SignedInAsync(Host, subject));
        }
        return client;
    }

    /// <summary>The token of a session that was not there before.</summary>
    public static async Task<string> SignedInAsync(TestHost host, string subject)
    {
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
        var now = host.Time.GetUtcNow();
        await host.Get<ISessionStore>().AddSessionAsync(new(hash, subject, now, now.AddHours(2)), Stop);
        return token;
    }

    /// <summary>Puts the staff's accounts back as they were.</summary>
    public async Task RehireAsync()
    {
        foreach (var (_, who, role) in Staff)
        {
            await HireAsync(who, role);
        }
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    private async Task HireAsync(Actor.Staff who, Role role)
    {
        var account = new StaffAccount
        {
            Id = who.Id,
            UserName = who.Id,
            Name = who.Name,
            Roles = [role],
        };
        Assert.True(await Host.Get<IStaffStore>().SaveAsync(account, Stop));
    }
}
