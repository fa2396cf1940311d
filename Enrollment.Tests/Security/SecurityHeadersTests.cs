using Enrollment.Applications;
using Enrollment.Tests.Builders;
using Enrollment.Tests.Http;

namespace Enrollment.Tests.Security;

/// <summary>What every answer tells the browser, whichever endpoint or file it comes from, and whatever it says.</summary>
public sealed class SecurityHeadersTests
{
    private static readonly (string Name, string Value)[] Always =
    [
        ("X-Content-Type-Options", "nosniff"),
        ("X-Frame-Options", "DENY"),
        ("Referrer-Policy", "no-referrer"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
    ];

    private static readonly string[] Files =
    [
        "/",
        "/staff/season",
        "/sign-in",
        "/nowhere.js",
        "/assets/none.js",
        "/..%2f..%2fappsettings.json",
        "/API/season",
        "/Api/Application",
        "/api/nowhere",
    ];

    [Theory]
    [InlineData("nobody")]
    [InlineData("whom it is for")]
    public async Task Every_endpoint_and_file_says_them(string caller)
    {
        await using var office = await BusyOffice.OpenAsync(AnApplication.Submitted().Now);
        var id = await office.InAsync(StageName.Submitted);
        var places = Door
            .All.Select(door => (door.HttpMethod, Path: door.With(_ => id.Value), Kind: door.For[0]))
            .Concat(Files.Select(path => (HttpMethod.Get, path, "anyone")));
        foreach (var (method, path, kind) in places)
        {
            using var client = await office.AsAsync(caller == "nobody" ? "anyone" : kind, id);
            var answer = await client.SendAsync(method, path);
            AssertSafe(path, answer);
        }
    }

    [Fact]
    public async Task A_site_that_is_published_by_https_stays_there()
    {
        await using var host = await TestHost.StartAsync(settings: "--Access:PublicOrigin=https://baoming.example.cn");
        using var client = host.Anybody();
        foreach (var path in new[] { "/", "/api/season", "/api/nowhere" })
        {
            Assert.Equal("max-age=31536000", (await client.GetAsync(path)).Headers["Strict-Transport-Security"]);
        }
    }

    [Fact]
    public async Task A_site_on_this_machine_does_not_ask_for_https()
    {
        await using var host = await TestHost.StartAsync();
        using var client = host.Anybody();
        Assert.DoesNotContain("Strict-Transport-Security", (await client.GetAsync("/")).Headers.Keys);
    }

    private static void AssertSafe(string path, Answer answer)
    {
        foreach (var (name, value) in Always)
        {
            Assert.True(answer.Headers.GetValueOrDefault(name) == value, $"{path}: {name}");
        }
        var policy = answer.Headers["Content-Security-Policy"];
        Assert.Contains("default-src 'self'", policy, StringComparison.Ordinal);
        Assert.Contains("object-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("base-uri 'self'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "unsafe-eval'",
            policy.Replace("'wasm-unsafe-eval'", "", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
        var isReference = path.StartsWith("/api/docs", StringComparison.Ordinal);
        Assert.Equal(isReference, policy.Contains("script-src 'self' 'unsafe-inline'", StringComparison.Ordinal));
        Assert.Contains("geolocation=()", answer.Headers["Permissions-Policy"], StringComparison.Ordinal);
        Assert.DoesNotContain("Server", answer.Headers.Keys);
        if (path.StartsWith("/api", StringComparison.OrdinalIgnoreCase))
        {
            Assert.True(answer.Headers.GetValueOrDefault("Cache-Control") == "no-store", path);
        }
    }
}
