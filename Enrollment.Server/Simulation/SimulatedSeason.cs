using Enrollment.Access;
using Enrollment.Api;
using Enrollment.Api.Access;
using Enrollment.Applications;
using Enrollment.Seasons;
using Enrollment.Server.Demo;
using Enrollment.Sqlite;
using Enrollment.TextMessages;

namespace Enrollment.Server.Simulation;

/// <summary>
/// A server of its own, with the same API, store, images and documents as in service, on a moving clock; and the people
/// who use it.
/// </summary>
internal sealed class SimulatedSeason : IAsyncDisposable
{
    private const int Parallel = 4;

    private readonly WebApplication _server;
    private readonly MovingClock _clock;
    private readonly SimulatedGateway _gateway;
    private readonly Timetable _timetable;
    private readonly List<IDisposable> _people = [];

    private SimulatedSeason(WebApplication server, MovingClock clock, SimulatedGateway gateway, Season season)
    {
        (_server, _clock, _gateway, Season) = (server, clock, gateway, season);
        _timetable = new Timetable(clock, CatchUpAsync, Parallel);
    }

    public Season Season { get; }

    public IServiceProvider Services => _server.Services;

    /// <summary>How often each message was handed to the gateway.</summary>
    public IReadOnlyDictionary<string, int> Handovers => _gateway.Handovers;

    /// <summary>Starts the server on a free port of the loopback interface, with the season and its staff in the store.</summary>
    /// <param name="opens">The day on which the accounts will be opened; the clock stands at its 8:00.</param>
    public static async Task<SimulatedSeason> StartAsync(SimulatedPlace place, DateOnly opens)
    {
        var clock = new MovingClock(ChinaTime.At(opens, new TimeOnly(8, 0)));
        var gateway = new SimulatedGateway();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder
            .Services.AddSingleton<TimeProvider>(clock)
            .AddSqliteStore(new SqliteStoreOptions { DataFolder = place.DataFolder, KeyFolder = place.KeyFolder })
            .AddSingleton<ITextGateway>(gateway)
            .AddSingleton(place.SealKeys)
            // The timetable looks for what is due itself, before it moves the clock.
            .AddSingleton<SignalWork>(_ => _ => { })
            .AddEnrollmentApi(builder.Configuration);
        var server = builder.Build();
        server.UseEnrollmentApi();
        server.MapEnrollmentApi();
        server.MapDemo();
        await server.StartAsync();

        var season = MadeUpSeason.Starting(opens, place.SignInAddress);
        await server.Services.GetRequiredService<ISeasonStore>().SaveAsync(season, CancellationToken.None);
        foreach (var staff in StaffOf.All)
        {
            await staff.AddAsync(
                server.Services.GetRequiredService<IStaffStore>(),
                server.Services.GetRequiredService<StaffPasswords>()
            );
        }
        return new SimulatedSeason(server, clock, gateway, season);
    }

    /// <summary>Opens the accounts at 9:00 of the first day, plays every fate, and lets time go on to the end.</summary>
    /// <returns>The accounts, in the order of the fates.</returns>
    public async Task<IReadOnlyList<Account>> PlayAsync(IReadOnlyList<Fate> fates, int seed, DateTimeOffset end)
    {
        var opens = ChinaTime.DateOf(_clock.GetUtcNow());
        var random = new Random(seed);
        var images = ImagePool.Draw(seed);
        var accounts = fates.Select((_, index) => MadeUpPeople.Account(random, index, Season)).ToList();
        var office = new Office(NewStaff(StaffOf.Administrator), NewStaff(StaffOf.Reviewer), NewStaff(StaffOf.Clerk), Season.FeeFen);
        _people.Add(office);
        var scripts = new Scripts(_timetable, office, Season, opens);
        foreach (var (index, fate) in fates.Index())
        {
            if (fate == Fate.Unreachable)
            {
                _gateway.Unreachable.Add(accounts[index].Phone.Value);
            }
            var form = MadeUpPeople.Form(accounts[index], random, opens);
            var candidate = new Candidate(NewBrowser(), accounts[index], form, images, index);
            _people.Add(candidate);
            _timetable.Add(() => scripts.PlayAsync(fate, candidate, index));
        }

        _clock.MoveTo(ChinaTime.At(opens, new TimeOnly(9, 0)));
        await office.ImportAsync(accounts);
        await _timetable.PlayAsync(end);
        return accounts;
    }

    public async ValueTask DisposeAsync()
    {
        _people.ForEach(one => one.Dispose());
        await _server.DisposeAsync();
    }

    private ApiClient NewBrowser() => new(new Uri(_server.Urls.First()));

    private StaffMember NewStaff(StaffOf who) => new(NewBrowser(), who, _clock);

    /// <summary>Does all that is due up to an instant, moving the clock from wake to wake.</summary>
    private async Task CatchUpAsync(DateTimeOffset until)
    {
        var store = Services.GetRequiredService<IApplicationStore>();
        while (await store.EarliestWakeAsync(CancellationToken.None) is { } wake && wake <= until)
        {
            _clock.MoveTo(wake);
            await AdvanceDueAsync(store);
        }
    }

    private async Task AdvanceDueAsync(IApplicationStore store)
    {
        var pending = Services.GetRequiredService<PendingWork>();
        var due = await store.DueAsync(_clock.GetUtcNow(), 1000, CancellationToken.None);
        await System.Threading.Tasks.Parallel.ForEachAsync(
            due,
            new ParallelOptions { MaxDegreeOfParallelism = Parallel },
            async (id, cancellationToken) => await pending.AdvanceAsync(id, cancellationToken)
        );
        var reports = Services.GetRequiredService<TextReports>();
        foreach (var (gatewayId, state) in _gateway.TakeReports())
        {
            await reports.ApplyAsync(gatewayId, state, detail: null, CancellationToken.None);
        }
    }
}
