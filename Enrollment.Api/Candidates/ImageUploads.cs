using Enrollment.Applications;
using Enrollment.Materials;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;

namespace Enrollment.Api.Candidates;

/// <summary>Reads an upload's bytes and hands them to the intake; inspects only as many at once as there are processors.</summary>
public sealed class ImageUploads(IImageIntake intake, ServerClock clock) : IDisposable
{
    /// <summary>The largest scan then takes five minutes.</summary>
    private static readonly MinDataRate Slowest = new(bytesPerSecond: 2000, gracePeriod: TimeSpan.FromSeconds(10));

    private readonly SemaphoreSlim _inspections = new(Environment.ProcessorCount);

    public async Task<Handled> ReceiveAsync(
        ApplicationId application,
        ImageId image,
        HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        var bytes = await ReadAsync(request, cancellationToken);
        // What counts against the deadline is when the last byte arrived, not how long its turn took (R2).
        var receivedAt = clock.Now;
        await _inspections.WaitAsync(cancellationToken);
        try
        {
            return await intake.ReceiveAsync(application, image, bytes, receivedAt, cancellationToken);
        }
        finally
        {
            _inspections.Release();
        }
    }

    /// <summary>Inspects what was received and has no verdict yet.</summary>
    public Task FinishAsync(ApplicationId application, CancellationToken cancellationToken) =>
        intake.FinishAsync(application, cancellationToken);

    public void Dispose() => _inspections.Dispose();

    /// <summary>
    /// Memory follows what has arrived, not what was announced, and whoever all but stops sending is cut off: an upload
    /// that is left half-way costs the others nothing.
    /// </summary>
    private static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.HttpContext.Features.Get<IHttpMinRequestBodyDataRateFeature>() is { } rate)
        {
            rate.MinDataRate = Slowest;
        }
        using var buffer = new MemoryStream((int)Math.Min(request.ContentLength ?? 0, BodyLimit.Megabyte));
        await request.Body.CopyToAsync(buffer, cancellationToken);
        return buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
    }
}
