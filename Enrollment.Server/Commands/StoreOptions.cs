using System.CommandLine;
using Enrollment.Applications;
using Enrollment.Sqlite;

namespace Enrollment.Server.Commands;

/// <summary>Where the data is, for every command that touches it.</summary>
internal static class StoreOptions
{
    public static Option<string> Data() =>
        new("--data")
        {
            Description = "Data folder.",
            HelpName = "DIR",
            DefaultValueFactory = _ => "data",
        };

    public static Option<string?> Keys() =>
        new("--keys") { Description = "Key folder; beside the data folder when not given.", HelpName = "DIR" };

    public static SqliteStoreOptions Of(string data, string? keys) => new() { DataFolder = data, KeyFolder = keys };

    /// <summary>Opens the store, or says in one line why it can't be opened.</summary>
    public static async Task<int> WithStoreAsync(SqliteStoreOptions options, Func<SqliteStore, Task<int>> work)
    {
        try
        {
            await using var store = SqliteStore.Open(options);
            return await work(store);
        }
        catch (StoreUnavailableException fault)
        {
            await Console.Error.WriteLineAsync(fault.Message);
            return ExitCode.CheckFailed;
        }
    }
}
