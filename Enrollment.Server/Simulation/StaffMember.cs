namespace Enrollment.Server.Simulation;

/// <summary>A staff member at a browser; signs in anew before the session's two idle hours are over.</summary>
internal sealed class StaffMember(ApiClient browser, StaffOf who, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan SignsInAfter = TimeSpan.FromHours(1);

    private readonly SemaphoreSlim _gate = new(1);
    private DateTimeOffset? _since;

    public async Task<ApiClient> AtWorkAsync()
    {
        await _gate.WaitAsync();
        try
        {
            if (_since is null || clock.GetUtcNow() - _since > SignsInAfter)
            {
                (
                    await browser.PostAsync(
                        "/api/staff/session",
                        new { userName = who.UserName, password = who.Password }
                    )
                ).Expect();
                _since = clock.GetUtcNow();
            }
            return browser;
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose()
    {
        _gate.Dispose();
        browser.Dispose();
    }
}
