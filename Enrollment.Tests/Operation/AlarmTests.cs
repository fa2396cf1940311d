using Enrollment.Applications;
using Enrollment.Materials;
using Enrollment.Operation;

namespace Enrollment.Tests.Operation;

public sealed class AlarmTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 1, 9, 0, 0, TimeSpan.FromHours(8));

    private static readonly Readings Well = new()
    {
        At = Now,
        Version = "1",
        Store = new()
        {
            Kind = "SQLite",
            NeedsBackups = true,
            FreeBytes = 100L << 30,
            LastBackup = Now.AddHours(-25),
        },
        Stages = [new(StageName.Draft, 3)],
        Lines = [new(Line.TextGateway, 2, Now, Now), new(Line.WeChat, 2, Now, Now)],
        TextsFailed = 1,
        TextsUnknown = 1,
        OverdueFor = TimeSpan.FromMinutes(9),
        ClockBehind = TimeSpan.FromSeconds(59),
    };

    /// <summary>For each alarm the reading that raises it, and nothing else.</summary>
    private static readonly Dictionary<AlarmCode, Readings> Raising = new()
    {
        [AlarmCode.StoreNotWritable] = Well with { Store = Well.Store with { Fault = StoreFault.Full } },
        [AlarmCode.DiskNearlyFull] = Well with { Store = Well.Store with { FreeBytes = 1L << 30 } },
        [AlarmCode.BackupMissing] = Well with { Store = Well.Store with { LastBackup = Now.AddHours(-27) } },
        [AlarmCode.ClockBehind] = Well with { ClockBehind = TimeSpan.FromMinutes(61) },
        [AlarmCode.WorkOverdue] = Well with { OverdueFor = TimeSpan.FromMinutes(11), Overdue = 4 },
        [AlarmCode.EffectsStuck] = Well with { Stuck = [new("SendText", 1)] },
        [AlarmCode.TextGatewayUnreachable] = Well with { Lines = [new(Line.TextGateway, 3, null, Now)] },
        [AlarmCode.PaymentsUnreachable] = Well with { Lines = [new(Line.Alipay, 3, Now, Now)] },
        [AlarmCode.TextsFailing] = Well with { TextsFailed = 2 },
        [AlarmCode.ReceiptsMissing] = Well with { ReceiptsMissing = 1 },
        [AlarmCode.RefundsDue] = Well with { RefundsDue = 1 },
        [AlarmCode.StatementDifferences] = Well with { Differences = 2 },
        [AlarmCode.ErasuresDue] = Well with { ErasuresDue = 7 },
    };

    [Fact]
    public void Nothing_is_raised_while_all_is_well() => Assert.Empty(Alarms.Of(Well, new()));

    [Fact]
    public void Each_alarm_has_a_reading_that_raises_it_and_no_other() =>
        Assert.All(
            Enum.GetValues<AlarmCode>(),
            code => Assert.Equal([code], Alarms.Of(Raising[code], new()).Select(alarm => alarm.Code))
        );

    [Fact]
    public void A_store_without_any_backup_is_an_alarm_as_soon_as_it_has_somebody()
    {
        var never = Well with { Store = Well.Store with { LastBackup = null } };
        Assert.Equal([new Alarm(AlarmCode.BackupMissing, "never")], Alarms.Of(never, new()));
        Assert.Empty(Alarms.Of(never with { Stages = [] }, new()));
        Assert.Empty(Alarms.Of(never, new() { Backup = TimeSpan.Zero }));
        Assert.Empty(Alarms.Of(never with { Store = never.Store with { NeedsBackups = false } }, new()));
    }

    [Fact]
    public void Each_alarm_says_in_both_languages_what_it_is_means_and_asks_for() =>
        Assert.All(
            Enum.GetValues<AlarmCode>(),
            code =>
                Assert.All(
                    [AlarmWords.TitleOf(code), AlarmWords.MeaningOf(code), AlarmWords.AdviceOf(code)],
                    words => Assert.True(words is { Zh.Length: > 3, En.Length: > 3 })
                )
        );

    [Fact]
    public void The_operators_manual_explains_each_alarm_by_its_code_and_its_screen_words()
    {
        var manual = File.ReadAllText(Repository.PathTo("docs", "operate.md"));
        Assert.All(
            Enum.GetValues<AlarmCode>(),
            code =>
                Assert.Contains(
                    $"| `{WireName.Of(code)}` | {AlarmWords.TitleOf(code).Zh} |",
                    manual,
                    StringComparison.Ordinal
                )
        );
    }
}
