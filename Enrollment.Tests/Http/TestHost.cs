using Enrollment.Access;
using Enrollment.Api;
using Enrollment.Api.Access;
using Enrollment.Applications;
using Enrollment.Azure;
using Enrollment.People;
using Enrollment.Seasons;
using Enrollment.Server;
using Enrollment.Server.Operation;
using Enrollment.Server.Work;
using Enrollment.Tests.Builders;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Enrollment.Tests.Http;

/// <summary>
/// The embedded host as it is, on a free port with a data folder of its own and a clock that stands still. The runner is
/// left out unless asked for: <see cref="SettleAsync"/> does its work at a moment that the test chooses.
/// </summary>
internal sealed class TestHost : IAsyncDisposable
{
    public const string Password = "correct horse battery";

    private readonly DirectoryInfo _folder;
    private readonly bool _ownsFolder;
    private readonly List<ApiClient> _clients = [];
    private readonly WebApplication _app;

    private TestHost(WebApplication app, FakeTimeProvider time, DirectoryInfo folder, bool ownsFolder) =>
        (_app, Time, _folder, _ownsFolder) = (app, time, folder, ownsFolder);

    public FakeTimeProvider Time { get; }

    public Uri Address => new(_app.Urls.First());

    public string Data => _folder.FullName;

    public static async Task<TestHost> StartAsync(
        Action<IServiceCollection>? compose = null,
        DirectoryInfo? folder = null,
        DateTimeOffset? now = null,
        RunnerUse runner = RunnerUse.LeftOut,
        params string[] settings
    )
    {
        var time = new FakeTimeProvider(now ?? ASeason.Opening);
        var data = folder ?? Directory.CreateTempSubdirectory("enrollment-");
        var app = ServerHost.Build(
            [
                "--urls=http://127.0.0.1:0",
                $"--data={Path.Combine(data.FullName, "data")}",
                .. await HttpStore.SettingsAsync(data),
                .. settings,
            ],
            services =>
            {
                services.Replace(ServiceDescriptor.Singleton<TimeProvider>(time));
                services.AddLogging(logging => logging.ClearProviders());
                services.Remove(services.Single(one => one.ImplementationType == typeof(SetupLink)));
                if (runner == RunnerUse.LeftOut)
                {
                    services.Remove(services.Single(one => one.ImplementationType == typeof(Runner)));
                    services.Remove(services.Single(one => one.ImplementationType == typeof(WatchRounds)));
                }
                compose?.Invoke(services);
            }
        );
        await app.StartAsync(TestContext.Current.CancellationToken);
        var host = new TestHost(app, time, data, ownsFolder: folder is null);
        await host.Get<ISeasonStore>().SaveAsync(ASeason.Current, TestContext.Current.CancellationToken);
        return host;
    }

    /// <summary>What a server that is set up like this says before it serves.</summary>
    public static void CheckSettings(IReadOnlyDictionary<string, string?> settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        var services = new ServiceCollection();
        services.AddEnrollmentApi(configuration);
        services.Replace(ServiceDescriptor.Singleton<TimeProvider>(new FakeTimeProvider(ASeason.Opening)));
        using var provider = services.BuildServiceProvider();
        provider.GetRequiredService<IStartupValidator>().Validate();
    }

    public T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    public ApiClient Anybody()
    {
        var client = new ApiClient(Address);
        _clients.Add(client);
        return client;
    }

    /// <summary>Does everything that is due, as the runner would.</summary>
    public async Task SettleAsync()
    {
        var cancellation = TestContext.Current.CancellationToken;
        while (await Get<IApplicationStore>().DueAsync(Get<ServerClock>().Now, 100, cancellation) is { Count: > 0 } due)
        {
            foreach (var id in due)
            {
                await Get<PendingWork>().AdvanceAsync(id, cancellation);
            }
        }
    }

    /// <summary>An account that staff have opened; its confirmation text is still to go out.</summary>
    public async Task<ApplicationId> OpenAsync(Account? account = null)
    {
        var handled = await Get<CommandHandler>()
            .OpenAsync(
                ASeason.Current,
                account ?? Somebody.Account,
                Somebody.Reviewer,
                TestContext.Current.CancellationToken
            );
        return Assert.IsType<Handled.Done>(handled).After.Application.Id;
    }

    /// <summary>Somebody else's account, with a phone of its own.</summary>
    public static Account Other(string phone) =>
        Somebody.Account with
        {
            Phone = PhoneNumber.Parse(phone),
            IdentityNumber = null,
        };

    public async Task<Application> FindAsync(ApplicationId id) =>
        (await Get<IApplicationStore>().FindAsync(id, TestContext.Current.CancellationToken))!.Application;

    /// <summary>A command of staff, past the API.</summary>
    public async Task DoAsync(ApplicationId id, Command command)
    {
        var handled = await Get<CommandHandler>()
            .HandleAsync(id, command, Somebody.Sending(command), TestContext.Current.CancellationToken);
        Assert.True(handled is Handled.Done, $"{command}: {handled}");
    }

    /// <summary>A staff member with an account and a session.</summary>
    public async Task<ApiClient> StaffAsync(params Role[] roles)
    {
        await AddStaffAsync("staff", roles);
        var client = Anybody();
        var answer = await client.PostAsync("/api/staff/session", new { userName = "staff", password = Password });
        Assert.Equal(200, answer.Status);
        return client;
    }

    public async Task<StaffAccount> AddStaffAsync(string userName, params Role[] roles)
    {
        var account = new StaffAccount
        {
            Id = $"id-of-{userName}",
            UserName = userName,
            Name = "李工作",
            Roles = [.. roles],
        };
        account = account with { PasswordHash = Get<StaffPasswords>().Hash(account, Password) };
        Assert.True(await Get<IStaffStore>().SaveAsync(account, TestContext.Current.CancellationToken));
        return account;
    }

    public async ValueTask DisposeAsync()
    {
        _clients.ForEach(client => client.Dispose());
        if (_ownsFolder && _app.Services.GetService<AzureStore>() is { } azure)
        {
            await azure.DropAsync(default);
        }
        await _app.DisposeAsync();
        if (_ownsFolder)
        {
            _folder.Delete(recursive: true);
        }
    }
}

internal enum RunnerUse
{
    LeftOut,
    Runs,
}
