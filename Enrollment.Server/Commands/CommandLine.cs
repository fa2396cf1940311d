namespace Enrollment.Server.Commands;

/// <summary>The embedded host's command line (DESIGN §8). Exit codes: 0, 1 for a check that failed, 2 for bad usage.</summary>
internal static class CommandLine
{
    public static async Task<int> RunAsync(string[] args)
    {
        var root = ServeCommand.Build();
        root.Subcommands.Add(InspectCommand.Build());
        root.Subcommands.Add(SimulateCommand.Build());
        root.Subcommands.Add(DocumentsCommand.Build());
        root.Subcommands.Add(VerifyCommand.Build());
        root.Subcommands.Add(BackupCommand.Build());
        root.Subcommands.Add(RestoreCommand.Build());
        root.Subcommands.Add(RetentionCommand.Build());
        root.Subcommands.Add(StaffCommand.Build());
        root.Subcommands.Add(SealKeyCommand.Build());
        root.Subcommands.Add(MasterKeyCommand.Build());

        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                await Console.Error.WriteLineAsync(error.Message);
            }
            await Console.Error.WriteLineAsync("--help says what there is.");
            return ExitCode.BadUsage;
        }
        return await parsed.InvokeAsync();
    }
}
