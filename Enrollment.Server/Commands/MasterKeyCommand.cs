using System.CommandLine;
using Enrollment.Server.Keys;
using Enrollment.Sqlite;
using Command = System.CommandLine.Command;

namespace Enrollment.Server.Commands;

/// <summary>
/// <c>master-key rotate</c> and <c>master-key rewrap</c>: another key wraps the applications' own (DESIGN §3, Personal
/// data). On Azure in two steps, because every host has to have the new key before anything is wrapped by it.
/// </summary>
internal static class MasterKeyCommand
{
    public static Command Build()
    {
        var data = StoreOptions.Data();
        var keys = StoreOptions.Keys();
        var (kind, connection) = (StoreOptions.Store(), StoreOptions.Connection());
        var rotate = new Command(
            "rotate",
            "Put a new master key in force and wrap every data key by it. With --store azure only in the key file: give "
                + "that to every host, then rewrap."
        )
        {
            data,
            keys,
            kind,
        };
        rotate.SetAction(
            (parsed, cancellationToken) =>
                parsed.GetRequiredValue(kind) == StoreOptions.Azure
                    ? RotateFileAsync(new StorePlace(parsed.GetRequiredValue(data), parsed.GetValue(keys), null))
                    : StoreOptions.WithStoreAsync(
                        StoreOptions.Of(parsed.GetRequiredValue(data), parsed.GetValue(keys)),
                        store => RotateAsync(store, cancellationToken)
                    )
        );
        var account = new Option<string>("--connection")
        {
            Description = "The account's Blob address, or a connection string.",
            HelpName = "STRING",
            Required = true,
        };
        var rewrap = new Command("rewrap", "Wrap every data key on Azure by the master key in force.")
        {
            data,
            keys,
            account,
        };
        rewrap.SetAction(
            (parsed, cancellationToken) =>
                RewrapAsync(
                    new StorePlace(parsed.GetRequiredValue(data), parsed.GetValue(keys), null),
                    parsed.GetRequiredValue(account),
                    cancellationToken
                )
        );
        return new Command("master-key", "The key that wraps the applications' own keys.") { rotate, rewrap };
    }

    private static async Task<int> RotateAsync(SqliteStore store, CancellationToken cancellationToken)
    {
        await store.RotateMasterKeyAsync(cancellationToken);
        Console.WriteLine("A new master key is in force; every data key is wrapped by it.");
        return 0;
    }

    private static Task<int> RotateFileAsync(StorePlace place) =>
        StoreOptions.SayingWhyNotAsync(() =>
        {
            var ring = KeyRingFile.Rotate(place.KeyFolder);
            Console.WriteLine(
                $"Key {ring.Current.Id} is in force in the key file. Give it to every host and start them anew, then: "
                    + "master-key rewrap"
            );
            return Task.FromResult(0);
        });

    private static Task<int> RewrapAsync(StorePlace place, string connection, CancellationToken cancellationToken) =>
        StoreOptions.SayingWhyNotAsync(async () =>
        {
            using var store = await CommandStore.OpenAzureAsync(place, connection, cancellationToken);
            Console.WriteLine($"{await store.RewrapAsync(cancellationToken)} data keys were wrapped anew.");
            return 0;
        });
}
