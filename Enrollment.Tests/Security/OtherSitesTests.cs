using System.Text;
using Enrollment.Applications;
using Enrollment.Tests.Builders;
using Enrollment.Tests.Http;
using Enrollment.Tests.Journeys;

namespace Enrollment.Tests.Security;

/// <summary>
/// Whatever a page of another site has a signed-in person's browser send: no endpoint that changes anything takes it, and
/// the providers' callbacks, which come without a browser, take nothing that is not signed (DESIGN §6).
/// </summary>
public sealed class OtherSitesTests
{
    /// <summary>Headers as a browser, an old browser and no browser would send them for somebody else's page.</summary>
    private static readonly (string Name, string Value)[][] Senders =
    [
        [],
        [("Origin", "null")],
        [("Origin", "https://evil.example")],
        [("Origin", "http://127.0.0.1.evil.example")],
        [("Origin", "https://127.0.0.1")],
        [("Sec-Fetch-Site", "cross-site")],
        [("Sec-Fetch-Site", "same-site"), ("Origin", "https://evil.example")],
        [("Sec-Fetch-Site", "none")],
        [("Sec-Fetch-Site", "cross-site, same-origin")],
        [("Referer", "http://127.0.0.1/")],
    ];

    [Fact]
    public async Task No_endpoint_takes_a_change_from_another_sites_page()
    {
        await using var office = await BusyOffice.OpenAsync(AnApplication.Submitted().Now);
        var id = await office.InAsync(StageName.Submitted);
        var before = await WhatIsStored.InAsync(office.Host);
        foreach (var door in Door.All.Where(door => door.Changes && !door.IsForProviders))
        {
            foreach (var sender in Senders)
            {
                using var client = await office.AsAsync(door.For[0], id);
                client.Headers.Remove("Origin");
                foreach (var (name, value) in sender)
                {
                    client.Headers.TryAddWithoutValidation(name, value);
                }
                // A form can send this type without asking first.
                using var body = new StringContent("{\"reason\":\"x\"}", Encoding.UTF8, "text/plain");
                var answer = await client.SendAsync(door.HttpMethod, door.With(_ => id.Value), body);
                Assert.True(
                    (answer.Status, answer.Code) == (403, "cross-site"),
                    $"{door} from {string.Join(", ", sender)}: {answer.Status} {answer.Code}"
                );
            }
        }
        Assert.Equal(before, await WhatIsStored.InAsync(office.Host));
    }

    [Fact]
    public async Task What_providers_call_takes_nothing_that_is_not_signed()
    {
        await using var office = await BusyOffice.OpenAsync(AnApplication.Submitted().Now);
        var before = await WhatIsStored.InAsync(office.Host);
        var doors = Door.All.Where(door => door.IsForProviders).ToList();
        Assert.Equal(3, doors.Count);
        foreach (var door in doors)
        {
            using var client = office.Host.Anybody();
            var answer = await client.PostTextAsync(door.With(_ => "guessed"), "[]");
            Assert.Equal(404, answer.Status);
        }
        Assert.Equal(before, await WhatIsStored.InAsync(office.Host));
    }

    /// <summary>Nobody is led to send one: nothing here allows another origin to read an answer or to ask beforehand.</summary>
    [Fact]
    public async Task No_endpoint_answers_another_origins_preflight()
    {
        await using var office = await BusyOffice.OpenAsync(AnApplication.Submitted().Now);
        var id = await office.InAsync(StageName.Submitted);
        foreach (var door in Door.All)
        {
            using var client = await office.AsAsync(door.For[0], id);
            client.Headers.Remove("Origin");
            client.Headers.Add("Origin", "https://evil.example");
            client.Headers.Add("Access-Control-Request-Method", door.Method);
            var answer = await client.SendAsync(HttpMethod.Options, door.With(_ => id.Value));
            Assert.True(answer.Status >= 400, $"{door}: {answer.Status}");
            Assert.DoesNotContain("Access-Control-Allow-Origin", answer.Headers.Keys);
        }
    }
}
