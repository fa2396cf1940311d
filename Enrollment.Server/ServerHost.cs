using Enrollment.Api;
using Enrollment.Api.Access;
using Enrollment.Api.Operation;
using Enrollment.Api.TextMessages;
using Enrollment.Applications;
using Enrollment.Azure;
using Enrollment.Server.Demo;
using Enrollment.Server.Keys;
using Enrollment.Server.Operation;
using Enrollment.Server.Pages;
using Enrollment.Server.Work;
using Enrollment.Sqlite;
using Microsoft.Extensions.Options;

namespace Enrollment.Server;

/// <summary>The embedded host, composed: the API, a store, the runner, and the static front ends.</summary>
public static class ServerHost
{
    /// <summary>What the command line's short names mean.</summary>
    private static readonly Dictionary<string, string> Switches = new(StringComparer.Ordinal)
    {
        ["--data"] = "Server:Data",
        ["--keys"] = "Server:Keys",
        ["--demo"] = "Server:Demo",
        ["--store"] = "Server:Store",
        ["--connection"] = "Server:Connection",
    };

    /// <param name="args">As <c>--name=value</c>: urls, data, keys, demo, or any setting by its full name.</param>
    /// <param name="compose">Has the last word on the services: another clock, another gateway.</param>
    public static WebApplication Build(string[] args, Action<IServiceCollection>? compose = null)
    {
        var builder = CreateBuilder(args);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = BodyLimit.ServerWide;
        });
        ListenForMetrics(builder);
        AddServices(builder.Services, builder.Configuration);
        compose?.Invoke(builder.Services);

        var app = builder.Build();
        var options = app.Services.GetRequiredService<IOptions<ServerOptions>>().Value;
        app.UseTrustedProxies(options.TrustedProxies);
        app.UseEnrollmentApi();
        app.UseWebPages(options.Pages);
        app.MapEnrollmentApi();
        app.MapMetrics();
        if (options.Demo)
        {
            app.MapDemo();
        }
        EndpointPolicies.Require(app);
        return app;
    }

    /// <summary>What the settings say, for whoever prepares the data before the server starts.</summary>
    public static ServerOptions ReadOptions(string[] args) =>
        CreateBuilder(args).Configuration.GetSection(ServerOptions.Section).Get<ServerOptions>() ?? new();

    private static WebApplicationBuilder CreateBuilder(string[] args)
    {
        // What the server shows lies beside the program; the current directory is the caller's, where ./data belongs.
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory }
        );
        builder.Configuration.AddCommandLine(args, Switches);
        // The framework logs each request with its address, and searches have phones and names in theirs.
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        builder.Logging.AddFilter("System.Net.Http", LogLevel.Warning);
        return builder;
    }

    private static void AddServices(IServiceCollection services, ConfigurationManager configuration)
    {
        var section = configuration.GetSection(ServerOptions.Section);
        services.AddOptions<ServerOptions>().Bind(section).ValidateDataAnnotations().ValidateOnStart();
        var options = section.Get<ServerOptions>() ?? new();
        if (options.Demo)
        {
            LoopbackOnly.Require(configuration[WebHostDefaults.ServerUrlsKey]);
        }

        services.AddEnrollmentApi(configuration);
        services.AddTelemetry(configuration);
        services.AddTextGateway(configuration);
        AddStore(services, options);
        services
            .AddSingleton(_ => SealKeyFile.Open(options.KeyFolder))
            .AddSingleton<WorkSignals>()
            .AddSingleton<SignalWork>(provider =>
            {
                var signals = provider.GetRequiredService<WorkSignals>();
                return _ => signals.Raise();
            })
            .AddHostedService<Runner>()
            .AddHostedService<SetupLink>();
    }

    /// <summary>A port of its own on this machine for <c>/api/metrics</c>, beside where everybody else comes in.</summary>
    private static void ListenForMetrics(WebApplicationBuilder builder)
    {
        var port = builder.Configuration.GetSection(OperationOptions.Section).Get<OperationOptions>()?.MetricsPort;
        if (port is not null)
        {
            var urls = builder.Configuration[WebHostDefaults.ServerUrlsKey] ?? "http://localhost:5000";
            builder.WebHost.UseUrls([.. urls.Split(';'), $"http://127.0.0.1:{port}"]);
        }
    }

    private static void AddStore(IServiceCollection services, ServerOptions options)
    {
        if (options.Store == StoreKind.Azure)
        {
            services.AddAzureStore(_ =>
                new()
                {
                    Connection = options.Connection,
                    Prefix = options.Prefix,
                    Keys = KeyRingFile.Open(options.KeyFolder),
                }
            );
        }
        else
        {
            services.AddSqliteStore(new() { DataFolder = options.Data, KeyFolder = options.KeyFolder });
        }
    }
}
