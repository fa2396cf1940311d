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
        var lists = new Option<string[]>("--erasures")
        {
            Description = "An erasures.log of a later backup or of another machine's key folder; may be repeated.",
            HelpName = "FILE",
            DefaultValueFactory = _ => [],
        };
        lists.Validators.Add(result =>
        {
            foreach (var file in result.GetValueOrDefault<string[]>() ?? [])
            {
                if (!File.Exists(file))
                {
                    result.AddError($"There is no file {file}.");
                }
            }
        });
        var command = new Command(
            "restore",
            "Put a backup into an empty data folder; who was erased since stays erased."
        )
        {
            source,
            data,
            keys,
            lists,
        };
        command.SetAction(
            (parsed, _) =>
                RunAsync(
                    parsed.GetRequiredValue(source),
                    StoreOptions.Of(parsed.GetRequiredValue(data), parsed.GetValue(keys)),
                    parsed.GetRequiredValue(lists)
                )
        );
        return command;
    }

    private static Task<int> RunAsync(string source, SqliteStoreOptions options, string[] lists) =>
        StoreOptions.SayingWhyNotAsync(async () =>
        {
            var (madeAt, erased) = await SqliteStore.RestoreAsync(source, options, lists);
            var latest = erased.Count == 0 ? "none" : $"the last at {erased.Max(one => one.At):O}";
            Console.WriteLine($"Restored as of {madeAt:O}. {erased.Count} erased people stay erased, {latest}.");
            Console.WriteLine(
                "Whoever was erased later, on another machine, is not known here: restore again with --erasures and the "
                    + "erasures.log of the newest backup, or of that machine's key folder."
            );
            return 0;
        });
}
