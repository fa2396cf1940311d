using System.CommandLine;
using Enrollment.Applications;

namespace Enrollment.Server.CommandLine;

/// <summary><c>verify</c>: every stored state equals the fold of its events, every image its hash.</summary>
internal static class VerifyCommand
{
    public static Command Build()
    {
        var data = StoreOptions.Data();
        var command = new Command("verify", "Check the whole store against its own record.") { data };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetRequiredValue(data), cancellationToken));
        return command;
    }

    private static Task<int> RunAsync(string folder, CancellationToken cancellationToken) =>
        StoreOptions.WithStoreAsync(
            folder,
            async store =>
            {
                var damage = await store.DamageAsync(cancellationToken);
                foreach (var words in damage)
                {
                    Console.WriteLine($"database: {words}");
                }

                var erased = (await store.ErasedAsync(cancellationToken)).Select(one => one.Application).ToHashSet();
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
                return report.Faults.Count + damage.Count == 0 ? 0 : CommandLine.CheckFailed;
            }
        );
}
