using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Enrollment.Tests.Server;

/// <summary>The embedded host as a process of its own, which can be killed.</summary>
internal sealed partial class ServerProcess : IDisposable
{
    private readonly Process _process;

    private ServerProcess(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    /// <summary>Starts it on a free port, and answers once it listens.</summary>
    /// <param name="more">Further words of its command line.</param>
    public static async Task<ServerProcess> StartAsync(
        string dataFolder,
        CancellationToken cancellationToken,
        params IEnumerable<string> more
    )
    {
        var process = Start(["--urls", "http://127.0.0.1:0", "--data", dataFolder, .. more]);
        var said = new List<string>();
        while (await process.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
        {
            said.Add(line);
            if (Listening().Match(line) is { Success: true } match)
            {
                // What it says later must not fill the pipe; the reading ends with the process.
                _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
                return new ServerProcess(process, new Uri(match.Groups["address"].Value));
            }
        }
        throw new InvalidOperationException($"The server ended:\n{string.Join('\n', said)}");
    }

    /// <summary>Runs a command to its end.</summary>
    /// <param name="input">What it reads from standard input.</param>
    public static async Task<(int Exit, string Output)> RunAsync(
        string[] arguments,
        CancellationToken cancellationToken,
        string input = ""
    )
    {
        using var process = Start(arguments);
        await process.StandardInput.WriteLineAsync(input.AsMemory(), cancellationToken);
        process.StandardInput.Close();
        var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return (process.ExitCode, output);
    }

    /// <summary>kill -9</summary>
    public async Task KillAsync(CancellationToken cancellationToken)
    {
        _process.Kill();
        await _process.WaitForExitAsync(cancellationToken);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }
        _process.Dispose();
    }

    private static Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add("exec");
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Enrollment.Server.dll"));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }
        var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        return process;
    }

    [GeneratedRegex(
        "Now listening on: (?<address>http://\\S+)",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Listening();
}
