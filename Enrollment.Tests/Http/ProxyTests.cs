using System.ComponentModel.DataAnnotations;
using Enrollment.Access;

namespace Enrollment.Tests.Http;

/// <summary>Behind a reverse proxy: what it says of the caller counts if it is named, and only then.</summary>
public sealed class ProxyTests
{
    [Fact]
    public async Task Behind_a_named_proxy_each_caller_has_a_limit_of_their_own()
    {
        await using var host = await TestHost.StartAsync(
            settings: ["--Server:TrustedProxies:0=127.0.0.1", "--Access:SignInsPerMinute=2"]
        );
        Assert.Equal([401, 401, 429], await StatusesAsync(host, "203.0.113.7", 3));
        Assert.Equal([401, 401], await StatusesAsync(host, "198.51.100.9", 2));
    }

    [Fact]
    public async Task A_caller_who_writes_the_header_is_believed_the_last_proxys_word_only()
    {
        await using var host = await TestHost.StartAsync(
            settings: ["--Server:TrustedProxies:0=127.0.0.1", "--Access:SignInsPerMinute=2"]
        );
        var statuses = new List<int>();
        foreach (var made in new[] { "10.0.0.1", "10.0.0.2", "10.0.0.3" })
        {
            statuses.AddRange(await StatusesAsync(host, $"{made}, 203.0.113.7", 1));
        }
        Assert.Equal([401, 401, 429], statuses);
    }

    [Fact]
    public async Task Without_a_named_proxy_the_header_is_nobodys()
    {
        await using var host = await TestHost.StartAsync(settings: "--Access:SignInsPerMinute=2");
        Assert.Equal([401, 401, 401], await StatusesAsync(host, "203.0.113.7", 3));
    }

    [Fact]
    public async Task Behind_tls_the_cookie_is_secure_and_the_origin_is_the_public_one()
    {
        await using var host = await TestHost.StartAsync(settings: "--Server:TrustedProxies:0=127.0.0.1");
        await host.AddStaffAsync("staff", Role.Admin);
        var client = host.Anybody();
        client.Headers.Host = "baoming.example.cn";
        client.Headers.Add("X-Forwarded-Proto", "https");
        var signIn = new { userName = "staff", password = TestHost.Password };
        Assert.Equal("cross-site", (await client.PostAsync("/api/staff/session", signIn)).Code);

        client.Headers.Remove("Origin");
        client.Headers.Add("Origin", "https://baoming.example.cn");
        var answer = await client.PostAsync("/api/staff/session", signIn);

        Assert.Equal(200, answer.Status);
        Assert.Contains("secure", answer.Headers["Set-Cookie"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_proxy_that_is_no_address_is_refused_at_the_start()
    {
        var refusal = await Assert.ThrowsAsync<ValidationException>(() =>
            TestHost.StartAsync(settings: "--Server:TrustedProxies:0=proxy.example")
        );
        Assert.Contains("proxy.example", refusal.Message, StringComparison.Ordinal);
    }

    private static async Task<List<int>> StatusesAsync(TestHost host, string forwardedFor, int times)
    {
        var client = host.Anybody();
        client.Headers.Add("X-Forwarded-For", forwardedFor);
        var statuses = new List<int>();
        for (var i = 0; i < times; i++)
        {
            statuses.Add(
                (await client.PostAsync("/api/session", new { phone = "13800000001", code = "000000" })).Status
            );
        }
        return statuses;
    }
}
