using Enrollment.Access;
using Enrollment.Tests.Browser;
using Enrollment.Tests.Browser.Staff;

namespace Enrollment.Tests.Security;

/// <summary>
/// Markup in everything that anybody can type, and every page of candidates and staff opened on it: nothing runs, nothing
/// is asked of another address, the policy has nothing to forbid, and what was typed stands there as it was typed.
/// </summary>
public sealed class HostileMarkupTests(Chromium chromium)
{
    private static readonly string[] CandidatePages =
    [
        "",
        "form",
        "form/work-history",
        "materials",
        "submission",
        "documents",
        "timeline",
        "help",
    ];

    [Fact]
    public async Task Staff_see_it_as_text_on_every_page()
    {
        var paid = HostileApplications.Paid();
        await using var site = await Site.OpenAsync(chromium, now: paid.Now);
        await HostileApplications.SetUpAsync(site.Host);
        await HostileApplications.StoreAsync(site.Host, paid, 1);
        await HostileApplications.StoreAsync(site.Host, HostileApplications.Submitted(), 2);
        await HostileApplications.StoreAsync(site.Host, HostileApplications.Printed(), 3);
        var visitor = await site.StaffAsync("everybody", Role.Reviewer, Role.Desk, Role.Admin);
        var watch = new WatchedPage(visitor);
        foreach (var page in StaffAtWork.Pages)
        {
            Assert.DoesNotContain("没有这个页面", await watch.OpenAsync($"/staff/{page}"), StringComparison.Ordinal);
        }
        foreach (
            var (kind, number) in new[]
            {
                ("review/", 2),
                ("desk?id=", 3),
                ("desk?id=", 1),
                ("applications/", 1),
                ("applications/", 2),
            }
        )
        {
            Assert.Contains(
                HostileApplications.Markup,
                await watch.OpenAsync($"/staff/{kind}{HostileApplications.IdOf(number)}"),
                StringComparison.Ordinal
            );
        }
    }

    [Fact]
    public async Task Candidates_see_it_as_text_on_every_page()
    {
        var returned = HostileApplications.Returned();
        await using var site = await Site.OpenAsync(chromium, now: returned.Now);
        await HostileApplications.SetUpAsync(site.Host);
        await HostileApplications.StoreAsync(site.Host, returned, 1);
        var visitor = await site.VisitorAsync();
        var token = await BusyOffice.SignedInAsync(site.Host, Session.SubjectOf(HostileApplications.IdOf(1)));
        await visitor.Page.Context.AddCookiesAsync([
            new()
            {
                Name = "enrollment-session",
                Value = token,
                Url = site.Host.Address.ToString(),
            },
        ]);
        var watch = new WatchedPage(visitor);
        foreach (var page in CandidatePages)
        {
            Assert.DoesNotContain("没有这个页面", await watch.OpenAsync($"/{page}"), StringComparison.Ordinal);
        }
        Assert.Contains(HostileApplications.Markup, await watch.OpenAsync("/"), StringComparison.Ordinal);
    }
}
