using System.CommandLine;
using Enrollment.Sqlite;
using Command = System.CommandLine.Command;

namespace Enrollment.Server.Commands;

/// <summary><c>restore DIR</c>: a backup into an empty data folder, under the keys that lie beside it.</summary>
internal static class RestoreCommand
{
    public static Command Build()
    {
        var source = new Argument<string>("DIR") { Description = "A folder that backup wrote." };
        var data = StoreOptions.Data();
        var keys = StoreOptions.Keys();
        var command = new Command(
            "restore",
            "Put a backup into an empty data folder; who was erased since stays erased."
        )
        {
            source,
            data,
            keys,
        };
        command.SetAction(
            (parsed, _) =>
                RunAsync(
                    parsed.GetRequiredValue(source),
                    StoreOptions.Of(parsed.GetRequiredValue(data), parsed.GetValue(keys))
                )
        );
        return command;
    }

    private static Task<int> RunAsync(string source, SqliteStoreOptions options) =>
        StoreOptions.SayingWhyNotAsync(async () =>
        {
            await SqliteStore.RestoreAsync(source, options);
            return 0;
        });
}
