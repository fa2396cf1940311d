using System.CommandLine;
using Enrollment.Sqlite;

namespace Enrollment.Server.CommandLine;

/// <summary>Where the data is, for every command that touches it.</summary>
internal static class StoreOptions
{
    public static Option<string> Data() =>
        new("--data")
        {
            Description = "Data folder; its keys lie beside it, in DIR-keys.",
            HelpName = "DIR",
            DefaultValueFactory = _ => "data",
        };

    /// <summary>Opens the store, or says in one line why it can't be opened.</summary>
    public static async Task<int> WithStoreAsync(string folder, Func<SqliteStore, Task<int>> work)
    {
        try
        {
            await using var store = SqliteStore.Open(new SqliteStoreOptions { DataFolder = folder });
            return await work(store);
        }
        catch (StoreUnavailableException fault)
        {
            await Console.Error.WriteLineAsync(fault.Message);
            return CommandLine.CheckFailed;
        }
    }
}
