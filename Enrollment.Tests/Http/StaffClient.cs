using System.Net.Http.Json;
using System.Text.Json;
using Enrollment.Tests.Builders;

namespace Enrollment.Tests.Http;

/// <summary>A browser of ours: its cookie, and the header that says so.</summary>
internal sealed class StaffClient
{
    private readonly HttpClient _http;

    public StaffClient(HttpClient http)
    {
        _http = http;
        http.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static string One { get; } = AnApplication.Id.Value;

    public Task<HttpResponseMessage> SendAsync(
        HttpMethod method,
        string path,
        object? body = null,
        string? ifMatch = null
    )
    {
        var request = new HttpRequestMessage(method, path);
        if (ifMatch is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        }
        request.Content = body switch
        {
            null => null,
            HttpContent content => content,
            _ => JsonContent.Create(body),
        };
        return _http.SendAsync(request, Stop);
    }

    public async Task<JsonElement> GetAsync(string path) => await OkAsync(HttpMethod.Get, path);

    public async Task<JsonElement> PostAsync(string path, object? body = null) =>
        await OkAsync(HttpMethod.Post, path, body);

    public async Task<JsonElement> PutAsync(string path, object? body = null) =>
        await OkAsync(HttpMethod.Put, path, body);

    public async Task<byte[]> FileAsync(string path)
    {
        using var response = await SendAsync(HttpMethod.Get, path);
        Assert.True(response.IsSuccessStatusCode, $"{path}: {(int)response.StatusCode}");
        return await response.Content.ReadAsByteArrayAsync(Stop);
    }

    /// <summary>The first five bytes of a file, by which its kind is known: "%PDF-".</summary>
    public async Task<string> BeginningAsync(string path) =>
        System.Text.Encoding.ASCII.GetString((await FileAsync(path))[..5]);

    public async Task<JsonElement> OkAsync(HttpMethod method, string path, object? body = null)
    {
        using var response = await SendAsync(method, path, body);
        var text = await response.Content.ReadAsStringAsync(Stop);
        Assert.True(response.IsSuccessStatusCode, $"{method} {path}: {(int)response.StatusCode} {text}");
        return text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text);
    }

    /// <summary>The code of the problem that a request is answered with.</summary>
    public async Task<string> RefusedAsync(HttpMethod method, string path, object? body = null)
    {
        using var response = await SendAsync(method, path, body);
        var text = await response.Content.ReadAsStringAsync(Stop);
        Assert.False(response.IsSuccessStatusCode, $"{method} {path} was not refused: {text}");
        return JsonSerializer.Deserialize<JsonElement>(text).GetProperty("code").GetString()!;
    }
}
