using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Enrollment.Tests.Stores;

/// <summary>
/// The storage emulator of tools/azurite, started once for the run by the first test that needs it and ended with it;
/// what it holds is in its memory alone. Each store has tables and containers of its own in it.
/// </summary>
internal static class Azurite
{
    private static readonly Lazy<Task<string>> Started = new(StartAsync);

    /// <summary>The connection string; skips the test where the emulator is not installed.</summary>
    public static Task<string> ConnectionAsync()
    {
        Assert.SkipUnless(
            File.Exists(Program) && InstalledTool.Node is not null,
            "Azurite is not installed (npm ci in tools/azurite)"
        );
        return Started.Value;
    }

    /// <summary>A name for a store that no other test has.</summary>
    public static string NewPrefix() => $"t{Guid.NewGuid():N}";

    private static string Program =>
        Repository.PathTo("tools", "azurite", "node_modules", "azurite", "dist", "src", "azurite.js");

    private static async Task<string> StartAsync()
    {
        var (blobs, queues, tables) = (FreePort(), FreePort(), FreePort());
        var folder = Directory.CreateTempSubdirectory("enrollment-azurite-");
        var process = Process.Start(
            new ProcessStartInfo(
                InstalledTool.Node!,
                [
                    Program,
                    "--inMemoryPersistence",
                    "--skipApiVersionCheck",
                    "--disableTelemetry",
                    "--silent",
                    .. new[] { "--blobPort", $"{blobs}", "--queuePort", $"{queues}", "--tablePort", $"{tables}" },
                ]
            )
            {
                UseShellExecute = false,
                WorkingDirectory = folder.FullName,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            process.Kill();
            folder.Delete(recursive: true);
        };
        await Task.WhenAll(ListensAsync(blobs, process), ListensAsync(tables, process));
        return ConnectionTo(blobs, tables);
    }

    // The account and the key are the emulator's own, the same on every machine (Azurite's README).
    private static string ConnectionTo(int blobs, int tables) =>
        "DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;"
        + "AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==;"
        + $"BlobEndpoint=http://127.0.0.1:{blobs}/devstoreaccount1;"
        + $"TableEndpoint=http://127.0.0.1:{tables}/devstoreaccount1;";

    private static async Task ListensAsync(int port, Process process)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (!process.HasExited)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, port, limit.Token);
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(50, limit.Token);
            }
        }
        throw new InvalidOperationException($"Azurite ended with exit code {process.ExitCode}.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
