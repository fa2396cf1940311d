using System.CommandLine;
using Enrollment.Applications;
using Enrollment.Sqlite;
using Command = System.CommandLine.Command;

namespace Enrollment.Server.Commands;

/// <summary>Where the data is, for every command that touches it.</summary>
internal static class StoreOptions
{
    public const string Sqlite = "sqlite";
    public const string Azure = "azure";

    public static Option<string> Data() =>
        new("--data")
        {
            Description = "Data folder.",
            HelpName = "DIR",
            DefaultValueFactory = _ => "data",
        };

    public static Option<string?> Keys() =>
        new("--keys") { Description = "Key folder; beside the data folder when not given.", HelpName = "DIR" };

    public static Option<string> Store()
    {
        var store = new Option<string>("--store")
        {
            Description = "sqlite (the default), or azure: a storage account, or its emulator.",
            HelpName = "KIND",
            DefaultValueFactory = _ => Sqlite,
        };
        store.AcceptOnlyFromAmong(Sqlite, Azure);
        return store;
    }

    public static Option<string?> Connection() =>
        new("--connection")
        {
            Description = "With --store azure: the account's Blob address, or a connection string.",
            HelpName = "STRING",
        };

    /// <summary>A connection goes with azure, and with nothing else.</summary>
    public static void Validate(Command command, Option<string> store, Option<string?> connection) =>
        command.Validators.Add(result =>
        {
            var isAzure = result.GetValue(store) == Azure;
            if (isAzure && string.IsNullOrWhiteSpace(result.GetValue(connection)))
            {
                result.AddError("--store azure needs --connection.");
            }
            if (!isAzure && result.GetValue(connection) is not null)
            {
                result.AddError("--connection goes with --store azure.");
            }
        });

    /// <summary>As above, but the connection may be a setting; and a demo fills a data folder.</summary>
    public static void ValidateForServing(
        Command command,
        Option<string> store,
        Option<string?> connection,
        Option<bool> demo
    ) =>
        command.Validators.Add(result =>
        {
            if (result.GetValue(store) != Azure && result.GetValue(connection) is not null)
            {
                result.AddError("--connection goes with --store azure.");
            }
            if (result.GetValue(store) == Azure && result.GetValue(demo))
            {
                result.AddError("--demo fills a data folder: it goes with --store sqlite.");
            }
        });

    /// <summary>The place that these options name, in a command that works on either store.</summary>
    public static StorePlace PlaceOf(
        ParseResult parsed,
        Option<string> data,
        Option<string?> keys,
        Option<string?> connection
    ) => new(parsed.GetRequiredValue(data), parsed.GetValue(keys), parsed.GetValue(connection));

    /// <summary>Opens either store, or says in one line why it can't be opened.</summary>
    public static Task<int> WithStoreAsync(
        StorePlace place,
        Func<CommandStore, Task<int>> work,
        CancellationToken cancellationToken
    ) =>
        SayingWhyNotAsync(async () =>
        {
            await using var store = await CommandStore.OpenAsync(place, cancellationToken);
            return await work(store);
        });

    public static SqliteStoreOptions Of(string data, string? keys) => new() { DataFolder = data, KeyFolder = keys };

    /// <summary>Opens the store, or says in one line why it can't be opened.</summary>
    public static Task<int> WithStoreAsync(SqliteStoreOptions options, Func<SqliteStore, Task<int>> work) =>
        SayingWhyNotAsync(async () =>
        {
            await using var store = SqliteStore.Open(options);
            return await work(store);
        });

    /// <summary>Does it, or says in one line why the store can't be used.</summary>
    public static async Task<int> SayingWhyNotAsync(Func<Task<int>> work)
    {
        try
        {
            return await work();
        }
        catch (StoreUnavailableException fault)
        {
            await Console.Error.WriteLineAsync(fault.Message);
            return ExitCode.CheckFailed;
        }
    }
}
