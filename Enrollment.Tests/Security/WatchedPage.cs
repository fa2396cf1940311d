using Enrollment.Tests.Browser;
using Microsoft.Playwright;

namespace Enrollment.Tests.Security;

/// <summary>A visitor whose page is looked at: what ran, what asked, and what it shows.</summary>
internal sealed class WatchedPage
{
    private readonly IPage _page;
    private readonly List<string> _strange = [];

    public WatchedPage(Visitor visitor)
    {
        _page = visitor.Page;
        visitor.Expect(401);
        _page.Dialog += (_, dialog) => Note($"dialog: {dialog.Message}");
        _page.Request += (_, request) =>
        {
            var address = new Uri(request.Url);
            if (
                address.Scheme is "http" or "https"
                && (!address.IsLoopback || address.AbsolutePath.EndsWith("/x", StringComparison.Ordinal))
            )
            {
                Note($"asked for {request.Url}");
            }
        };
    }

    /// <summary>Opens a page, and shows that nothing happened but that it stands there.</summary>
    /// <returns>The text that a person sees, with what stands in boxes.</returns>
    public async Task<string> OpenAsync(string path)
    {
        await _page.GotoAsync(path);
        await _page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        Assert.Null(await _page.EvaluateAsync<string?>("window.ran === undefined ? null : String(window.ran)"));
        Assert.Equal(
            0,
            await _page.EvaluateAsync<int>(
                "document.querySelectorAll('img[src=\"x\"], a[href^=\"javascript:\"], iframe, body script:not([src])').length"
            )
        );
        Assert.True(_strange.Count == 0, $"{path}: {string.Join(", ", _strange)}");
        return await _page.EvaluateAsync<string>(
            "[document.body.innerText, ...[...document.querySelectorAll('input, textarea')].map(box => box.value)].join('\\n')"
        );
    }

    private void Note(string what) => _strange.Add(what);
}
