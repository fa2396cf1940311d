using System.Text.Json;
using Enrollment.Tests.Builders;
using Microsoft.AspNetCore.Routing;

namespace Enrollment.Tests.Http;

/// <summary>
/// Every endpoint against every kind of caller. Who may reach what stands in one table (<see cref="Door"/>), and an endpoint
/// that is not in it fails: whoever adds one says whom it is for.
/// </summary>
[Collection(StaffApiTests.Name)]
public sealed class EndpointAccessTests(StaffHost host)
{
    private const string NotSignedIn = "not-signed-in";

    /// <summary>A candidate is not told what staff's endpoints there are.</summary>
    private const string NotFound = "not-found";

    private const string NotPermitted = "not-permitted";

    private static readonly string[] Refusals = [NotSignedIn, NotPermitted];

    [Fact]
    public async Task Every_endpoint_is_in_the_table()
    {
        await using var api = await host.WithAsync(AnApplication.Submitted());
        var (known, mapped) = (
            Door.All.Select(door => $"{door}").ToHashSet(),
            Door.MappedIn(api.Get<EndpointDataSource>()).ToHashSet()
        );
        Assert.True(
            known.SetEquals(mapped),
            $"not in the table: {List(mapped.Except(known))}; gone: {List(known.Except(mapped))}"
        );

        static string List(IEnumerable<string> endpoints) => string.Join(", ", endpoints.Order());
    }

    [Theory]
    [InlineData("nobody")]
    [InlineData("forged")]
    [InlineData("expired")]
    [InlineData("candidate")]
    [InlineData("reviewer")]
    [InlineData("desk")]
    [InlineData("admin")]
    public async Task A_caller_gets_where_the_table_says_and_nowhere_else(string caller)
    {
        await using var api = await host.WithAsync(AnApplication.Submitted());
        foreach (var door in Door.All)
        {
            var client = await CallerAsync(api, caller);
            using var response = await client.SendAsync(door.HttpMethod, door.With(_ => StaffClient.One));
            var code = await CodeAsync(response);
            if (Expected(door, caller) is { } refusal)
            {
                Assert.True(code == refusal, $"{caller}: {door}: {(int)response.StatusCode} {code}, not {refusal}");
            }
            else
            {
                Assert.False(Refusals.Contains(code), $"{caller}: {door}: {(int)response.StatusCode} {code}");
            }
        }
    }

    /// <summary>The refusal that a caller must meet; null where they get past the door, whatever waits behind it.</summary>
    private static string? Expected(Door door, string caller) =>
        door.For.Contains("anyone") || door.For.Contains(caller) ? null
        : caller is "nobody" or "forged" or "expired" ? NotSignedIn
        : caller == "candidate" ? NotFound
        : NotPermitted;

    private static async Task<StaffClient> CallerAsync(StaffApi api, string caller) =>
        caller switch
        {
            "nobody" => api.AsNobody(),
            "forged" => api.AsForged(),
            "expired" => await api.AsExpiredAsync(),
            "candidate" => await api.AsCandidateAsync(),
            "reviewer" => await api.AsAsync(Somebody.Reviewer),
            "desk" => await api.AsAsync(Somebody.Clerk),
            _ => await api.AsAsync(StaffApi.Administrator),
        };

    private static async Task<string?> CodeAsync(HttpResponseMessage response)
    {
        if (response.Content.Headers.ContentType?.MediaType != "application/problem+json")
        {
            return null;
        }
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return JsonSerializer.Deserialize<JsonElement>(text).GetProperty("code").GetString();
    }
}
