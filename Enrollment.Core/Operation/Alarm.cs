using System.Text.Json.Serialization;
using Enrollment.Collections;
using Enrollment.Materials;

namespace Enrollment.Operation;

/// <summary>What an operator is called for: a closed list. What each means and asks for: <see cref="AlarmWords"/>.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AlarmCode>))]
public enum AlarmCode
{
    /// <summary>数据不能写入</summary>
    [JsonStringEnumMemberName("store-not-writable")]
    StoreNotWritable,

    /// <summary>磁盘空间不足</summary>
    [JsonStringEnumMemberName("disk-nearly-full")]
    DiskNearlyFull,

    /// <summary>没有备份</summary>
    [JsonStringEnumMemberName("backup-missing")]
    BackupMissing,

    /// <summary>时钟慢了</summary>
    [JsonStringEnumMemberName("clock-behind")]
    ClockBehind,

    /// <summary>后台任务停滞</summary>
    [JsonStringEnumMemberName("work-overdue")]
    WorkOverdue,

    /// <summary>有任务被搁置</summary>
    [JsonStringEnumMemberName("effects-stuck")]
    EffectsStuck,

    /// <summary>短信网关不通</summary>
    [JsonStringEnumMemberName("text-gateway-unreachable")]
    TextGatewayUnreachable,

    /// <summary>支付平台不通</summary>
    [JsonStringEnumMemberName("payments-unreachable")]
    PaymentsUnreachable,

    /// <summary>短信发送失败</summary>
    [JsonStringEnumMemberName("texts-failing")]
    TextsFailing,

    /// <summary>确认短信未送达</summary>
    [JsonStringEnumMemberName("receipts-missing")]
    ReceiptsMissing,

    /// <summary>有款待退</summary>
    [JsonStringEnumMemberName("refunds-due")]
    RefundsDue,

    /// <summary>账单不符</summary>
    [JsonStringEnumMemberName("statement-differences")]
    StatementDifferences,

    /// <summary>个人信息保存期满</summary>
    [JsonStringEnumMemberName("erasures-due")]
    ErasuresDue,
}

/// <summary>An alarm that is raised.</summary>
/// <param name="Measured">The number that raised it, with its unit: "27 h", "3".</param>
public sealed record Alarm(AlarmCode Code, string Measured);

/// <summary>From when on a reading is an alarm.</summary>
public sealed record AlarmLimits
{
    /// <summary>A backup a day, and two hours for it to be made; zero where backups are made by other means.</summary>
    public TimeSpan Backup { get; init; } = TimeSpan.FromHours(26);

    public long FreeBytes { get; init; } = 2L << 30;

    public TimeSpan Clock { get; init; } = TimeSpan.FromMinutes(1);

    public TimeSpan Overdue { get; init; } = TimeSpan.FromMinutes(10);

    public int FaultsInARow { get; init; } = 3;

    /// <summary>Texts in 24 hours: a few wrong numbers are everyday.</summary>
    public int Texts { get; init; } = 3;
}

/// <summary>Which readings are alarms: a pure function, the most urgent first.</summary>
public static class Alarms
{
    public static ValueList<Alarm> Of(Readings now, AlarmLimits limits) =>
        [
            .. Enum.GetValues<AlarmCode>()
                .Select(code => MeasuredBy(code, now, limits) is { } measured ? new Alarm(code, measured) : null)
                .OfType<Alarm>(),
        ];

    /// <returns>Null when there is nothing to be called for.</returns>
    private static string? MeasuredBy(AlarmCode code, Readings now, AlarmLimits limits) =>
        code switch
        {
            AlarmCode.StoreNotWritable => now.Store.Fault?.ToString(),
            AlarmCode.DiskNearlyFull => now.Store.FreeBytes < limits.FreeBytes
                ? $"{now.Store.FreeBytes >> 20} MiB"
                : null,
            AlarmCode.BackupMissing => BackupMissing(now, limits),
            AlarmCode.ClockBehind => now.ClockBehind > limits.Clock ? $"{now.ClockBehind.TotalSeconds:0} s" : null,
            AlarmCode.WorkOverdue => now.OverdueFor > limits.Overdue ? $"{now.OverdueFor.TotalMinutes:0} min" : null,
            AlarmCode.EffectsStuck => Number(now.Stuck.Sum(tally => tally.Count)),
            AlarmCode.TextGatewayUnreachable => Faults(now, limits, line => line == Line.TextGateway),
            AlarmCode.PaymentsUnreachable => Faults(now, limits, line => line != Line.TextGateway),
            AlarmCode.TextsFailing => now.TextsFailed + now.TextsUnknown is var texts && texts >= limits.Texts
                ? Number(texts)
                : null,
            AlarmCode.ReceiptsMissing => Number(now.ReceiptsMissing),
            AlarmCode.RefundsDue => Number(now.RefundsDue),
            AlarmCode.StatementDifferences => Number(now.Differences),
            AlarmCode.ErasuresDue => Number(now.ErasuresDue),
        };

    private static string? BackupMissing(Readings now, AlarmLimits limits)
    {
        if (!now.Store.NeedsBackups || limits.Backup == TimeSpan.Zero)
        {
            return null;
        }
        if (now.Store.LastBackup is not { } last)
        {
            return now.Stages.Any(stage => stage.Applications > 0) ? "never" : null;
        }
        return now.At - last > limits.Backup ? $"{(now.At - last).TotalHours:0} h" : null;
    }

    private static string? Faults(Readings now, AlarmLimits limits, Func<Line, bool> isMeant) =>
        now.Lines.Where(line => isMeant(line.Line) && line.FaultsInARow >= limits.FaultsInARow).ToList()
            is { Count: > 0 } down
            ? string.Join(", ", down.Select(line => $"{WireName.Of(line.Line)} {line.FaultsInARow}"))
            : null;

    private static string? Number(int count) => count > 0 ? $"{count}" : null;
}
