using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Enrollment.Tests.Server;

/// <summary>The embedded host as a process of its own, which can be killed.</summary>
internal sealed partial class ServerProcess : IDisposable
{
    private readonly Process _process;

    private ServerProcess(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    /// <summary>The process's, by which the system knows it.</summary>
    public int Id => _process.Id;

    /// <summary>Starts it, and answers once it listens.</summary>
    /// <param name="more">Further words of its command line.</param>
    public static Task<ServerProcess> StartAsync(
        string dataFolder,
        CancellationToken cancellationToken,
        params IEnumerable<string> more
    ) => StartAsync(new ServerSetUp { Data = dataFolder, More = [.. more] }, cancellationToken);

    public static async Task<ServerProcess> StartAsync(ServerSetUp setUp, CancellationToken cancellationToken)
    {
        var process = Start(
            ["--urls", setUp.Urls, "--data", setUp.Data, .. setUp.More],
            setUp.Settings,
            setUp.LargestFileBytes
        );
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
        using var process = Start(arguments, new Dictionary<string, string?>(StringComparer.Ordinal));
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

    private static Process Start(
        string[] arguments,
        IReadOnlyDictionary<string, string?> settings,
        long? largestFileBytes = null
    )
    {
        // The shell sets the limit and becomes the server: what would be a signal is then an error of the write.
        var start = new ProcessStartInfo(largestFileBytes is null ? "dotnet" : "/bin/bash")
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (largestFileBytes is { } bytes)
        {
            start.ArgumentList.Add("-c");
            start.ArgumentList.Add($"trap '' XFSZ; ulimit -f {bytes / 1024}; exec dotnet \"$@\"");
            start.ArgumentList.Add("bash");
            // The runtime maps its code by way of a large file of its own.
            start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        }
        start.ArgumentList.Add("exec");
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Enrollment.Server.dll"));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }
        foreach (var (name, value) in settings)
        {
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
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

/// <summary>How a process is set up.</summary>
internal sealed record ServerSetUp
{
    public required string Data { get; init; }

    /// <summary>Any free port of this machine.</summary>
    public string Urls { get; init; } = "http://127.0.0.1:0";

    /// <summary>Further words of its command line.</summary>
    public string[] More { get; init; } = [];

    /// <summary>No file may grow beyond this, as on a disk that is full.</summary>
    public long? LargestFileBytes { get; init; }

    /// <summary>By their full names; they go into its environment.</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; init; } =
        new Dictionary<string, string?>(StringComparer.Ordinal);
}
