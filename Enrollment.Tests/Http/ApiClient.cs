using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Enrollment.Api;

namespace Enrollment.Tests.Http;

/// <summary>A person's browser, as far as the API can tell: keeps cookies, says its origin.</summary>
internal sealed class ApiClient : IDisposable
{
    public static readonly JsonSerializerOptions Json = Configured();

    private readonly HttpClient _http;
    private readonly CookieContainer _cookies = new();

    public ApiClient(Uri address)
    {
        var handler = new HttpClientHandler
        {
            CookieContainer = _cookies,
            UseProxy = false,
            AllowAutoRedirect = false,
        };
        _http = new HttpClient(handler) { BaseAddress = address };
        _http.DefaultRequestHeaders.Add("Origin", address.GetLeftPart(UriPartial.Authority));
    }

    /// <summary>Changes what every request says, such as another origin.</summary>
    public HttpRequestHeaders Headers => _http.DefaultRequestHeaders;

    public string? SessionCookie => _cookies.GetCookies(_http.BaseAddress!)["enrollment-session"]?.Value;

    public void SetSessionCookie(string token) =>
        _cookies.Add(_http.BaseAddress!, new Cookie("enrollment-session", token, "/"));

    public Task<Answer> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    public Task<Answer> DeleteAsync(string path) => SendAsync(HttpMethod.Delete, path);

    public Task<Answer> PostAsync(string path, object body) => SendAsync(HttpMethod.Post, path, AsJson(body));

    public Task<Answer> PutAsync(string path, object body, string? ifMatch = null) =>
        SendAsync(HttpMethod.Put, path, AsJson(body), ifMatch);

    public Task<Answer> PutBytesAsync(string path, byte[] bytes) =>
        SendAsync(HttpMethod.Put, path, new ByteArrayContent(bytes));

    /// <summary>A body exactly as given.</summary>
    public Task<Answer> PostTextAsync(string path, string body) =>
        SendAsync(HttpMethod.Post, path, new StringContent(body, Encoding.UTF8, "application/json"));

    public Task<Answer> PutTextAsync(string path, string body, string? ifMatch = null) =>
        SendAsync(HttpMethod.Put, path, new StringContent(body, Encoding.UTF8, "application/json"), ifMatch);

    public async Task<Answer> SendAsync(
        HttpMethod method,
        string path,
        HttpContent? content = null,
        string? ifMatch = null
    )
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        if (ifMatch is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        }
        using var response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        return await Answer.OfAsync(response);
    }

    public void Dispose() => _http.Dispose();

    private static StringContent AsJson(object body) =>
        new(JsonSerializer.Serialize(body, Json), Encoding.UTF8, "application/json");

    private static JsonSerializerOptions Configured()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        ApiJson.Configure(options);
        // Answers leave out what is null.
        options.RespectRequiredConstructorParameters = false;
        return options;
    }
}

/// <summary>What came back.</summary>
internal sealed record Answer(int Status, string? MediaType, byte[] Bytes, IReadOnlyDictionary<string, string> Headers)
{
    public string Text => Encoding.UTF8.GetString(Bytes);

    public JsonElement Body => JsonDocument.Parse(Bytes).RootElement;

    /// <summary>The problem's stable code.</summary>
    public string? Code => MediaType == "application/problem+json" ? Body.GetProperty("code").GetString() : null;

    public string? Detail => Body.GetProperty("detail").GetString();

    /// <summary>The paths that the problem names.</summary>
    public IEnumerable<string> ErrorPaths =>
        Body.TryGetProperty("errors", out var errors) ? errors.EnumerateObject().Select(one => one.Name) : [];

    public T Read<T>() => JsonSerializer.Deserialize<T>(Bytes, ApiClient.Json)!;

    public static async Task<Answer> OfAsync(HttpResponseMessage response) =>
        new(
            (int)response.StatusCode,
            response.Content.Headers.ContentType?.MediaType,
            await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken),
            response
                .Headers.Concat(response.Content.Headers)
                .ToDictionary(
                    header => header.Key,
                    header => string.Join(", ", header.Value),
                    StringComparer.OrdinalIgnoreCase
                )
        );
}
