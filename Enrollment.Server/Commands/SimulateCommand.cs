using System.CommandLine;
using System.Text.Json;
using Enrollment.Seasons;
using Enrollment.Server.Simulation;

namespace Enrollment.Server.Commands;

/// <summary><c>simulate</c>: a whole season on a moving clock; exit 1 when an invariant is broken.</summary>
internal static class SimulateCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>A Monday, so that the same seed always meets the same weekends.</summary>
    private static readonly DateOnly Opens = new(2026, 3, 2);

    public static Command Build()
    {
        var candidates = new Option<int>("--candidates")
        {
            Description = "How many.",
            HelpName = "N",
            DefaultValueFactory = _ => 50,
        };
        candidates.Validators.Add(result =>
        {
            if (
                result.Tokens is [var token]
                && !(int.TryParse(token.Value, out var count) && count is >= 1 and <= 10_000)
            )
            {
                result.AddError("--candidates takes 1 to 10000.");
            }
        });
        var seed = new Option<int>("--seed")
        {
            Description = "The same seed gives the same summary.",
            HelpName = "S",
            DefaultValueFactory = _ => 1,
        };
        var data = new Option<string?>("--data")
        {
            Description = "A new data folder to keep; without it, a temporary one.",
            HelpName = "DIR",
        };
        var documents = new Option<string?>("--documents")
        {
            Description = "Leaves each approved candidate's papers there.",
            HelpName = "DIR",
        };
        var (store, connection) = (StoreOptions.Store(), StoreOptions.Connection());
        var json = new Option<bool>("--json") { Description = "Prints the summary as JSON." };
        var command = new Command("simulate", "Play a whole season on a moving clock and check its invariants.")
        {
            candidates,
            seed,
            data,
            documents,
            store,
            connection,
            json,
        };
        StoreOptions.Validate(command, store, connection);
        command.SetAction(
            (parsed, cancellationToken) =>
                RunAsync(
                    Fates.Deal(parsed.GetRequiredValue(candidates), parsed.GetRequiredValue(seed), Opens),
                    parsed.GetRequiredValue(seed),
                    parsed.GetValue(data),
                    parsed.GetValue(documents),
                    parsed.GetValue(connection),
                    parsed.GetValue(json) ? PrintJson : summary => summary.Print(Console.Out),
                    cancellationToken
                )
        );
        return command;
    }

    private static async Task<int> RunAsync(
        IReadOnlyList<Part> parts,
        int seed,
        string? dataFolder,
        string? documentsFolder,
        string? connection,
        Action<SeasonSummary> print,
        CancellationToken cancellationToken
    )
    {
        if (
            dataFolder is not null
            && Directory.Exists(dataFolder)
            && Directory.EnumerateFileSystemEntries(dataFolder).Any()
        )
        {
            await Console.Error.WriteLineAsync(
                $"{dataFolder} is not empty; a simulation starts in a folder of its own."
            );
            return ExitCode.BadUsage;
        }

        var temporary = Directory.CreateTempSubdirectory("enrollment-simulation-");
        try
        {
            var place = new SimulatedPlace(
                dataFolder ?? Path.Combine(temporary.FullName, "data"),
                dataFolder is null ? Path.Combine(temporary.FullName, "keys") : null,
                MadeUpSeason.Starting(Opens),
                Pace.OfSeason
            )
            {
                Connection = connection,
            };
            return await StoreOptions.SayingWhyNotAsync(async () =>
            {
                await using var simulated = await SimulatedSeason.StartAsync(
                    place,
                    ChinaTime.At(Opens, new TimeOnly(8, 0))
                );
                await simulated.PlayAsync(parts, seed, ChinaTime.EndOf(Opens.AddDays(60)));
                var report = new SeasonReport(simulated, seed, documentsFolder);
                var summary = await report.ReadAsync(parts, cancellationToken);
                print(summary);
                return summary.Holds ? 0 : ExitCode.CheckFailed;
            });
        }
        finally
        {
            temporary.Delete(recursive: true);
        }
    }

    private static void PrintJson(SeasonSummary summary) => Console.WriteLine(JsonSerializer.Serialize(summary, Json));
}
