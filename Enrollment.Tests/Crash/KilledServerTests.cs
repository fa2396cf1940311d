using System.Globalization;
using Enrollment.Access;
using Enrollment.Api.Access;
using Enrollment.Applications;
using Enrollment.Seasons;
using Enrollment.Server;
using Enrollment.Sqlite;
using Enrollment.Tests.Builders;
using Enrollment.Tests.Server;
using Enrollment.TextMessages;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Enrollment.Tests.Crash;

/// <summary>The server is killed under load: what it acknowledged is there, whole, and no message goes out twice.</summary>
public sealed class KilledServerTests : IDisposable
{
    private const int Rounds = 5;
    private const int Clients = 4;
    private const int AccountsBeforeKill = 25;
    private const string Password = "a-long-password";

    private readonly string _folder = Directory.CreateTempSubdirectory("enrollment-killed-").FullName;
    private readonly Acknowledged _acknowledged = new();
    private int _phone;

    private string Data => Path.Combine(_folder, "data");

    private string[] Settings => ["--urls=http://127.0.0.1:0", $"--data={Data}", "--Logging:LogLevel:Default=Warning"];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Nothing_acknowledged_is_lost_and_no_message_goes_out_twice_when_the_server_is_killed()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await PrepareAsync(cancellation);
        for (var round = 1; round <= Rounds; round++)
        {
            using (var server = await ServerProcess.StartAsync(Data, cancellation))
            {
                await LoadUntilKilledAsync(server, round * AccountsBeforeKill, cancellation);
            }
            var (exit, output) = await ServerProcess.RunAsync(["verify", "--data", Data], cancellation);
            Assert.True(exit == 0, $"round {round}: {output}");
            await AssertAcknowledgedAsync(cancellation);
        }

        // What was left undone at the last kill is done after the next start, once the broken-off claims have run out.
        var later = new FakeTimeProvider(TimeProvider.System.GetUtcNow() + TimeSpan.FromMinutes(5));
        await using (var server = ServerHost.Build(Settings, services => services.AddSingleton<TimeProvider>(later)))
        {
            await server.StartAsync(cancellation);
            await EverythingDeliveredAsync(cancellation);
            await server.StopAsync(cancellation);
        }
        await AssertOneConfirmationEachAsync(cancellation);
    }

    private async Task PrepareAsync(CancellationToken cancellationToken)
    {
        await using var store = SqliteStore.Open(new SqliteStoreOptions { DataFolder = Data });
        await store.Seasons.SaveAsync(OpenSeason(), cancellationToken);
        var account = new StaffAccount
        {
            Id = "a",
            UserName = "guanli",
            Name = "管理员",
            Roles = [Role.Admin, Role.Reviewer],
        };
        var passwords = new StaffPasswords(store.Staff, new ServerClock(TimeProvider.System));
        account = account with { PasswordHash = passwords.Hash(account, Password) };
        Assert.True(await store.Staff.SaveAsync(account, cancellationToken));
    }

    /// <summary>The process has the real clock, so the season lies around today.</summary>
    private static Season OpenSeason()
    {
        var today = ChinaTime.DateOf(TimeProvider.System.GetUtcNow());
        var calendar = ASeason.Current.Calendar;
        return ASeason.Current with
        {
            Calendar = calendar with
            {
                SubmissionCloses = today.AddDays(30),
                ReviewCloses = today.AddDays(40),
                OnSiteFrom = today.AddDays(50),
                OnSiteTo = today.AddDays(52),
                PaymentCloses = today.AddDays(60),
            },
        };
    }

    /// <summary>Kills in the middle of the work: as soon as so many accounts are acknowledged, while more are on their way.</summary>
    private async Task LoadUntilKilledAsync(ServerProcess server, int accounts, CancellationToken cancellationToken)
    {
        var clients = Enumerable.Range(0, Clients).Select(_ => new Load(server.Address, _acknowledged)).ToList();
        foreach (var client in clients)
        {
            await client.SignInAsync("guanli", Password, cancellationToken);
        }
        var enough = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        string NextPhone()
        {
            if (_acknowledged.Accounts.Count >= accounts)
            {
                enough.TrySetResult();
            }
            return $"139{Interlocked.Increment(ref _phone).ToString("00000000", CultureInfo.InvariantCulture)}";
        }

        var running = clients.Select(client => client.RunAsync(NextPhone, cancellationToken)).ToList();
        await Task.WhenAny(enough.Task, Task.WhenAll(running));
        await server.KillAsync(cancellationToken);
        await Task.WhenAll(running);
        clients.ForEach(client => client.Dispose());
    }

    private async Task AssertAcknowledgedAsync(CancellationToken cancellationToken)
    {
        await using var store = SqliteStore.Open(new SqliteStoreOptions { DataFolder = Data });
        foreach (var (phone, id) in _acknowledged.Accounts)
        {
            var stored = await store.Applications.FindAsync(id, cancellationToken);
            Assert.Equal(phone, stored?.Application.OpenedAccount.Phone.Value);
        }
        foreach (var notes in _acknowledged.Notes.GroupBy(note => note.Application))
        {
            var stored = await store.Applications.FindAsync(notes.Key, cancellationToken);
            var kept = stored!.Application.Notes.Select(note => note.Text).ToList();
            Assert.All(notes, note => Assert.Single(kept, note.Text));
        }
    }

    private async Task EverythingDeliveredAsync(CancellationToken cancellationToken)
    {
        await using var store = SqliteStore.Open(new SqliteStoreOptions { DataFolder = Data });
        var open = _acknowledged.Accounts.Values.ToHashSet();
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (open.Count > 0 && await timer.WaitForNextTickAsync(cancellationToken))
        {
            foreach (var id in open.ToList())
            {
                var stored = await store.Applications.FindAsync(id, cancellationToken);
                if (stored!.Application.Messages.All(message => message.State == TextState.Delivered))
                {
                    open.Remove(id);
                }
            }
        }
    }

    private async Task AssertOneConfirmationEachAsync(CancellationToken cancellationToken)
    {
        await using var store = SqliteStore.Open(new SqliteStoreOptions { DataFolder = Data });
        foreach (var id in _acknowledged.Accounts.Values)
        {
            var sent = await store.TextMessages.ListAsync(new() { Application = id }, cancellationToken);
            var text = Assert.Single(sent.Items);
            Assert.Equal((TextTemplate.Confirmation, TextState.Delivered), (text.Template, text.State));
            var events = await store.Applications.ReadEventsAsync(id, cancellationToken);
            Assert.Single(events, one => one.Event is Event.TextReported { State: TextState.Delivered });
            Assert.Single(events, one => one.Event is Event.ReceiptConfirmed);
        }
    }
}
