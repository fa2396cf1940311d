using System.Security.Cryptography;
using System.Text;
using Enrollment.Access;
using Enrollment.Api;
using Enrollment.Api.Access;
using Enrollment.Applications;
using Enrollment.Collections;
using Enrollment.Documents;
using Enrollment.People;
using Enrollment.Tests.Builders;
using Enrollment.Tests.Stores;
using Enrollment.TextMessages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Enrollment.Tests.Http;

/// <summary>Tests of the staff's endpoints run one after the other, in one host.</summary>
[CollectionDefinition(Name)]
public sealed class StaffApiTests : ICollectionFixture<StaffHost>
{
    public const string Name = "staff api";
}

/// <summary>
/// The API over HTTP, built once: its endpoints take longer to build than all tests to run. Each test brings a store, a
/// clock and nothing that was, because every service is made anew on what the test in hand has.
/// </summary>
public sealed class StaffHost : IAsyncLifetime
{
    private static readonly SealKeys Keys = new([new("k1", [.. Enumerable.Repeat((byte)7, 32)])]);

    private WebApplication? _app;
    private StoreUnderTest? _store;
    private FakeTimeProvider _time = new();
    private ServerClock _clock = new(TimeProvider.System);

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        var services = builder.Services;
        services.AddSingleton(Keys);
        services.AddSingleton<ITextGateway, OutboxGateway>();
        services.AddSingleton<SignalWork>(_ => { });
        services.AddEnrollmentApi(builder.Configuration);
        foreach (var ours in services.Where(IsOurs).ToList())
        {
            services.Remove(ours);
            services.Add(new(ours.ServiceType, ours.ImplementationType!, ServiceLifetime.Transient));
        }
        services.AddTransient<TimeProvider>(_ => _time);
        services.AddTransient(_ => _clock);
        services.AddTransient(_ => _store!.Applications);
        services.AddTransient(_ => _store!.Index);
        services.AddTransient(_ => _store!.Files);
        services.AddTransient(_ => _store!.Seasons);
        services.AddTransient(_ => _store!.Sessions);
        services.AddTransient(_ => _store!.Staff);
        services.AddTransient(_ => _store!.Journal);
        services.AddTransient(_ => _store!.TextMessages);
        services.AddTransient(_ => _store!.Erasures);
        services.AddTransient(_ => _store!.Gauge);

        _app = builder.Build();
        _app.UseEnrollmentApi();
        _app.MapEnrollmentApi();
        EndpointPolicies.Require(_app);
        await _app.StartAsync();
    }

    public ValueTask DisposeAsync() => _app?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <summary>A season, an account of each role, and this application in a store of its own, at its time.</summary>
    internal async Task<StaffApi> WithAsync(AnApplication application)
    {
        _store = await HttpStore.NewAsync();
        _time = new FakeTimeProvider(application.Now);
        _clock = new ServerClock(_time);
        var api = new StaffApi(_app!, _store, _time);
        await api.PrepareAsync(application);
        return api;
    }

    private static bool IsOurs(ServiceDescriptor service) =>
        service is { Lifetime: ServiceLifetime.Singleton, ImplementationType: { Namespace: { } name } type }
        && name.StartsWith("Enrollment", StringComparison.Ordinal)
        && service.ServiceType == type;
}

/// <summary>The API as staff use it in one test.</summary>
internal sealed class StaffApi(WebApplication app, StoreUnderTest store, FakeTimeProvider time) : IAsyncDisposable
{
    public static Actor.Staff Administrator { get; } = new("admin-1", "周管理");

    public FakeTimeProvider Time => time;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public T Get<T>()
        where T : notnull => app.Services.GetRequiredService<T>();

    internal async Task PrepareAsync(AnApplication application)
    {
        await store.Seasons.SaveAsync(ASeason.Current, Stop);
        await HireAsync(Administrator, Role.Admin);
        await HireAsync(Somebody.Reviewer, Role.Reviewer);
        await HireAsync(Somebody.OtherReviewer, Role.Reviewer);
        await HireAsync(Somebody.Clerk, Role.Desk);
        await AddAsync(application);
    }

    /// <summary>Stores what has happened to an application; a number gives it an id, a phone and a name of its own.</summary>
    public async Task<ApplicationId> AddAsync(AnApplication application, int? number = null)
    {
        if (application.History.Count == 0)
        {
            return AnApplication.Id;
        }
        var id = number is { } n ? ApplicationId.Parse($"{n:x32}") : AnApplication.Id;
        var history = number is null
            ? application.History
            : application.History.Select(one => Another(one, number.Value)).ToValueList();
        var result = await Get<IApplicationStore>()
            .CommitAsync(
                new()
                {
                    ExpectedVersion = 0,
                    State = Lifecycle.Fold(id, history),
                    Events = history,
                    Now = application.Now,
                },
                Stop
            );
        Assert.Equal(CommitResult.Committed, result);
        return id;
    }

    /// <summary>Somebody who is signed in.</summary>
    public async Task<StaffClient> AsAsync(Actor.Staff staff) => await SignedInAsync(Session.SubjectOfStaff(staff.Id));

    public async Task<StaffClient> AsCandidateAsync() => await SignedInAsync(Session.SubjectOf(AnApplication.Id));

    public StaffClient AsNobody() => new(app.GetTestClient());

    /// <summary>With a token of the right form that nobody was given.</summary>
    public StaffClient AsForged() => WithToken(Token());

    /// <summary>An administrator whose session ended a minute ago.</summary>
    public async Task<StaffClient> AsExpiredAsync() =>
        await SignedInAsync(Session.SubjectOfStaff(Administrator.Id), TimeSpan.FromMinutes(-1));

    /// <summary>Carries out what waits: texts, papers.</summary>
    public Task AdvanceAsync() => Get<PendingWork>().AdvanceAsync(AnApplication.Id, Stop);

    public async Task<Application> StateAsync() =>
        (await Get<IApplicationStore>().FindAsync(AnApplication.Id, Stop))!.Application;

    public async ValueTask DisposeAsync()
    {
        await store.DisposeAsync();
    }

    private async Task HireAsync(Actor.Staff staff, Role role) =>
        await Get<IStaffStore>()
            .SaveAsync(
                new()
                {
                    Id = staff.Id,
                    UserName = staff.Id,
                    Name = staff.Name,
                    Roles = [role],
                },
                Stop
            );

    private Task<StaffClient> SignedInAsync(string subject) => SignedInAsync(subject, TimeSpan.FromDays(365));

    private async Task<StaffClient> SignedInAsync(string subject, TimeSpan lasts)
    {
        var token = Token();
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
        var now = Time.GetUtcNow();
        await Get<ISessionStore>().AddSessionAsync(new(hash, subject, now, now + lasts), Stop);
        return WithToken(token);
    }

    private static string Token() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    private StaffClient WithToken(string token)
    {
        var http = app.GetTestClient();
        http.DefaultRequestHeaders.Add("Cookie", $"{Sessions.Cookie}={token}");
        return new(http);
    }

    private static Happened Another(Happened one, int number) =>
        one.Event is Event.AccountOpened opened
            ? one with
            {
                Event = opened with
                {
                    Number = $"2026{number:00000}",
                    Account = opened.Account with
                    {
                        Name = $"考生{number}",
                        Phone = PhoneNumber.Parse($"139{number:00000000}"),
                        IdentityNumber = null,
                    },
                },
            }
            : one;
}
