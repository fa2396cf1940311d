using Enrollment.People;
using Enrollment.Tests.Builders;
using Microsoft.Playwright;

namespace Enrollment.Tests.Browser.Candidate;

/// <summary>What every candidate does on the pages, as far as the journeys have it in common.</summary>
internal static class CandidatePages
{
    private static readonly string[] DateParts = ["年", "月", "日"];

    /// <summary>Phone, code from the text message, in; wherever that leads.</summary>
    public static async Task SignInAsync(this Site site, IPage page, PhoneNumber? phone = null)
    {
        var number = phone ?? Somebody.Account.Phone;
        if (!page.Url.Contains("/sign-in", StringComparison.Ordinal))
        {
            await page.GotoAsync("/sign-in");
        }
        await page.Box("手机号").FillAsync(number.Value);
        await page.RunAndWaitForResponseAsync(
            () => page.Button("获取验证码").ClickAsync(),
            answer => answer.Url.EndsWith("/api/session/code", StringComparison.Ordinal)
        );
        await page.Box("短信验证码").FillAsync(await Http.Candidate.LastCodeAsync(site.Host, number));
        await page.Button("登录").ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal));
    }

    public static ILocator Button(this IPage page, string name) =>
        page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public static ILocator Box(this IPage page, string name) =>
        page.GetByRole(AriaRole.Textbox, new() { Name = name, Exact = true });

    public static ILocator Link(this IPage page, string name) => page.GetByRole(AriaRole.Link, new() { Name = name });

    public static ILocator Heading(this IPage page, string name) =>
        page.GetByRole(AriaRole.Heading, new() { Name = name });

    public static ILocator Radio(this IPage page, string name) =>
        page.GetByRole(AriaRole.Radio, new() { Name = name, Exact = true });

    /// <summary>Types a month ("2012-07") or a day into its boxes.</summary>
    public static async Task TypeDateAsync(this IPage page, string name, string date)
    {
        foreach (var (part, value) in DateParts.Zip(date.Split('-')))
        {
            await page.GetByLabel($"{name} {part}", new() { Exact = true }).FillAsync(value);
        }
    }

    /// <summary>The typing has paused, and everything is on the server.</summary>
    public static Task IsSavedAsync(this IPage page) =>
        Assertions.Expect(page.GetByText("已保存，")).ToBeVisibleAsync();

    public static Task SeesAsync(this IPage page, string text) =>
        Assertions.Expect(page.GetByText(text).First).ToBeVisibleAsync();
}
