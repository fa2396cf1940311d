using Enrollment.Access;
using Enrollment.Api.Access;
using Enrollment.Azure;
using Enrollment.Functions.Tests.Orchestration;
using Enrollment.Functions.Web;
using Enrollment.Sealing;
using Enrollment.Seasons;
using Enrollment.Tests.Builders;
using Enrollment.Tests.Http;
using Enrollment.Tests.Stores;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Enrollment.Functions.Tests.Web;

/// <summary>
/// The function app's services on the storage emulator, and the trigger that takes requests behind a plain web server in
/// the place of the Functions host.
/// </summary>
internal sealed class AFunctionApp : IAsyncDisposable
{
    private const string Password = "correct horse battery";

    private readonly WebApplication _app;

    private AFunctionApp(WebApplication app, AnsweringClient client) => (_app, Client) = (app, client);

    /// <summary>What orchestrations were told.</summary>
    public AnsweringClient Client { get; }

    public ApiClient Anybody() => new(new Uri(_app.Urls.First()));

    public static async Task<AFunctionApp> StartAsync(Action<IDictionary<string, string?>>? change = null)
    {
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Store:Connection"] = await Azurite.ConnectionAsync(),
            ["Store:Keys"] = KeyRing.New().ToText(),
            ["Store:Seals"] = $"AB12 {Convert.ToBase64String(new byte[32])}",
        };
        change?.Invoke(settings);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection(settings);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        FunctionsHost.AddServices(builder.Services, builder.Configuration);
        builder.Services.AddSingleton<HandleRequest>();

        var client = new AnsweringClient(new Queue<Exception?>(Enumerable.Repeat<Exception?>(null, 100)), raise: null);
        var app = builder.Build();
        app.Run(async context =>
            await context.RequestServices.GetRequiredService<HandleRequest>().RunAsync(context.Request, client)
        );
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new AFunctionApp(app, client);
    }

    /// <summary>An administrator with a session, in a season that is open.</summary>
    public async Task<ApiClient> AdministratorAsync()
    {
        var stop = TestContext.Current.CancellationToken;
        await _app.Services.GetRequiredService<ISeasonStore>().SaveAsync(ASeason.Current, stop);
        var account = new StaffAccount
        {
            Id = "id-of-admin",
            UserName = "admin",
            Name = "李管理",
            Roles = [Role.Admin],
        };
        var hash = _app.Services.GetRequiredService<StaffPasswords>().Hash(account, Password);
        await _app.Services.GetRequiredService<IStaffStore>().SaveAsync(account with { PasswordHash = hash }, stop);
        var client = Anybody();
        var answer = await client.PostAsync("/api/staff/session", new { userName = "admin", password = Password });
        Assert.Equal(200, answer.Status);
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.Services.GetRequiredService<AzureStore>().DropAsync(default);
        await _app.DisposeAsync();
    }
}
