using System.Net.Http.Headers;
using Enrollment.Access;
using Enrollment.Api.Access;
using Enrollment.Applications;
using Enrollment.Server;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Enrollment.Tests.Http;

/// <summary>What every request meets before a rule of the trade is asked.</summary>
public sealed class ProtectionTests
{
    [Theory]
    [InlineData("https://evil.example")]
    [InlineData(null)]
    public async Task A_change_from_another_site_is_refused(string? origin)
    {
        await using var host = await TestHost.StartAsync();
        var client = await host.StaffAsync(Role.Admin);
        client.Headers.Remove("Origin");
        if (origin is not null)
        {
            client.Headers.Add("Origin", origin);
        }
        var answer = await client.DeleteAsync("/api/session");
        Assert.Equal((403, "cross-site"), (answer.Status, answer.Code));
        Assert.Equal(200, (await client.GetAsync("/api/session")).Status);
    }

    [Fact]
    public async Task A_browser_may_say_same_origin_instead_of_naming_it()
    {
        await using var host = await TestHost.StartAsync();
        var client = await host.StaffAsync(Role.Admin);
        client.Headers.Remove("Origin");
        client.Headers.Add("Sec-Fetch-Site", "same-origin");
        Assert.Equal(204, (await client.DeleteAsync("/api/session")).Status);
    }

    [Fact]
    public async Task A_configured_origin_stands_in_place_of_the_requests_own()
    {
        await using var host = await TestHost.StartAsync(settings: "--Access:PublicOrigin=https://baoming.example.cn");
        var client = host.Anybody();
        Assert.Equal("cross-site", (await client.DeleteAsync("/api/session")).Code);
        client.Headers.Remove("Origin");
        client.Headers.Add("Origin", "https://baoming.example.cn");
        Assert.Equal(204, (await client.DeleteAsync("/api/session")).Status);
    }

