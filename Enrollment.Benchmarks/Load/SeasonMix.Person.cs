using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Enrollment.Applications;
using Enrollment.Materials;
using Enrollment.Tests.Applications;

namespace Enrollment.Benchmarks.Load;

internal static partial class SeasonMix
{
    /// <summary>Somebody with a browser of their own, who looks at each answer for a moment.</summary>
    private sealed class Person(
        Uri address,
        ConcurrentDictionary<string, ConcurrentQueue<double>> taken,
        CancellationToken stopping
    ) : IDisposable
    {
        private readonly HttpClient _http = new()
        {
            BaseAddress = address,
            DefaultRequestHeaders = { { "Origin", address.GetLeftPart(UriPartial.Authority) } },
        };

        public Task DraftAsync(string token, int seed) =>
            UntilStoppedAsync(async () =>
            {
                _http.DefaultRequestHeaders.Add("Cookie", $"enrollment-session={token}");
                var random = new Random(seed);
                var revision = 0;
                for (var i = 0; ; i++)
                {
                    await SendAsync("read", new(HttpMethod.Get, "/api/application"));
                    await PauseAsync(CandidatesPause, random);
                    var saved = await SendAsync("save", Save(SampleForm.Valid with { Post = $"第{i}职务" }, revision));
                    revision = saved!["revision"]!.GetValue<int>();
                    await PauseAsync(CandidatesPause, random);
                    if (i % 5 == 0)
                    {
                        await UploadAsync();
                    }
                }
            });

        public Task ReviewAsync() =>
            UntilStoppedAsync(async () =>
            {
                var body = new { userName = LoadedSite.UserName, password = LoadedSite.Password };
                await SendAsync(
                    "sign in",
                    new(HttpMethod.Post, "/api/staff/session") { Content = JsonContent.Create(body) }
                );
                var random = new Random();
                while (true)
                {
                    string? cursor = null;
                    do
                    {
                        var page = await SendAsync(
                            "page of the queue",
                            new(
                                HttpMethod.Get,
                                $"/api/review/applications?stage=submitted&cursor={Uri.EscapeDataString(cursor ?? "")}"
                            )
                        );
                        cursor = page!["nextCursor"]?.GetValue<string>();
                        await PauseAsync(ReviewersPause, random);
                    } while (cursor is not null);
                }
            });

        public void Dispose() => _http.Dispose();

        private static HttpRequestMessage Save(Form form, int revision)
        {
            var request = new HttpRequestMessage(HttpMethod.Put, "/api/application/form")
            {
                Content = JsonContent.Create(form, options: Json),
            };
            request.Headers.TryAddWithoutValidation("If-Match", $"\"{revision}\"");
            return request;
        }

        private async Task UploadAsync()
        {
            const string IdPhoto = "/api/application/materials/id-photo";
            var opened = await SendAsync(
                "open an upload",
                new(HttpMethod.Post, $"{IdPhoto}/uploads")
                {
                    Content = JsonContent.Create(new { page = WireName.Of(Slots.Of(Slot.IdPhoto).Pages[0]) }),
                }
            );
            var content = new ByteArrayContent(Photo)
            {
                Headers = { ContentType = new MediaTypeHeaderValue("image/jpeg") },
            };
            await SendAsync(
                "upload",
                new(HttpMethod.Put, opened!["uploadUrl"]!.GetValue<string>()) { Content = content }
            );
            var image = opened["imageId"]!.GetValue<string>();
            await SendAsync("remove", new(HttpMethod.Delete, $"{IdPhoto}/{image}"));
        }

        private async Task<JsonNode?> SendAsync(string what, HttpRequestMessage request)
        {
            using (request)
            {
                var began = Stopwatch.GetTimestamp();
                using var response = await _http.SendAsync(request, stopping);
                var text = await response.Content.ReadAsStringAsync(stopping);
                taken.GetOrAdd(what, _ => new()).Enqueue(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
                return response.IsSuccessStatusCode
                    ? (text.Length > 0 ? JsonNode.Parse(text) : null)
                    : throw new InvalidOperationException($"{what}: {(int)response.StatusCode} {text}");
            }
        }

        private Task PauseAsync(TimeSpan mean, Random random) =>
            Task.Delay(mean * (0.5 + random.NextDouble()), stopping);

        private async Task UntilStoppedAsync(Func<Task> act)
        {
            try
            {
                await act();
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                // The time is over.
            }
            catch (Exception fault)
            {
                Environment.FailFast(fault.Message);
            }
        }
    }
}
