using Enrollment.Access;
using Microsoft.Playwright;

namespace Enrollment.Tests.Browser.Staff;

/// <summary>Each role reaches its own pages and endpoints, and none of the others' (DESIGN §6).</summary>
public sealed class RolesTests(Chromium chromium)
{
    private static readonly Dictionary<Role, (string[] Pages, string[] Endpoints)> Places = new()
    {
        [Role.Reviewer] = (["review"], ["/api/review/applications"]),
        [Role.Desk] = (["desk", "held", "refunds"], ["/api/desk/applications", "/api/desk/held"]),
        [Role.Admin] = (
            ["applications", "accounts", "messages", "season", "people", "statistics", "journal"],
            ["/api/admin/applications", "/api/admin/staff", "/api/admin/exports/roster.xlsx"]
        ),
    };

    [Theory]
    [InlineData(Role.Reviewer)]
    [InlineData(Role.Desk)]
    [InlineData(Role.Admin)]
    public async Task A_role_reaches_its_own_pages_and_endpoints_only(Role role)
    {
        await using var site = await Site.OpenAsync(chromium);
        var visitor = await site.StaffAsync("somebody", role);
        var page = visitor.Page;

        foreach (var (owner, places) in Places)
        {
            foreach (var name in places.Pages)
            {
                await page.GotoAsync($"/staff/{name}");
                var forbidden = page.GetByRole(AriaRole.Heading, new() { Name = "您没有这个页面的权限" });
                if (owner == role)
                {
                    await Assertions.Expect(page.GetByRole(AriaRole.Navigation)).ToBeVisibleAsync();
                    await Assertions.Expect(forbidden).ToBeHiddenAsync();
                }
                else
                {
                    await Assertions.Expect(forbidden).ToBeVisibleAsync();
                }
            }
            foreach (var endpoint in places.Endpoints)
            {
                var answer = await page.Context.APIRequest.GetAsync(endpoint);
                Assert.Equal(owner == role ? 200 : 403, answer.Status);
            }
        }
    }

    [Fact]
    public async Task Whoever_is_not_signed_in_is_asked_to_sign_in()
    {
        await using var site = await Site.OpenAsync(chromium);
        var visitor = await site.VisitorAsync();
        visitor.Expect(401);

        await visitor.Page.GotoAsync("/staff/review");

        await Assertions
            .Expect(visitor.Page.GetByRole(AriaRole.Heading, new() { Name = "工作人员登录" }))
            .ToBeVisibleAsync();
    }
}
