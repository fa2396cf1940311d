using System.Text;
using System.Text.Json;
using Enrollment.Applications;
using Enrollment.Materials;
using Enrollment.Tests.Builders;
using Enrollment.Tests.Http;
using Enrollment.Tests.Payments;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Enrollment.Tests.Security;

/// <summary>
/// Whatever is sent to whichever endpoint, by whoever may send to it, is taken or refused with a problem that says so: no
/// body, query or path makes the server fail.
/// </summary>
public sealed class HostileBodiesTests
{
    /// <summary>The acts after which there is little left to act on come last.</summary>
    private static readonly string[] Last = ["withdrawal", "closing", "rejection", "/admin/season", "erasure"];

    private static readonly string[] HostilePieces =
    [
        "..%2f..%2fetc%2fpasswd",
        "%00",
        "%0d%0aX-Injected:%201",
        "%ff%fe",
        "%E2%80%AE",
        "'%3B--",
        "null",
        "-1",
        "{0}",
    ];

    /// <summary>Whom a day brings something to do, so that not everything is done twice.</summary>
    private static readonly string[] InMay = ["candidate", "reviewer"];

    public static TheoryData<string> Days => ["in May", "at the desk"];

    [Theory, MemberData(nameof(Days))]
    public Task No_body_makes_the_server_fail(string day) => TryAsync(day, rounds: 6, seed: 1);

    [Theory, MemberData(nameof(Days)), Trait("Category", "Long")]
    public Task No_body_makes_the_server_fail_over_many_rounds(string day) => TryAsync(day, rounds: 200, seed: 2);

    private static async Task TryAsync(string day, int rounds, int seed)
    {
        using var log = new LogLines();
        await using var office = await BusyOffice.OpenAsync(
            day == "in May" ? AnApplication.Approved().Now : AnApplication.Paid().Now,
            services => services.AddLogging(logging => logging.AddProvider(log))
        );
        var description = await ApiDescription.OfAsync(office.Host);
        var random = new Random(seed);
        var attack = new Attack(office, description, new HostileJson(description, random), random);
        var failures = new List<string>();
        var doors = Door.All.Where(door => (day == "in May") == InMay.Contains(door.For[0]));
        foreach (var door in doors.OrderBy(door => Array.FindIndex(Last, door.Path.Contains)))
        {
            await office.RehireAsync();
            for (var round = 0; round < rounds; round++)
            {
                if (await attack.FailureOfAsync(door) is { } failure)
                {
                    failures.Add(failure);
                }
            }
        }
        var faults = log.All.Where(line => line.Contains(" failed: ", StringComparison.Ordinal));
        Assert.True(failures.Count == 0, string.Join('\n', failures.Concat(faults).Take(40)));
    }

    private sealed class Attack(BusyOffice office, ApiDescription description, HostileJson json, Random random)
    {
        /// <summary>What went wrong with one request, or null.</summary>
        public async Task<string?> FailureOfAsync(Door door)
        {
            var id = Pick(office.Applications);
            var client = await office.AsAsync(Pick(door.For), id);
            if (random.Next(4) == 0)
            {
                client.Headers.TryAddWithoutValidation(
                    "Accept-Language",
                    Pick(["en", ";;q=", "zh;q=9", "\"", "en-\u007f"])
                );
            }
            var application = await office.Host.Get<IApplicationStore>().FindAsync(id, default);
            var image = application?.Application.Images is { Count: > 0 } images ? Pick(images) : null;
            var path = door.With(name =>
                random.Next(8) == 0 ? Pick(HostilePieces) : Piece(name, id, image, application?.Application)
            );
            var body = description.BodyOf(door) is { } schema ? json.Of(schema) : null;
            var answer = await client.SendAsync(
                door.HttpMethod,
                path + Query(description.OperationOf(door)),
                body is null ? null : new StringContent(body, Encoding.UTF8, "application/json"),
                random.Next(2) == 0 ? $"\"{random.Next(3)}\"" : Pick(["*", "\"9999999999\"", "W/\"1\"", "x"])
            );
            client.Dispose();
            return answer.Code == "internal-error" || (answer.Status >= 400 && !IsProblem(door, path, answer))
                ? $"{door} {path}: {answer.Status} {answer.Text} to {body}"
                : null;
        }

        /// <summary>Providers have forms of their own; a path with a NUL and one without end never reach us.</summary>
        private static bool IsProblem(Door door, string path, Answer answer) =>
            answer.Code is not null
            || (door.IsForProviders && answer.Status < 500)
            || (answer.Status == 400 && path.Contains("%00", StringComparison.Ordinal))
            || answer.Status == 414;

        private string Query(JsonElement? operation)
        {
            if (operation is not { } known || !known.TryGetProperty("parameters", out var parameters))
            {
                return "";
            }
            var pairs = parameters
                .EnumerateArray()
                .Where(one => one.GetProperty("in").GetString() == "query" && random.Next(3) == 0)
                .Select(one =>
                    $"{one.GetProperty("name").GetString()}={Uri.EscapeDataString(json.Query(one.GetProperty("schema")))}"
                );
            return $"?{string.Join('&', pairs)}";
        }

        private string Piece(string name, ApplicationId id, Image? image, Application? application) =>
            name switch
            {
                "slot" => image is null ? "id-photo" : WireName.Of(image.Slot),
                "imageId" or "image" => image?.Id.Value ?? "none",
                "orderNo" => application?.Orders is [.., var order] ? order.OrderNo : "none",
                "item" => "bachelor-diploma",
                "kind" or "document" => Pick(["registration-form", "introduction-letter", "on-site-list"]),
                "documentName" => "v1",
                "key" => "key",
                _ => id.Value,
            };

        private T Pick<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];
    }
}
