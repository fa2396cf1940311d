using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Enrollment.Tests.Http;

/// <summary>
/// Alibaba Cloud SMS as its documentation describes it, on this machine: it takes SendSms only with the right signature
/// over exactly what arrived, worked out here from the request and nothing else.
/// </summary>
internal sealed class AnAlibabaGateway : IAsyncDisposable
{
    public const string KeyId = "LTAI-test";
    public const string Secret = "test-secret";

    private readonly WebApplication _app;

    private AnAlibabaGateway(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.First());

    /// <summary>The parameters of each message that was taken.</summary>
    public ConcurrentQueue<IReadOnlyDictionary<string, string>> Taken { get; } = new();

    /// <summary>What it answers in place of taking a message: status, and body.</summary>
    public (int Status, string Body)? Answer { get; set; }

    public static async Task<AnAlibabaGateway> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var gateway = new AnAlibabaGateway(builder.Build());
        gateway._app.Run(gateway.HandleAsync);
        await gateway._app.StartAsync(TestContext.Current.CancellationToken);
        return gateway;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private Task HandleAsync(HttpContext context)
    {
        if (Answer is var (status, body))
        {
            context.Response.StatusCode = status;
            return context.Response.WriteAsync(body);
        }
        if (!IsSigned(context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return context.Response.WriteAsync("""{"Code":"SignatureDoesNotMatch","RequestId":"r0"}""");
        }
        Taken.Enqueue(
            context.Request.Query.ToDictionary(one => one.Key, one => one.Value.ToString(), StringComparer.Ordinal)
        );
        return context.Response.WriteAsync(
            $$"""{"Code":"OK","Message":"OK","BizId":"biz-{{Taken.Count}}","RequestId":"r1"}"""
        );
    }

    private static bool IsSigned(HttpRequest request)
    {
        var given = request
            .Headers.Authorization.ToString()["ACS3-HMAC-SHA256 ".Length..]
            .Split(',')
            .Select(part => part.Split('=', 2))
            .ToDictionary(part => part[0], part => part[1], StringComparer.Ordinal);
        var names = given["SignedHeaders"].Split(';');
        string[] required =
        [
            "host",
            "x-acs-action",
            "x-acs-content-sha256",
            "x-acs-date",
            "x-acs-signature-nonce",
            "x-acs-version",
        ];
        if (
            given["Credential"] != KeyId
            || !names.SequenceEqual(required)
            || request.Headers["x-acs-action"] != "SendSms"
            || request.Headers["x-acs-version"] != "2017-05-25"
            || !DateTimeOffset.TryParseExact(
                request.Headers["x-acs-date"],
                "yyyy-MM-dd'T'HH:mm:ss'Z'",
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal,
                out _
            )
        )
        {
            return false;
        }
        var query = string.Join(
            '&',
            request
                .Query.OrderBy(one => one.Key, StringComparer.Ordinal)
                .Select(one => $"{Uri.EscapeDataString(one.Key)}={Uri.EscapeDataString(one.Value.ToString())}")
        );
        var headers = string.Concat(names.Select(name => $"{name}:{request.Headers[name]}\n"));
        var payload = Convert.ToHexStringLower(SHA256.HashData([]));
        var canonical = $"{request.Method}\n{request.Path}\n{query}\n{headers}\n{given["SignedHeaders"]}\n{payload}";
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)));
        var signature = HMACSHA256.HashData(
            Encoding.UTF8.GetBytes(Secret),
            Encoding.UTF8.GetBytes($"ACS3-HMAC-SHA256\n{hash}")
        );
        return request.Headers["x-acs-content-sha256"] == payload
            && given["Signature"] == Convert.ToHexStringLower(signature);
    }
}
