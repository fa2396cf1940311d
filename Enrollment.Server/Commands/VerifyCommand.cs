using Enrollment.Applications;
using Command = System.CommandLine.Command;

namespace Enrollment.Server.Commands;

/// <summary><c>verify</c>: every stored state equals the fold of its events, every image its hash.</summary>
internal static class VerifyCommand
{
    public static Command Build()
    {
        var data = StoreOptions.Data();
        var keys = StoreOptions.Keys();
        var (kind, connection) = (StoreOptions.Store(), StoreOptions.Connection());
        var command = new Command("verify", "Check the whole store against its own record.")
        {
            data,
            keys,
            kind,
            connection,
        };
        StoreOptions.Validate(command, kind, connection);
        command.SetAction(
            (parsed, cancellationToken) =>
                RunAsync(StoreOptions.PlaceOf(parsed, data, keys, connection), cancellationToken)
        );
        return command;
    }

    private static Task<int> RunAsync(StorePlace place, CancellationToken cancellationToken) =>
        StoreOptions.WithStoreAsync(
            place,
            async store =>
            {
                var damage = await store.DamageAsync(cancellationToken);
                foreach (var words in damage)
                {
                    Console.WriteLine($"database: {words}");
                }

                var erased = await store.ErasedAsync(cancellationToken);
                var report = await new StoreVerification(store.Applications, store.Index, store.Files).RunAsync(
                    erased,
                    cancellationToken
                );
                foreach (var fault in report.Faults)
                {
                    Console.WriteLine($"{fault.Application}: {fault.What}");
                }
                Console.WriteLine(
                    $"{report.Applications} applications, {report.Events} events, {report.Files} files, "
                        + $"{report.Erased} erased: {report.Faults.Count + damage.Count} faults"
                );
                return report.Faults.Count + damage.Count == 0 ? 0 : ExitCode.CheckFailed;
            },
            cancellationToken
        );
}
