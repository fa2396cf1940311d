using Enrollment.Api.Access;
using Enrollment.Api.Operation;
using Enrollment.Operation;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Enrollment.Server.Operation;

/// <summary>
/// Measures for <c>/api/metrics</c>, always; traces, measures and logs by OTLP where the standard variables name a
/// collector (<c>OTEL_EXPORTER_OTLP_ENDPOINT</c>, <c>OTEL_EXPORTER_OTLP_PROTOCOL</c>, <c>OTEL_SERVICE_NAME</c> and so on).
/// </summary>
internal static class OpenTelemetrySetup
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>Where an exported measure's buckets begin and end, seconds.</summary>
    private static readonly double[] Seconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

    public static void AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<Gauges>().AddHostedService<WatchRounds>();
        var telemetry = services
            .AddOpenTelemetry()
            .ConfigureResource(resource =>
                resource
                    .AddService(
                        "enrollment",
                        serviceVersion: OperationWatch.Version,
                        autoGenerateServiceInstanceId: false
                    )
                    .AddEnvironmentVariableDetector()
            )
            .WithMetrics(metrics =>
                metrics
                    .AddMeter(Telemetry.Name)
                    .AddMeter("Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel")
                    .AddMeter("System.Net.Http")
                    .AddRuntimeInstrumentation()
                    .AddView(instrument =>
                        instrument.Unit == "s"
                            ? new ExplicitBucketHistogramConfiguration { Boundaries = Seconds }
                            : null
                    )
                    .AddPrometheusExporter()
            );
        if (string.IsNullOrWhiteSpace(configuration[Endpoint]))
        {
            return;
        }
        telemetry
            .WithTracing(tracing =>
                tracing
                    .AddSource(Telemetry.Name)
                    .AddAspNetCoreInstrumentation()
                    .AddHttpClientInstrumentation()
                    .AddProcessor<KnownTagsOnly>()
            )
            .WithLogging(logging => logging.AddProcessor<ExceptionsWithoutWords>())
            .UseOtlpExporter();
    }

    public static void MapMetrics(this IEndpointRouteBuilder app) =>
        app.MapPrometheusScrapingEndpoint("/api/metrics").RequireAuthorization(Policies.Operator);
}
