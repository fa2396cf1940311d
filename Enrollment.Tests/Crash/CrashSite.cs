using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Enrollment.Access;
using Enrollment.Api.Access;
using Enrollment.Applications;
using Enrollment.Seasons;
using Enrollment.Server.PaymentSimulator;
using Enrollment.Sqlite;
using Enrollment.Tests.Builders;
using Enrollment.Tests.Http;
using Enrollment.Tests.Server;
using Enrollment.TextMessages.Alibaba;

namespace Enrollment.Tests.Crash;

/// <summary>
/// A server that is killed and started again on the same data and address, between a text gateway and payment providers
/// that go on living and keep a book of their own.
/// </summary>
internal sealed class CrashSite : IAsyncDisposable
{
    private const string UserName = "guanli";
    private const string Password = "a-long-password";
    private const int WaitingAtLeast = 30;

    private readonly string _folder = Directory.CreateTempSubdirectory("enrollment-killed-").FullName;
    private readonly ConcurrentQueue<ApplicationId> _waiting = new();
    private readonly Uri _address = new($"http://127.0.0.1:{FreePort()}");
    private readonly BorrowedClock _clock;
    private int _numbers;
    private int _phones;

    private CrashSite(AnAlibabaGateway texts, SimulatorServer providers, BorrowedClock clock) =>
        (Texts, Providers, _clock) = (texts, providers, clock);

    public AnAlibabaGateway Texts { get; }

    public SimulatorServer Providers { get; }

    public Acknowledged Acknowledged { get; } = new();

    /// <summary>From the start of the process to its first answer that the store is ready, one for each start.</summary>
    public List<TimeSpan> Starts { get; } = [];

    public string Data => Path.Combine(_folder, "data");

    /// <summary>By their full names.</summary>
    public IReadOnlyDictionary<string, string?> Settings =>
        new Dictionary<string, string?>(Simulator.Settings(Providers.Address), StringComparer.Ordinal)
        {
            ["Logging:LogLevel:Default"] = "Error",
            ["Logging:LogLevel:Microsoft.Hosting.Lifetime"] = "Information",
            ["TextMessages:Gateway"] = "alibaba",
            [$"{AlibabaSmsOptions.Section}:{nameof(AlibabaSmsOptions.AccessKeyId)}"] = AnAlibabaGateway.KeyId,
            [$"{AlibabaSmsOptions.Section}:{nameof(AlibabaSmsOptions.AccessKeySecret)}"] = AnAlibabaGateway.Secret,
            [$"{AlibabaSmsOptions.Section}:{nameof(AlibabaSmsOptions.SignName)}"] = "某市委党校",
            [$"{AlibabaSmsOptions.Section}:{nameof(AlibabaSmsOptions.Endpoint)}"] = Texts.Address.AbsoluteUri,
        };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<CrashSite> PrepareAsync()
    {
        var clock = new BorrowedClock();
        var site = new CrashSite(
            await AnAlibabaGateway.StartAsync(),
            await SimulatorServer.StartAsync(clock, Stop),
            clock
        );
        await using var store = site.OpenStore();
        await store.Seasons.SaveAsync(ASeason.Around(ChinaTime.DateOf(TimeProvider.System.GetUtcNow())), Stop);
        var account = new StaffAccount
        {
            Id = "a",
            UserName = UserName,
            Name = "管理员",
            Roles = [Role.Admin, Role.Reviewer, Role.Desk],
        };
        var passwords = new StaffPasswords(store.Staff, new ServerClock(TimeProvider.System));
        account = account with { PasswordHash = passwords.Hash(account, Password) };
        Assert.True(await store.Staff.SaveAsync(account, Stop));
        return site;
    }

    public SqliteStore OpenStore() => SqliteStore.Open(new SqliteStoreOptions { DataFolder = Data });

    /// <summary>From now on the providers' clock is this one: what they sign is good for five minutes only.</summary>
    public void Follow(TimeProvider time) => _clock.Lender = time;

    /// <param name="largestFileBytes">See <see cref="ServerSetUp.LargestFileBytes"/>.</param>
    public async Task<ServerProcess> StartAsync(long? largestFileBytes = null)
    {
        await EnoughWaitAsync();
        var watch = Stopwatch.StartNew();
        var server = await ServerProcess.StartAsync(
            new ServerSetUp
            {
                Data = Data,
                Urls = _address.AbsoluteUri,
                Settings = Settings,
                LargestFileBytes = largestFileBytes,
            },
            Stop
        );
        using var http = new HttpClient { BaseAddress = server.Address };
        (await http.GetAsync("/api/ready", Stop)).EnsureSuccessStatusCode();
        Starts.Add(watch.Elapsed);
        return server;
    }

    /// <summary>Kills it in the middle of the work: after so many acknowledgments and a moment, while more are on their way.</summary>
    public async Task LoadUntilKilledAsync(ServerProcess server, int acknowledgments, TimeSpan moment)
    {
        Load[] clients =
        [
            new OfficeLoad(server.Address, Acknowledged, NextPhone),
            new OfficeLoad(server.Address, Acknowledged, NextPhone),
            new CandidateLoad(server.Address, Acknowledged, NextPhone),
            new CandidateLoad(server.Address, Acknowledged, NextPhone),
            new DeskLoad(server.Address, Acknowledged, _waiting, Providers),
        ];
        foreach (var client in clients)
        {
            await client.SignInAsync(UserName, Password);
        }
        var enough = Acknowledged.Count + acknowledgments;
        var running = clients.Select(client => client.RunAsync()).ToList();
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(1));
        while (Acknowledged.Count < enough && !running.Any(one => one.IsFaulted))
        {
            await timer.WaitForNextTickAsync(Stop);
        }
        await Task.Delay(moment, Stop);
        await server.KillAsync(Stop);
        await Task.WhenAll(running);
        foreach (var client in clients)
        {
            client.Dispose();
        }
    }

    /// <summary>A member of the staff with every role.</summary>
    public static async Task<ApiClient> SignInAsync(ServerProcess server)
    {
        var staff = new ApiClient(server.Address);
        var body = new { userName = UserName, password = Password };
        Assert.Equal(200, (await staff.PostAsync("/api/staff/session", body)).Status);
        return staff;
    }

    public async ValueTask DisposeAsync()
    {
        await Texts.DisposeAsync();
        await Providers.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>People whose originals have passed stand before the desk; their images are not part of this.</summary>
    public async Task EnoughWaitAsync()
    {
        if (_waiting.Count >= WaitingAtLeast)
        {
            return;
        }
        await using var store = OpenStore();
        for (var i = 0; i < WaitingAtLeast; i++)
        {
            var id = ApplicationId.New(TimeProvider.System.GetUtcNow());
            var commit = AnApplication.Verified().WithoutFiles().Numbered(90_000 - ++_numbers).AsCommit(id);
            Assert.Equal(CommitResult.Committed, await store.Applications.CommitAsync(commit, Stop));
            _waiting.Enqueue(id);
        }
    }

    /// <summary>Never the same twice.</summary>
    public string NextPhone() =>
        $"138{Interlocked.Increment(ref _phones).ToString("00000000", CultureInfo.InvariantCulture)}";

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

/// <summary>Another's time, which may be another's again.</summary>
internal sealed class BorrowedClock : TimeProvider
{
    public TimeProvider Lender { get; set; } = System;

    public override DateTimeOffset GetUtcNow() => Lender.GetUtcNow();
}
