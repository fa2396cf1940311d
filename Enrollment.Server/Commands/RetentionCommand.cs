using System.CommandLine;
using Enrollment.Applications;
using Enrollment.Materials;
using Enrollment.Retention;
using Command = System.CommandLine.Command;

namespace Enrollment.Server.Commands;

/// <summary><c>retention</c>: whose data is due for deletion (R16); with <c>--apply</c> it is deleted.</summary>
internal static class RetentionCommand
{
    public static Command Build()
    {
        var data = StoreOptions.Data();
        var keys = StoreOptions.Keys();
        var (kind, connection) = (StoreOptions.Store(), StoreOptions.Connection());
        var apply = new Option<bool>("--apply") { Description = "Delete; without it the command only tells." };
        var command = new Command("retention", "Tell whose personal data is due for deletion, or delete it.")
        {
            data,
            keys,
            kind,
            connection,
            apply,
        };
        StoreOptions.Validate(command, kind, connection);
        command.SetAction(
            (parsed, cancellationToken) =>
                RunAsync(
                    StoreOptions.PlaceOf(parsed, data, keys, connection),
                    parsed.GetValue(apply),
                    cancellationToken
                )
        );
        return command;
    }

    private static Task<int> RunAsync(StorePlace place, bool applies, CancellationToken cancellationToken) =>
        StoreOptions.WithStoreAsync(
            place,
            async store =>
            {
                var clock = new ServerClock(TimeProvider.System);
                clock.Observe(await store.Applications.HighWaterAsync(cancellationToken));
                var job = new RetentionJob(
                    store.Seasons,
                    store.Index,
                    store.Applications,
                    new PersonalErasure(store.Erasures, store.Journal, clock),
                    clock
                );
                var report = await job.LookAsync(cancellationToken);
                foreach (var season in report.Seasons)
                {
                    var kept = string.Concat(season.Kept.Select(one => $", {one.Applications} {WireName.Of(one.Why)}"));
                    Console.WriteLine($"{season.Season}, from {season.DueAt:yyyy-MM-dd}: {season.Due} due{kept}");
                }
                if (!applies)
                {
                    Console.WriteLine($"{report.Due} would be erased; nothing was changed. --apply erases them.");
                    return 0;
                }
                var erased = await job.EraseAsync(by: null, int.MaxValue, cancellationToken);
                Console.WriteLine($"{erased} erased.");
                return 0;
            },
            cancellationToken
        );
}
