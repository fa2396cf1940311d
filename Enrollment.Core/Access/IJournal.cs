using System.Text.Json.Serialization;
using Enrollment.Collections;
using Enrollment.People;

namespace Enrollment.Access;

/// <summary>
/// What belongs to no one application, or outlives it (R16): exports, erasures, changes of settings and of staff
/// accounts, and notifications that were refused (R13). Only ever added to. It holds no personal data of candidates.
/// </summary>
public interface IJournal
{
    Task AppendAsync(JournalEntry entry, CancellationToken cancellationToken);

    /// <summary>Newest first.</summary>
    Task<JournalPage> ListAsync(string? cursor, int limit, CancellationToken cancellationToken);
}

/// <param name="By">Null for the system itself.</param>
/// <param name="What">"roster.xlsx", the id of an erased application or of a staff account, "wechat".</param>
/// <param name="Detail">The filter of an export, or the reason that was given.</param>
public sealed record JournalEntry(
    DateTimeOffset At,
    Actor.Staff? By,
    JournalAct Act,
    string What,
    string? Detail = null
);

[JsonConverter(typeof(JsonStringEnumConverter<JournalAct>))]
public enum JournalAct
{
    /// <summary>导出</summary>
    [JsonStringEnumMemberName("exported")]
    Exported,

    /// <summary>删除个人信息</summary>
    [JsonStringEnumMemberName("erased")]
    Erased,

    /// <summary>修改设置</summary>
    [JsonStringEnumMemberName("settings-changed")]
    SettingsChanged,

    /// <summary>工作人员账号</summary>
    [JsonStringEnumMemberName("staff-account-changed")]
    StaffAccountChanged,

    /// <summary>拒收支付通知 (R13)</summary>
    [JsonStringEnumMemberName("payment-notice-refused")]
    PaymentNoticeRefused,

    /// <summary>留存缴费记录: a line of the ledger of somebody who was erased, for accounting (R16).</summary>
    [JsonStringEnumMemberName("payment-kept")]
    PaymentKept,
}

public sealed record JournalPage(ValueList<JournalEntry> Items, string? NextCursor);
