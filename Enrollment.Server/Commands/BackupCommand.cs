using System.CommandLine;

namespace Enrollment.Server.Commands;

/// <summary><c>backup DIR</c>: the store as it is at one instant, without its keys. The server may be running.</summary>
internal static class BackupCommand
{
    public static Command Build()
    {
        var target = new Argument<string>("DIR") { Description = "An empty or new folder." };
        var data = StoreOptions.Data();
        var keys = StoreOptions.Keys();
        var command = new Command("backup", "Copy the store into a folder; the keys are not in it.")
        {
            target,
            data,
            keys,
        };
        command.SetAction(
            (parsed, cancellationToken) =>
                StoreOptions.WithStoreAsync(
                    StoreOptions.Of(parsed.GetRequiredValue(data), parsed.GetValue(keys)),
                    async store =>
                    {
                        await store.BackupAsync(
                            parsed.GetRequiredValue(target),
                            DateTimeOffset.UtcNow,
                            cancellationToken
                        );
                        return 0;
                    }
                )
        );
        return command;
    }
}
