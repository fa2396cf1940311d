using System.CommandLine;

namespace Enrollment.Server.Commands;

/// <summary><c>documents --application ID --out DIR</c>: writes the papers in force as files.</summary>
internal static class DocumentsCommand
{
    public static Command Build()
    {
        var application = new Option<string>("--application")
        {
            Description = "The application's id.",
            HelpName = "ID",
            Required = true,
        };
        var output = new Option<string>("--out")
        {
            Description = "Folder for the PDF files.",
            HelpName = "DIR",
            Required = true,
        };
        var data = StoreOptions.Data();
        var keys = StoreOptions.Keys();
        var (kind, connection) = (StoreOptions.Store(), StoreOptions.Connection());
        var command = new Command("documents", "Write an approved application's papers as PDF files.")
        {
            application,
            output,
            data,
            keys,
            kind,
            connection,
        };
        StoreOptions.Validate(command, kind, connection);
        command.SetAction(
            (parsed, cancellationToken) =>
                RunAsync(
                    StoreOptions.PlaceOf(parsed, data, keys, connection),
                    parsed.GetRequiredValue(application),
                    parsed.GetRequiredValue(output),
                    cancellationToken
                )
        );
        return command;
    }

    private static async Task<int> RunAsync(
        StorePlace place,
        string application,
        string output,
        CancellationToken cancellationToken
    )
    {
        if (!ApplicationId.TryParse(application, null, out var id))
        {
            await Console.Error.WriteLineAsync("An application's id has 32 hexadecimal digits.");
            return ExitCode.BadUsage;
        }
        return await StoreOptions.WithStoreAsync(
            place,
            async store =>
            {
                var found = await store.Applications.FindAsync(id, cancellationToken);
                if (found?.Application.Papers is not { Made.Count: > 0 } papers)
                {
                    await Console.Error.WriteLineAsync("There are no papers for this application.");
                    return ExitCode.CheckFailed;
                }
                await PaperFiles.WriteAsync(store.Files, found.Application, papers, output, cancellationToken);
                return 0;
            },
            cancellationToken
        );
    }
}
