using System.CommandLine;
using Enrollment.Sqlite;

namespace Enrollment.Server.CommandLine;

/// <summary><c>restore DIR</c>: a backup into an empty data folder, under the keys that lie beside it.</summary>
internal static class RestoreCommand
{
    public static Command Build()
    {
        var source = new Argument<string>("DIR") { Description = "A folder that backup wrote." };
        var data = StoreOptions.Data();
        var command = new Command(
            "restore",
            "Put a backup into an empty data folder; who was erased since stays erased."
        )
        {
            source,
            data,
        };
        command.SetAction((parsed, _) => RunAsync(parsed.GetRequiredValue(source), parsed.GetRequiredValue(data)));
        return command;
    }

    private static async Task<int> RunAsync(string source, string folder)
    {
        try
        {
            await SqliteStore.RestoreAsync(source, new SqliteStoreOptions { DataFolder = folder });
            return 0;
        }
        catch (StoreUnavailableException fault)
        {
            await Console.Error.WriteLineAsync(fault.Message);
            return CommandLine.CheckFailed;
        }
    }
}