    [Fact]
    public void A_host_with_an_endpoint_without_policy_refuses_to_start()
    {
        var app = WebApplication.CreateSlimBuilder().Build();
        app.MapGet("/open", () => "anybody");
        var refusal = Assert.Throws<InvalidOperationException>(() => EndpointPolicies.Require(app));
        Assert.Contains("/open", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_demo_listens_on_this_machine_only() =>
        Assert.Throws<InvalidOperationException>(() =>
            ServerHost.Build(["--urls=http://0.0.0.0:5080", "--demo=true", "--data=/tmp/never-made"])
        );

    [Theory]
    [InlineData("/")]
    [InlineData("/api/health")]
    [InlineData("/api/nowhere")]
    [InlineData("/api/application")]
    public async Task Every_answer_tells_the_browser_what_not_to_do(string path)
    {
        await using var host = await TestHost.StartAsync();
        var answer = await host.Anybody().GetAsync(path);
        Assert.Contains("default-src 'self'", answer.Headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", answer.Headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers["X-Content-Type-Options"]);
        Assert.Equal("no-referrer", answer.Headers["Referrer-Policy"]);
        Assert.Equal(path == "/" ? "no-cache" : "no-store", answer.Headers["Cache-Control"]);
    }

    [Fact]
    public async Task Broken_json_is_told_with_its_place()
    {
        await using var host = await TestHost.StartAsync();
        var answer = await host.Anybody().PostTextAsync("/api/session", "{\n  \"phone\": oops\n}");
        Assert.Equal((400, "bad-json"), (answer.Status, answer.Code));
        Assert.Contains("第 2 行", answer.Detail, StringComparison.Ordinal);
        Assert.Contains("default-src", answer.Headers["Content-Security-Policy"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}", "code", "phone")]
    [InlineData("{\"phone\":\"13800000001\",\"code\":null}", "code")]
    [InlineData("{\"phone\":13800000001,\"code\":\"1\"}", "phone")]
    [InlineData("{\"phone\":\"13800000001\",\"code\":\"1\",\"x\":1}", "x")]
    public async Task A_member_that_is_missing_or_wrong_or_unknown_is_named(string body, params string[] paths)
    {
        await using var host = await TestHost.StartAsync();
        var answer = await host.Anybody().PostTextAsync("/api/session", body);
        Assert.Equal((422, "bad-value"), (answer.Status, answer.Code));
        Assert.Equal(paths, answer.ErrorPaths.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_hole_in_a_list_is_named()
    {
        await using var host = await TestHost.StartAsync();
        var staff = await host.StaffAsync(Role.Reviewer);
        var answer = await staff.PutTextAsync(
            $"/api/review/applications/{await host.OpenAsync()}/marks",
            """{"marks":[null]}"""
        );
        Assert.Equal((422, "bad-value"), (answer.Status, answer.Code));
        Assert.Equal(["marks[0]"], answer.ErrorPaths);
    }

    [Fact]
    public async Task A_body_that_is_no_json_by_its_type_is_refused()
    {
        await using var host = await TestHost.StartAsync();
        using var content = new StringContent("phone=1");
        var answer = await host.Anybody().SendAsync(HttpMethod.Post, "/api/session", content);
        Assert.Equal((415, "unsupported-media-type"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task A_body_of_50_MB_is_refused_by_its_stated_length()
    {
        await using var host = await TestHost.StartAsync();
        using var content = new ByteArrayContent(new byte[50 * 1024 * 1024]);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        var answer = await host.Anybody().SendAsync(HttpMethod.Post, "/api/session", content);
        Assert.Equal((413, "body-too-large"), (answer.Status, answer.Code));
        Assert.Contains("1 MB", answer.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_without_a_stated_length_is_refused_while_it_arrives()
    {
        await using var host = await TestHost.StartAsync();
        using var stream = new MemoryStream([.. "{\"phone\":\""u8, .. Enumerable.Repeat((byte)'x', 2 * 1024 * 1024)]);
        using var content = new StreamContent(stream);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        var client = host.Anybody();
        client.Headers.TransferEncodingChunked = true;
        var answer = await client.SendAsync(HttpMethod.Post, "/api/session", content);
        Assert.Equal((413, "body-too-large"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task An_unknown_address_and_a_wrong_method_are_problems_too()
    {
        await using var host = await TestHost.StartAsync();
        var client = host.Anybody();
        var unknown = await client.GetAsync("/api/nowhere");
        Assert.Equal((404, "not-found"), (unknown.Status, unknown.Code));
        var wrong = await client.DeleteAsync("/api/health");
        Assert.Equal((405, "method-not-allowed"), (wrong.Status, wrong.Code));
    }

    [Fact]
    public async Task A_bug_is_answered_without_its_detail()
    {
        await using var host = await TestHost.StartAsync(services =>
            services.Replace(
                ServiceDescriptor.Singleton<IApplicationStore>(_ => throw new InvalidOperationException("张三"))
            )
        );
        var answer = await host.Anybody().GetAsync("/api/ready");
        Assert.Equal((500, "internal-error"), (answer.Status, answer.Code));
        Assert.DoesNotContain("张三", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en-US,en;q=0.9", "You are not signed in")]
    [InlineData("zh-CN,zh;q=0.9,en;q=0.8", "尚未登录")]
    [InlineData("fr", "尚未登录")]
    [InlineData("en;q=0.3,zh-CN;q=0.9", "尚未登录")]
    public async Task Words_are_chinese_unless_english_is_preferred(string accepted, string words)
    {
        await using var host = await TestHost.StartAsync();
        var client = host.Anybody();
        client.Headers.TryAddWithoutValidation("Accept-Language", accepted);
        Assert.StartsWith(words, (await client.GetAsync("/api/application")).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_reaches_a_candidates_endpoints_but_candidates()
    {
        await using var host = await TestHost.StartAsync();
        Assert.Equal("not-signed-in", (await host.Anybody().GetAsync("/api/application")).Code);
        var staff = await host.StaffAsync(Role.Reviewer, Role.Desk, Role.Admin);
        var answer = await staff.GetAsync("/api/application");
        Assert.Equal((403, "not-permitted"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task It_lives_and_is_ready_and_says_the_season()
    {
        await using var host = await TestHost.StartAsync();
        var client = host.Anybody();
        Assert.Equal(200, (await client.GetAsync("/api/health")).Status);
        Assert.Equal(200, (await client.GetAsync("/api/ready")).Status);
        Assert.Equal(2026, (await client.GetAsync("/api/season")).Body.GetProperty("year").GetInt32());
    }
}
