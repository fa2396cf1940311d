using System.Text;
using Enrollment.Applications;
using Enrollment.Materials;
using Enrollment.Tests.Browser.Staff;
using Enrollment.Tests.Builders;
using Enrollment.Tests.Http;
using Enrollment.Tests.Journeys;

namespace Enrollment.Tests.Security;

/// <summary>
/// A candidate who knows every id, image, order and address of the others, at every endpoint: staff's are not there for
/// them, another's images neither, and what is open to them says nothing of anybody else and changes nothing.
/// </summary>
public sealed class OtherCandidateTests
{
    private const int Intruder = 90;

    /// <summary>In order, so that its endpoint looks further than at the body.</summary>
    private const string Explanation = """{"explanation":"是我的"}""";

    private static readonly StageName[] Victims = [StageName.Draft, StageName.Submitted, StageName.Paid];

    [Fact]
    public async Task Nobody_gets_at_what_is_anothers()
    {
        await using var office = await BusyOffice.OpenAsync(AnApplication.Paid().Now);
        // Without images: those of stored applications have the same ids.
        var intruder = await office.Host.StoreAsync(AnApplication.Drafting(), Intruder);
        var before = await WhatIsStored.InAsync(office.Host);
        foreach (var stage in Victims)
        {
            var victim = await office.Host.FindAsync(await office.InAsync(stage));
            foreach (var door in Door.All)
            {
                foreach (var image in ImagesFor(door, victim))
                {
                    using var client = await office.AsAsync("candidate", intruder);
                    var answer = await client.SendAsync(
                        door.HttpMethod,
                        PathTo(door, victim, image),
                        door.Changes && door.For.Contains("candidate")
                            ? new StringContent(Explanation, Encoding.UTF8, "application/json")
                            : null
                    );
                    Assert.True(IsKept(door, victim, answer), $"{door}: {answer.Status} {answer.Text}");
                }
            }
        }
        Assert.Equal(before, await WhatIsStored.InAsync(office.Host));
    }

    [Fact]
    public async Task The_same_addresses_lead_their_owner_to_what_is_theirs()
    {
        await using var office = await BusyOffice.OpenAsync(AnApplication.Submitted().Now);
        var owner = await office.Host.FindAsync(await office.InAsync(StageName.Submitted));
        var client = await office.AsAsync("candidate", owner.Id);
        var theirs = Door.All.Where(door => !door.Changes && door.Parameters.Contains("imageId")).ToList();
        Assert.Equal(2, theirs.Count);
        foreach (var door in theirs)
        {
            Assert.All(
                await Task.WhenAll(ImagesFor(door, owner).Select(image => client.GetAsync(PathTo(door, owner, image)))),
                answer => Assert.Equal(200, answer.Status)
            );
        }
    }

    /// <summary>One round where no image is named, and one for each image where one is.</summary>
    private static IEnumerable<Image?> ImagesFor(Door door, Application victim) =>
        door.Parameters.Any(name => name is "imageId" or "image") ? victim.Images : Enumerable.Repeat<Image?>(null, 1);

    private static string PathTo(Door door, Application victim, Image? image) =>
        door.With(name =>
            name switch
            {
                "slot" => WireName.Of(image?.Slot ?? Slot.IdPhoto),
                "imageId" or "image" => image!.Id.Value,
                "orderNo" => victim.Payments is [var payment, ..] ? payment.OrderNo : AnApplication.AnOrder.OrderNo,
                "item" => "bachelor-diploma",
                "kind" or "document" => "registration-form",
                "documentName" => "v1",
                _ => victim.Id.Value,
            }
        );

    /// <summary>Refused in the one way that tells nothing, or answered with nothing of the victim's.</summary>
    private static bool IsKept(Door door, Application victim, Answer answer) =>
        door.For.Contains("anyone") ? SaysNothingOf(victim, answer)
        : !door.For.Contains("candidate") ? (answer.Status, answer.Code) == (404, "not-found")
        : door.Parameters.Contains("imageId") ? (answer.Status, answer.Code) == (404, "image-unknown")
        : SaysNothingOf(victim, answer);

    private static bool SaysNothingOf(Application victim, Answer answer) =>
        new[]
        {
            victim.Id.Value,
            victim.Number,
            victim.OpenedAccount.Name,
            victim.OpenedAccount.Phone.Value,
            victim.OpenedAccount.IdentityNumber!.Value,
        }
            .Concat(victim.Images.Select(image => image.Id.Value))
            .All(secret => !answer.Text.Contains(secret, StringComparison.Ordinal));
}
