using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Azure.Core;
using Enrollment.Azure.TextMessages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Enrollment.Tests.Azure;

/// <summary>
/// Azure Communication Services SMS as its REST reference describes it, on this machine: it takes a message with a token,
/// and one that repeats an id under another instant is refused.
/// </summary>
internal sealed class ACommunicationService : TokenCredential, IAsyncDisposable
{
    private const string Token = "a-token";

    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, string> _known = new(StringComparer.Ordinal);

    private ACommunicationService(WebApplication app) => _app = app;

    public ConcurrentQueue<JsonNode> Asked { get; } = [];

    /// <summary>How many messages went out: a repeat does not.</summary>
    public int Sent => _known.Count;

    /// <summary>The scopes that tokens were asked for.</summary>
    public ConcurrentQueue<string> Scopes { get; } = [];

    /// <summary>What it answers in place of taking a message: status, and body.</summary>
    public (int Status, string Body)? Answer { get; set; }

    public static async Task<ACommunicationService> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var service = new ACommunicationService(builder.Build());
        service._app.MapPost("/sms", service.TakeAsync);
        await service._app.StartAsync(TestContext.Current.CancellationToken);
        return service;
    }

    public CommunicationSmsGateway NewGateway() =>
        new(
            new HttpClient(),
            this,
            new CommunicationSmsOptions { Endpoint = new Uri(_app.Urls.First()), From = "+85200000000" }
        );

    public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext context, CancellationToken cancellation)
    {
        context.Scopes.ToList().ForEach(Scopes.Enqueue);
        return ValueTask.FromResult(new AccessToken(Token, DateTimeOffset.MaxValue));
    }

    public override AccessToken GetToken(TokenRequestContext context, CancellationToken cancellation) =>
        throw new NotSupportedException();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task<IResult> TakeAsync(HttpRequest request)
    {
        if (Answer is var (status, body))
        {
            return Results.Text(body, "application/json", statusCode: status);
        }
        if (request.Headers.Authorization != $"Bearer {Token}" || request.Query["api-version"] != "2021-03-07")
        {
            return Results.Unauthorized();
        }
        var asked = (await JsonNode.ParseAsync(request.Body))!;
        Asked.Enqueue(asked);
        var recipient = asked["smsRecipients"]![0]!;
        var (id, first) = ($"{recipient["repeatabilityRequestId"]}", $"{recipient["repeatabilityFirstSent"]}");
        var isSame = _known.GetOrAdd(id, first) == first;
        var result = new
        {
            to = $"{recipient["to"]}",
            messageId = $"Outgoing_{id}",
            httpStatusCode = isSame ? 202 : 400,
            successful = isSame,
            repeatabilityResult = isSame ? "accepted" : "rejected",
        };
        return Results.Json(new { value = new[] { result } }, statusCode: 202);
    }
}
