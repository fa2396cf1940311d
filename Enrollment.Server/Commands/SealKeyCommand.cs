using System.CommandLine;
using Enrollment.Server.Keys;

namespace Enrollment.Server.Commands;

/// <summary><c>seal-key rotate</c>: papers are signed with a new key from the next start (R11).</summary>
internal static class SealKeyCommand
{
    public static Command Build()
    {
        var data = StoreOptions.Data();
        var keys = StoreOptions.Keys();
        var rotate = new Command(
            "rotate",
            "Sign papers with a new key from the next start; printed ones stay readable."
        )
        {
            data,
            keys,
        };
        rotate.SetAction(parsed =>
        {
            var options = new ServerOptions { Data = parsed.GetRequiredValue(data), Keys = parsed.GetValue(keys) };
            return Rotate(options.KeyFolder);
        });
        return new Command("seal-key", "The keys that sign papers.") { rotate };
    }

    private static int Rotate(string folder)
    {
        try
        {
            var rotated = SealKeyFile.Rotate(folder);
            Console.WriteLine($"Key {rotated.Current.Id} signs from the next start; {rotated.Keys.Count} are kept.");
            return 0;
        }
        catch (Exception fault) when (fault is FormatException or IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(fault.Message);
            return ExitCode.CheckFailed;
        }
    }
}
