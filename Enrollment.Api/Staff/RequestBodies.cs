using Microsoft.AspNetCore.Http;

namespace Enrollment.Api.Staff;

internal static class RequestBodies
{
    /// <summary>A file sent as the body itself; the endpoint's <see cref="BodyLimit"/> bounds it.</summary>
    public static async Task<byte[]> ReadWholeAsync(this HttpRequest request, CancellationToken cancellationToken)
    {
        using var memory = new MemoryStream();
        await request.Body.CopyToAsync(memory, cancellationToken);
        return memory.ToArray();
    }
}
