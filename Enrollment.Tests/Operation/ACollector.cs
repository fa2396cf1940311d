using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Enrollment.Tests.Operation;

/// <summary>An OTLP collector on this machine that keeps what it is sent. Texts stand in protobuf as they are.</summary>
internal sealed class ACollector : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<(string Path, byte[] Body)> _taken = new();

    private ACollector(WebApplication app) => _app = app;

    /// <summary>What tells a host to send to it.</summary>
    public string[] Settings =>
        [$"--OTEL_EXPORTER_OTLP_ENDPOINT={_app.Urls.First()}", "--OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf"];

    public string Traces => TakenAt("/v1/traces");

    public string Metrics => TakenAt("/v1/metrics");

    public string Logs => TakenAt("/v1/logs");

    public static async Task<ACollector> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var collector = new ACollector(builder.Build());
        collector._app.Run(collector.TakeAsync);
        await collector._app.StartAsync(TestContext.Current.CancellationToken);
        return collector;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        _taken.Enqueue((context.Request.Path, body.ToArray()));
        context.Response.ContentType = "application/x-protobuf";
    }

    private string TakenAt(string path) =>
        string.Concat(_taken.Where(one => one.Path == path).Select(one => Encoding.UTF8.GetString(one.Body)));
}
