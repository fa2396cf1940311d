using System.Text.Json.Serialization;

namespace Enrollment.TextMessages;

/// <summary>The messages that the system sends (短信, R15), each a registered template with variables.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TextTemplate>))]
public enum TextTemplate
{
    /// <summary>确认短信: its receipt starts the five days (R2).</summary>
    [JsonStringEnumMemberName("confirmation")]
    Confirmation,

    /// <summary>登录验证码</summary>
    [JsonStringEnumMemberName("sign-in-code")]
    SignInCode,

    /// <summary>填报提醒 (R3)</summary>
    [JsonStringEnumMemberName("reminder")]
    Reminder,

    /// <summary>退回修改: its receipt starts another five days (R10).</summary>
    [JsonStringEnumMemberName("returned")]
    Returned,

    /// <summary>审核通过</summary>
    [JsonStringEnumMemberName("approved")]
    Approved,

    /// <summary>审核不通过</summary>
    [JsonStringEnumMemberName("rejected")]
    Rejected,

    /// <summary>自动放弃</summary>
    [JsonStringEnumMemberName("abandoned")]
    Abandoned,

    /// <summary>期限调整: extended or reopened.</summary>
    [JsonStringEnumMemberName("deadline-moved")]
    DeadlineMoved,

    /// <summary>报名完成</summary>
    [JsonStringEnumMemberName("paid")]
    Paid,
}

/// <summary>What became of a message (R15).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TextState>))]
public enum TextState
{
    /// <summary>待发送</summary>
    [JsonStringEnumMemberName("queued")]
    Queued,

    /// <summary>已提交网关</summary>
    [JsonStringEnumMemberName("accepted")]
    Accepted,

    /// <summary>已送达</summary>
    [JsonStringEnumMemberName("delivered")]
    Delivered,

    /// <summary>失败</summary>
    [JsonStringEnumMemberName("failed")]
    Failed,

    /// <summary>不明: the system fell between sending and recording; never sent again by itself.</summary>
    [JsonStringEnumMemberName("unknown")]
    Unknown,
}
