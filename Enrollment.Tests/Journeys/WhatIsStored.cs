using System.Text.Json;
using Enrollment.Applications;
using Enrollment.Materials;
using Enrollment.Serialization;
using Enrollment.Tests.Http;
using Enrollment.TextMessages;

namespace Enrollment.Tests.Journeys;

/// <summary>All that the store holds of anybody, as lines to be compared: a difference says what it is.</summary>
internal static class WhatIsStored
{
    public static async Task<IReadOnlyList<string>> InAsync(TestHost host)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var (store, files) = (host.Get<IApplicationStore>(), host.Get<IMaterialFiles>());
        var lines = new List<string>();
        await foreach (var id in host.Get<IApplicationIndex>().AllAsync(season: null, cancellation))
        {
            var stored = (await store.FindAsync(id, cancellation))!;
            var events = await store.ReadEventsAsync(id, cancellation);
            lines.Add($"{id} version {stored.Version}, events {events.Count}");
            lines.Add(JsonSerializer.Serialize(stored.Application, StoredJson.Options));
            lines.Add($"wakes {await store.NextWakeAsync(id, cancellation):O}");
            lines.AddRange((await files.ListAsync(id, cancellation)).Order(StringComparer.Ordinal));
        }
        var texts = await host.Get<ITextMessageLog>().ListAsync(new() { Limit = 200 }, cancellation);
        lines.AddRange(texts.Items.Select(text => $"text {text.Id} {text.State}"));
        return lines;
    }
}
