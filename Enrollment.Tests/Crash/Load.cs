using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Enrollment.Tests.Crash;

/// <summary>What the server has acknowledged, by the client's own book.</summary>
internal sealed class Acknowledged
{
    /// <summary>Opened accounts, by phone.</summary>
    public ConcurrentDictionary<string, ApplicationId> Accounts { get; } = new(StringComparer.Ordinal);

    /// <summary>Notes on them, which are texts of their own.</summary>
    public ConcurrentBag<(ApplicationId Application, string Text)> Notes { get; } = [];
}

/// <summary>A client that opens accounts and writes notes as fast as it is answered, until the server is gone.</summary>
internal sealed class Load(Uri server, Acknowledged acknowledged) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { CookieContainer = new CookieContainer() })
    {
        BaseAddress = server,
        DefaultRequestHeaders = { { "Origin", server.GetLeftPart(UriPartial.Authority) } },
    };

    public async Task SignInAsync(string userName, string password, CancellationToken cancellationToken)
    {
        var answer = await _http.PostAsJsonAsync("/api/staff/session", new { userName, password }, cancellationToken);
        answer.EnsureSuccessStatusCode();
    }

    /// <param name="phones">Never the same twice.</param>
    public async Task RunAsync(Func<string> phones, CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                await OpenAndNoteAsync(phones(), cancellationToken);
            }
        }
        catch (HttpRequestException)
        {
            // The server was killed; what was not answered was not acknowledged.
        }
        catch (IOException)
        {
            // Likewise, in the middle of an answer.
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task OpenAndNoteAsync(string phone, CancellationToken cancellationToken)
    {
        var opened = await _http.PostAsJsonAsync(
            "/api/admin/accounts",
            new { name = "张三", phone },
            cancellationToken
        );
        opened.EnsureSuccessStatusCode();
        var json = await opened.Content.ReadFromJsonAsync<JsonObject>(cancellationToken);
        var id = ApplicationId.Parse(json!["id"]!.GetValue<string>());
        acknowledged.Accounts[phone] = id;
        for (var i = 0; i < 3; i++)
        {
            var text = $"备注 {phone} {i}";
            var noted = await _http.PostAsJsonAsync(
                $"/api/review/applications/{id}/notes",
                new { text },
                cancellationToken
            );
            noted.EnsureSuccessStatusCode();
            acknowledged.Notes.Add((id, text));
        }
    }
}
