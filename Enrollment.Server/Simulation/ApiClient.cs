using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Enrollment.Serialization;

namespace Enrollment.Server.Simulation;

/// <summary>One person's browser: cookies of its own, and requests from the site's own pages.</summary>
internal sealed class ApiClient : IDisposable
{
    private readonly HttpClient _http;

    public ApiClient(Uri server)
    {
        _http = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer() })
        {
            BaseAddress = server,
            Timeout = TimeSpan.FromMinutes(2),
        };
        _http.DefaultRequestHeaders.Add("Origin", server.GetLeftPart(UriPartial.Authority));
    }

    public Task<Answer> GetAsync(string path) => SendAsync(new(HttpMethod.Get, path));

    public Task<Answer> PostAsync(string path, object? body = null) =>
        SendAsync(new(HttpMethod.Post, path) { Content = Json(body) });

    public Task<Answer> PutAsync(string path, object body, string? ifMatch = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, path) { Content = Json(body) };
        if (ifMatch is not null)
        {
            request.Headers.IfMatch.Add(new EntityTagHeaderValue(ifMatch));
        }
        return SendAsync(request);
    }

    public Task<Answer> DeleteAsync(string path) => SendAsync(new(HttpMethod.Delete, path));

    public Task<Answer> PutBytesAsync(string path, byte[] bytes) =>
        SendAsync(new(HttpMethod.Put, path) { Content = new ByteArrayContent(bytes) });

    public Task<Answer> PostTextAsync(string path, string text, string mediaType) =>
        SendAsync(new(HttpMethod.Post, path) { Content = new StringContent(text, Encoding.UTF8, mediaType) });

    public void Dispose() => _http.Dispose();

    private static StringContent Json(object? body) =>
        new(Encoding.UTF8.GetString(StoredJson.Write(body ?? new JsonObject())), Encoding.UTF8, "application/json");

    private async Task<Answer> SendAsync(HttpRequestMessage request)
    {
        using (request)
        {
            using var response = await _http.SendAsync(request);
            var bytes = await response.Content.ReadAsByteArrayAsync();
            var isJson = response.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal);
            return new(
                request.RequestUri!.ToString(),
                response.StatusCode,
                isJson == true && bytes.Length > 0 ? JsonNode.Parse(bytes) : null,
                response.Headers.ETag?.Tag
            );
        }
    }
}

/// <summary>An answer of the API.</summary>
internal sealed record Answer(string Path, HttpStatusCode Status, JsonNode? Json, string? ETag)
{
    public bool IsSuccess => (int)Status is >= 200 and < 300;

    /// <summary>The code of a problem.</summary>
    public string? Code => Json?["code"]?.GetValue<string>();

    /// <summary>Insists on success: a script that expected it is wrong, or the system is.</summary>
    public Answer Expect() =>
        IsSuccess
            ? this
            : throw new InvalidOperationException($"{Path} answered {(int)Status}: {Json?.ToJsonString()}");

    /// <summary>Insists on one refusal.</summary>
    public Answer ExpectCode(string code) =>
        Code == code
            ? this
            : throw new InvalidOperationException(
                $"{Path} answered {(int)Status} {Json?.ToJsonString()} where {code} was due."
            );

    public T Read<T>(string property) => Json![property].Deserialize<T>(StoredJson.Options)!;
}
