using Enrollment.Api.Access;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Enrollment.Server;

/// <summary>Prints the link that makes the first administrator, while there is none. Never to the log: it is a secret.</summary>
public sealed class SetupLink(FirstAdministrator first, IServer server, IHostApplicationLifetime lifetime)
    : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (await first.TokenAsync(cancellationToken) is { } token)
        {
            lifetime.ApplicationStarted.Register(() => Print(token));
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private void Print(string token)
    {
        var address = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "";
        Console.Out.WriteLine(
            $"还没有管理员。请打开以下一次性链接建立 / First administrator: {address}/staff/setup#{token}"
        );
    }
}
