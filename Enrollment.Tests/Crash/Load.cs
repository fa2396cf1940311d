using Enrollment.Api.Admin;
using Enrollment.Tests.Http;

namespace Enrollment.Tests.Crash;

/// <summary>A member of the staff, or whoever they let in, who works as fast as the server answers, until it is gone.</summary>
internal abstract class Load(Uri server, Acknowledged acknowledged) : IDisposable
{
    protected Acknowledged Acknowledged => acknowledged;

    /// <summary>Signed in with every role.</summary>
    protected ApiClient Staff { get; } = new(server);

    protected Uri Server => server;

    public async Task SignInAsync(string userName, string password) =>
        Expect(200, await Staff.PostAsync("/api/staff/session", new { userName, password }));

    public async Task RunAsync()
    {
        try
        {
            while (await WorkAsync()) { }
        }
        catch (HttpRequestException)
        {
            // The server was killed; what was not answered was not acknowledged.
        }
        catch (IOException)
        {
            // Likewise, in the middle of an answer.
        }
    }

    public virtual void Dispose() => Staff.Dispose();

    /// <returns>False when there is no more work.</returns>
    protected abstract Task<bool> WorkAsync();

    /// <summary>An account that nobody has had before.</summary>
    protected async Task<ApplicationId> OpenAccountAsync(string phone)
    {
        var opened = Expect(201, await Staff.PostAsync("/api/admin/accounts", new { name = "张三", phone }));
        var id = opened.Read<AccountAnswer>().Id;
        acknowledged.Phones[id] = phone;
        acknowledged.CountOne();
        return id;
    }

    protected static Answer Expect(int status, Answer answer)
    {
        Assert.True(answer.Status == status, $"{answer.Status} instead of {status}: {answer.Text}");
        return answer;
    }
}

/// <summary>Opens accounts, each of which sends a text, and writes notes.</summary>
/// <param name="phones">Never the same twice.</param>
internal sealed class OfficeLoad(Uri server, Acknowledged acknowledged, Func<string> phones)
    : Load(server, acknowledged)
{
    protected override async Task<bool> WorkAsync()
    {
        var id = await OpenAccountAsync(phones());
        for (var i = 0; i < 3; i++)
        {
            var text = $"备注 {id} {i}";
            Expect(200, await Staff.PostAsync($"/api/review/applications/{id}/notes", new { text }));
            Acknowledged.Notes.Add((id, text));
            Acknowledged.CountOne();
        }
        return true;
    }
}
