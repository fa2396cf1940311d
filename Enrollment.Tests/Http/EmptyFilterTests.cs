using Enrollment.People;
using Enrollment.Tests.Builders;

namespace Enrollment.Tests.Http;

/// <summary>DESIGN §7 writes its lists with "?stage=&amp;query=&amp;cursor=": what is left empty narrows nothing.</summary>
[Collection(StaffApiTests.Name)]
public sealed class EmptyFilterTests(StaffHost host)
{
    [Theory]
    [InlineData("/api/review/applications")]
    [InlineData("/api/admin/applications")]
    public async Task An_empty_part_of_a_question_about_applications_narrows_nothing(string list)
    {
        await using var api = await host.WithAsync(AnApplication.Submitted());
        var staff = await api.AsAsync(ActorFor(list));

        var answer = await staff.GetAsync($"{list}?stage=&query=&programme=&cursor=");

        Assert.Equal(1, answer.GetProperty("items").GetArrayLength());
    }

    [Theory]
    [InlineData("/api/admin/text-messages?phone=&state=&cursor=")]
    [InlineData("/api/admin/journal?cursor=")]
    [InlineData("/api/desk/held?cursor=")]
    [InlineData("/api/desk/applications?query=&cursor=")]
    public async Task An_empty_cursor_begins_at_the_first_page(string list)
    {
        await using var api = await host.WithAsync(AnApplication.Submitted());
        var staff = await api.AsAsync(ActorFor(list));

        var answer = await staff.GetAsync(list);

        Assert.Equal(System.Text.Json.JsonValueKind.Array, answer.GetProperty("items").ValueKind);
    }

    private static Actor.Staff ActorFor(string list) =>
        list.Split('/')[2] switch
        {
            "admin" => StaffApi.Administrator,
            "desk" => Somebody.Clerk,
            _ => Somebody.Reviewer,
        };
}
