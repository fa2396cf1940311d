using System.Net.Http.Headers;
using System.Text;
using Enrollment.Materials;
using Enrollment.Tests.Builders;
using Enrollment.Tests.Http;

namespace Enrollment.Tests.Security;

/// <summary>
/// At every endpoint that takes a body, from whoever may send one: what is larger than the largest, or nested deeper than
/// anything is, is refused before it is understood.
/// </summary>
public sealed class BoundlessBodiesTests
{
    private const int Depth = 100_000;

    private static readonly byte[] TooLarge = new byte[ImageIntake.MaxBytes + 1];

    private static readonly string Nested = new string('[', Depth) + new string(']', Depth);

    [Fact]
    public async Task A_body_larger_than_the_largest_image_is_taken_nowhere()
    {
        await using var office = await BusyOffice.OpenAsync(AnApplication.Paid().Now);
        foreach (var door in Door.All.Where(door => door.Changes))
        {
            using var content = new ByteArrayContent(TooLarge);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            var answer = await SendAsync(office, door, content);
            Assert.True(answer is { Status: 413, Code: "body-too-large" }, $"{door}: {answer.Status} {answer.Text}");
        }
    }

    [Fact]
    public async Task A_member_nested_without_end_is_refused_wherever_there_is_one()
    {
        await using var office = await BusyOffice.OpenAsync(AnApplication.Paid().Now);
        var description = await ApiDescription.OfAsync(office.Host);
        var members = 0;
        foreach (var door in Door.All.Where(door => door.Changes))
        {
            foreach (var member in MembersOf(description, door))
            {
                members++;
                var answer = await SendAsync(office, door, Json($$"""{"{{member}}":{{Nested}}}"""));
                Assert.True(
                    answer is { Status: 400 or 404 or 409 or 422, Code: not null and not "internal-error" },
                    $"{door} {member}: {answer.Status} {answer.Text}"
                );
            }
            if (!door.IsForProviders)
            {
                Assert.InRange((await SendAsync(office, door, Json(Nested))).Status, 200, 499);
            }
        }
        Assert.InRange(members, 80, int.MaxValue);
    }

    private static async Task<Answer> SendAsync(BusyOffice office, Door door, HttpContent content)
    {
        await office.RehireAsync();
        using var client = await office.AsAsync(door.For[0], office.Applications[2]);
        return await client.SendAsync(
            door.HttpMethod,
            door.With(name => name is "slot" ? "id-photo" : office.Applications[2].Value),
            content
        );
    }

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");

    private static List<string> MembersOf(ApiDescription description, Door door) =>
        description.BodyOf(door) is { } schema
        && description.Resolved(schema).TryGetProperty("properties", out var properties)
            ? [.. properties.EnumerateObject().Select(property => property.Name)]
            : [];
}
