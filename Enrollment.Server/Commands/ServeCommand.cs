using System.CommandLine;
using Enrollment.Applications;
using Enrollment.Server.Demo;
using Enrollment.Server.PaymentSimulator;

namespace Enrollment.Server.Commands;

/// <summary>No command: serve.</summary>
internal static class ServeCommand
{
    public static RootCommand Build()
    {
        var urls = new Option<string?>("--urls")
        {
            Description = "Where to listen; loopback only with --demo.",
            HelpName = "URLS",
        };
        var data = StoreOptions.Data();
        var keys = StoreOptions.Keys();
        var (store, connection) = (StoreOptions.Store(), StoreOptions.Connection());
        var demo = new Option<bool>("--demo") { Description = "Fills an empty data folder with a season to try out." };
        var root = new RootCommand("在职干部研究生报名系统: serves the API and the pages, or does what a command says.")
        {
            urls,
            data,
            keys,
            store,
            connection,
            demo,
        };
        StoreOptions.ValidateForServing(root, store, connection, demo);
        root.SetAction(
            (parsed, cancellationToken) =>
                RunAsync(
                    [
                        .. Given("urls", parsed.GetValue(urls)),
                        .. Given("data", parsed.GetResult(data)?.Implicit == false ? parsed.GetValue(data) : null),
                        .. Given("keys", parsed.GetValue(keys)),
                        .. Given("store", parsed.GetResult(store)?.Implicit == false ? parsed.GetValue(store) : null),
                        .. Given("connection", parsed.GetValue(connection)),
                        .. Given("demo", parsed.GetValue(demo) ? "true" : null),
                    ],
                    cancellationToken
                )
        );
        return root;
    }

    private static IEnumerable<string> Given(string name, string? value) => value is null ? [] : [$"--{name}={value}"];

    /// <summary>The demo trades with simulated providers, never with those of the world.</summary>
    private static IEnumerable<string> SettingsOf(SimulatorServer? simulator) =>
        simulator is null
            ? []
            : Simulator.Settings(simulator.Address).Select(setting => $"--{setting.Key}={setting.Value}");

    private static async Task<int> RunAsync(string[] settings, CancellationToken cancellationToken)
    {
        try
        {
            var options = ServerHost.ReadOptions(settings);
            if (options.Demo && DemoData.IsEmpty(options.Data))
            {
                await DemoData.FillAsync(options.Data, options.Keys, DateTimeOffset.UtcNow);
            }
            await using var simulator = options.Demo
                ? await SimulatorServer.StartAsync(TimeProvider.System, cancellationToken)
                : null;
            await using var server = ServerHost.Build([.. settings, .. SettingsOf(simulator)]);
            await server.StartAsync(cancellationToken);
            await server.WaitForShutdownAsync(cancellationToken);
            return 0;
        }
        catch (Exception fault)
            when (fault is StoreUnavailableException or Microsoft.Extensions.Options.OptionsValidationException)
        {
            await Console.Error.WriteLineAsync(fault.Message);
            return ExitCode.CheckFailed;
        }
    }
}
