using Enrollment.Access;
using Enrollment.Api.Access;
using Enrollment.Applications;
using Enrollment.Azure;
using Enrollment.Seasons;
using Enrollment.Server.Work;
using Enrollment.TextMessages;

namespace Enrollment.Server.Simulation;

/// <summary>
/// A server of its own, composed as in service but for the clock, the gateway and the runner, which the timetable stands
/// in for; and the people who use it.
/// </summary>
internal sealed class SimulatedSeason : IAsyncDisposable
{
    private const int Parallel = 8;

    private readonly WebApplication _server;
    private readonly MovingClock _clock;
    private readonly SimulatedGateway _gateway;
    private readonly SimulatedPlace _place;
    private readonly Timetable _timetable;
    private readonly List<IDisposable> _people = [];

    private SimulatedSeason(WebApplication server, MovingClock clock, SimulatedGateway gateway, SimulatedPlace place)
    {
        (_server, _clock, _gateway, _place) = (server, clock, gateway, place);
        _timetable = new Timetable(clock, CatchUpAsync, Parallel);
    }

    public Season Season => _place.Season;

    public IServiceProvider Services => _server.Services;

    /// <summary>How often each message was handed to the gateway.</summary>
    public IReadOnlyDictionary<string, int> Handovers => _gateway.Handovers;

    /// <summary>Starts the server on a free port of the loopback interface, with the season and its staff in the store.</summary>
    /// <param name="compose">Has the last word on the services.</param>
    public static async Task<SimulatedSeason> StartAsync(
        SimulatedPlace place,
        DateTimeOffset start,
        Action<IServiceCollection>? compose = null
    )
    {
        var clock = new MovingClock(start);
        var gateway = new SimulatedGateway();
        var server = ServerHost.Build(
            ArgumentsFor(place),
            services =>
            {
                Compose(services, clock, gateway);
                compose?.Invoke(services);
            }
        );
        await server.Services.GetRequiredService<ISeasonStore>().SaveAsync(place.Season, CancellationToken.None);
        foreach (var staff in StaffOf.All)
        {
            await staff.AddAsync(
                server.Services.GetRequiredService<IStaffStore>(),
                server.Services.GetRequiredService<StaffPasswords>()
            );
        }
        await server.StartAsync();
        return new SimulatedSeason(server, clock, gateway, place);
    }

    /// <summary>Opens each account at 9:00 of its day, plays its fate, and lets time go on to the end.</summary>
    public async Task PlayAsync(IReadOnlyList<Part> parts, int seed, DateTimeOffset end)
    {
        var random = new Random(seed);
        var images = ImagePool.Draw(seed);
        var office = new Office(
            NewStaff(StaffOf.Administrator),
            NewStaff(StaffOf.Reviewer),
            NewStaff(StaffOf.Clerk),
            Season.FeeFen
        );
        _people.Add(office);

        var candidates = parts
            .Select(
                (part, index) =>
                {
                    var account = MadeUpPeople.Account(random, index, Season);
                    return new Candidate(
                        NewBrowser(),
                        account,
                        MadeUpPeople.Form(account, random, part.Opens),
                        images,
                        index,
                        part.Opens
                    );
                }
            )
            .ToList();
        _people.AddRange(candidates);
        foreach (var cohort in parts.Zip(candidates).GroupBy(pair => pair.First.Opens))
        {
            var accounts = cohort.Select(pair => pair.Second.Account).ToList();
            _timetable.Add(() => ImportAsync(office, cohort.Key, accounts));
        }
        foreach (var (index, part) in parts.Index())
        {
            if (part.Fate == Fate.Unreachable)
            {
                _gateway.Unreachable.Add(candidates[index].Account.Phone.Value);
            }
            var scripts = new Scripts(_timetable, office, Season, _place.Pace, part.Opens);
            _timetable.Add(() => scripts.PlayAsync(part.Fate, candidates[index], index));
        }
        await _timetable.PlayAsync(end);
    }

    public async ValueTask DisposeAsync()
    {
        _people.ForEach(one => one.Dispose());
        _timetable.Dispose();
        if (_place.Connection is not null)
        {
            await Services.GetRequiredService<AzureStore>().DropAsync(CancellationToken.None);
        }
        await _server.DisposeAsync();
    }

    private static string[] ArgumentsFor(SimulatedPlace place) =>
        [
            "--urls=http://127.0.0.1:0",
            $"--data={place.DataFolder}",
            "--demo=true",
            "--Logging:LogLevel:Default=Warning",
            .. place.Connection is { } connection ? AzureArguments(connection) : [],
            .. place.KeyFolder is { } keys ? new[] { $"--keys={keys}" } : [],
        ];

    private static string[] AzureArguments(string connection) =>
        [
            "--store=azure",
            $"--connection={connection}",
            $"--Server:Prefix=simulation{Guid.NewGuid().ToString("N")[..8]}",
        ];

    private static void Compose(IServiceCollection services, MovingClock clock, SimulatedGateway gateway)
    {
        services.AddSingleton<TimeProvider>(clock).AddSingleton<ITextGateway>(gateway);
        services.Remove(services.Single(service => service.ImplementationType == typeof(Runner)));
    }

    private async Task ImportAsync(Office office, DateOnly opens, IReadOnlyList<Account> accounts)
    {
        await _timetable.UntilAsync(ChinaTime.At(opens, new TimeOnly(9, 0)));
        await office.ImportAsync(accounts);
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
