using System.Text.Json;
using Enrollment.Tests.Http;

namespace Enrollment.Tests.Security;

/// <summary>What the API says of itself, by endpoint.</summary>
internal sealed class ApiDescription(JsonElement document)
{
    public static async Task<ApiDescription> OfAsync(TestHost host) =>
        new((await host.Anybody().GetAsync("/api/openapi.json")).Body);

    public JsonElement? OperationOf(Door door) =>
        document.GetProperty("paths").TryGetProperty(door.Path, out var path)
        && path.TryGetProperty(door.Method.ToLowerInvariant(), out var operation)
            ? operation
            : null;

    /// <summary>The schema of the JSON that an endpoint takes; null when it takes none.</summary>
    public JsonElement? BodyOf(Door door) =>
        OperationOf(door) is { } operation
        && operation.TryGetProperty("requestBody", out var body)
        && body.GetProperty("content").TryGetProperty("application/json", out var type)
            ? type.GetProperty("schema")
            : null;

    /// <summary>The schema itself, where this one only names it.</summary>
    public JsonElement Resolved(JsonElement schema) =>
        schema.TryGetProperty("$ref", out var reference)
            ? document
                .GetProperty("components")
                .GetProperty("schemas")
                .GetProperty(reference.GetString()!.Split('/')[^1])
            : schema;
}
