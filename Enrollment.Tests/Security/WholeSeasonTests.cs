using System.Text;
using System.Text.RegularExpressions;
using Enrollment.Applications;
using Enrollment.Seasons;
using Enrollment.Server.Simulation;
using Enrollment.Sqlite;
using Enrollment.Tests.Payments;
using Enrollment.TextMessages;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Enrollment.Tests.Security;

/// <summary>
/// After a whole season through the API, what lies about: neither the log nor any file of the data folder or of a backup
/// tells anything of a person or holds a secret, and staff find everybody all the same.
/// </summary>
public sealed class WholeSeasonTests(PlayedSeason season) : IClassFixture<PlayedSeason>
{
    /// <summary>Fewer bytes than these stand by chance in some megabytes of sealed data.</summary>
    private const int TellingLength = 6;

    private static readonly byte[][] Openings = ["JFIF"u8.ToArray(), "Exif"u8.ToArray(), "%PDF-"u8.ToArray()];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void The_log_holds_nobodys_data_and_no_secret()
    {
        var log = string.Join('\n', season.Log);
        // A line that would be found, so that an empty log proves nothing.
        Assert.Contains("The log is kept.", log, StringComparison.Ordinal);
        Assert.Equal(12, season.People.Count);
        Assert.All(
            season.Personal.Concat(season.Secrets),
            secret => Assert.DoesNotContain(secret, log, StringComparison.OrdinalIgnoreCase)
        );
        Assert.NotEmpty(season.Codes);
        Assert.All(season.Codes, code => Assert.DoesNotMatch($@"(?<!\d){code}(?!\d)", log));
    }

    [Fact]
    public void Nothing_personal_can_be_read_in_the_data_folder_or_in_a_backup()
    {
        var files = Directory
            .GetFiles(season.Data, "*", SearchOption.AllDirectories)
            .Concat(Directory.GetFiles(season.Backup, "*", SearchOption.AllDirectories))
            .ToList();
        Assert.Contains(files, file => file.EndsWith(".jpg", StringComparison.Ordinal));
        Assert.Contains(files, file => file.EndsWith(".pdf", StringComparison.Ordinal));
        var telling = season
            .Personal.SelectMany(text => new[] { Encoding.UTF8.GetBytes(text), Encoding.Unicode.GetBytes(text) })
            .Where(bytes => bytes.Length >= TellingLength)
            .Concat(season.Secrets.Select(Encoding.UTF8.GetBytes))
            .ToList();
        Assert.All(
            files,
            file =>
            {
                var bytes = File.ReadAllBytes(file);
                Assert.All(telling, pattern => Assert.Equal(-1, bytes.AsSpan().IndexOf(pattern)));
                Assert.All(
                    Openings,
                    start => Assert.Equal(-1, bytes.AsSpan(0, Math.Min(64, bytes.Length)).IndexOf(start))
                );
            }
        );
    }

    [Fact]
    public async Task Everybody_is_found_by_phone_number_and_name_before_and_after_the_keys_are_rotated()
    {
        await using var store = SqliteStore.Open(season.Store);
        await AssertFoundAsync(store);
        await store.RotateMasterKeyAsync(Stop);
        await AssertFoundAsync(store);
    }

    private async Task AssertFoundAsync(SqliteStore store)
    {
        foreach (var person in season.People)
        {
            var account = person.OpenedAccount;
            Assert.Equal(person.Id, await store.Index.FindByPhoneAsync(person.Season, account.Phone, Stop));
            Assert.Equal(
                person.Id,
                await store.Index.FindByIdentityNumberAsync(person.Season, account.IdentityNumber!, Stop)
            );
            var named = await store.Index.ListAsync(new() { Season = person.Season, Text = account.Name }, Stop);
            Assert.Contains(person.Id, named.Items.Select(item => item.Id));
        }
    }
}

/// <summary>A season with one candidate of each of twelve fates, its server stopped, and a backup of what it left.</summary>
public sealed partial class PlayedSeason : IAsyncLifetime
{
    private static readonly DateOnly Opens = new(2026, 3, 2);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("enrollment-season-");

    public string Data => Path.Combine(_folder.FullName, "data");

    public string Backup => Path.Combine(_folder.FullName, "backup");

    public SqliteStoreOptions Store => new() { DataFolder = Data, KeyFolder = Keys };

    public IReadOnlyList<string> Log { get; private set; } = [];

    public IReadOnlyList<Application> People { get; private set; } = [];

    /// <summary>The sign-in codes that were sent.</summary>
    public IReadOnlyList<string> Codes { get; private set; } = [];

    /// <summary>Passwords, and the lines of the key files.</summary>
    public IReadOnlyList<string> Secrets { get; private set; } = [];

    /// <summary>What tells of a person.</summary>
    public IEnumerable<string> Personal =>
        People
            .SelectMany(person =>
                new[]
                {
                    person.OpenedAccount.Name,
                    person.OpenedAccount.Phone.Value,
                    person.OpenedAccount.IdentityNumber?.Value,
                    person.OpenedAccount.Employer,
                    person.Form.Email,
                    person.Form.NativePlace,
                    person.Form.Post,
                    person.Form.PartyBranch,
                    person.Form.ChsiVerificationCode,
                }.Concat(person.Form.Education.Select(entry => entry.CertificateNumber))
            )
            .OfType<string>()
            .Where(text => text.Length > 1)
            .Distinct(StringComparer.Ordinal);

    private string Keys => Path.Combine(_folder.FullName, "keys");

    public async ValueTask InitializeAsync()
    {
        var stop = TestContext.Current.CancellationToken;
        using var log = new LogLines();
        var place = new SimulatedPlace(Data, Keys, MadeUpSeason.Starting(Opens), Pace.OfSeason);
        await using (
            var played = await SimulatedSeason.StartAsync(
                place,
                ChinaTime.At(Opens, new(8, 0)),
                services => services.AddLogging(logging => KeepAll(logging, log))
            )
        )
        {
            played
                .Services.GetRequiredService<ILoggerFactory>()
                .CreateLogger("Enrollment.Probe")
                .Log(LogLevel.Trace, 0, "The log is kept.", exception: null, (text, _) => text);
            await played.PlayAsync(Fates.Deal(12, seed: 1, Opens), seed: 1, ChinaTime.EndOf(Opens.AddDays(60)));
            People = await ReadAsync(played.Services, stop);
            Codes = await CodesAsync(played.Services, stop);
        }
        Log = [.. log.All];
        Secrets =
        [
            .. StaffOf.All.Select(staff => staff.Password),
            .. Directory.GetFiles(Keys).SelectMany(File.ReadAllLines).SelectMany(Longest),
        ];
        await using var store = SqliteStore.Open(Store);
        await store.BackupAsync(Backup, DateTimeOffset.UtcNow, stop);
    }

    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>All of ours, and of the others what the server lets through.</summary>
    private static void KeepAll(ILoggingBuilder logging, LogLines log) =>
        logging
            .AddProvider(log)
            .AddFilter<LogLines>(category: null, LogLevel.Information)
            .AddFilter<LogLines>("Enrollment", LogLevel.Trace)
            .AddFilter<LogLines>("Microsoft.AspNetCore", LogLevel.Warning);

    private static async Task<IReadOnlyList<Application>> ReadAsync(IServiceProvider services, CancellationToken stop)
    {
        var store = services.GetRequiredService<IApplicationStore>();
        var people = new List<Application>();
        await foreach (var id in services.GetRequiredService<IApplicationIndex>().AllAsync(season: null, stop))
        {
            people.Add((await store.FindAsync(id, stop))!.Application);
        }
        return people;
    }

    private static async Task<IReadOnlyList<string>> CodesAsync(IServiceProvider services, CancellationToken stop)
    {
        var log = services.GetRequiredService<ITextMessageLog>();
        var page = await log.ListAsync(new() { Limit = 200 }, stop);
        return
        [
            .. page
                .Items.Where(text => text.Template == TextTemplate.SignInCode)
                .Select(text => SixDigits().Match(text.Words).Value),
        ];
    }

    private static IEnumerable<string> Longest(string line) => KeyMaterial().Matches(line).Select(match => match.Value);

    [GeneratedRegex("[0-9]{6}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SixDigits();

    [GeneratedRegex("[A-Za-z0-9+/=_-]{24,}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex KeyMaterial();
}
