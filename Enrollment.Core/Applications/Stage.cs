using System.Text.Json.Serialization;
using Enrollment.Collections;
using Enrollment.Materials;
using Enrollment.People;

namespace Enrollment.Applications;

/// <summary>Where an application stands (DESIGN §2). A stage carries only what is true in it.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "stage")]
[JsonDerivedType(typeof(Unopened), "unopened")]
[JsonDerivedType(typeof(Invited), "invited")]
[JsonDerivedType(typeof(Draft), "draft")]
[JsonDerivedType(typeof(Submitted), "submitted")]
[JsonDerivedType(typeof(Returned), "returned")]
[JsonDerivedType(typeof(Approved), "approved")]
[JsonDerivedType(typeof(Printed), "printed")]
[JsonDerivedType(typeof(OriginalsVerified), "originals-verified")]
[JsonDerivedType(typeof(Paid), "paid")]
[JsonDerivedType(typeof(Abandoned), "abandoned")]
[JsonDerivedType(typeof(Rejected), "rejected")]
[JsonDerivedType(typeof(Withdrawn), "withdrawn")]
public abstract record Stage
{
    private Stage() { }

    /// <summary>Before the account is opened: the seed of the fold, never stored.</summary>
    public sealed record Unopened : Stage;

    /// <summary>已开通: the confirmation text is on its way; no clock runs.</summary>
    public sealed record Invited : Stage;

    /// <summary>填报中. <paramref name="Deadline"/> is the first instant that is too late.</summary>
    public sealed record Draft(DateTimeOffset Deadline) : Stage;

    /// <summary>待审核, and who has claimed it.</summary>
    public sealed record Submitted(Claim? Claim) : Stage;

    /// <summary>退回修改: only <paramref name="Open"/> may be changed; no deadline until the return is received (R10).</summary>
    public sealed record Returned(OpenParts Open, DateTimeOffset? Deadline) : Stage;

    /// <summary>审核通过. <paramref name="Until"/> stands in place of the calendar's last on-site day where staff set one.</summary>
    public sealed record Approved(DateTimeOffset? Until) : Stage;

    /// <summary>待现场审核</summary>
    public sealed record Printed(DateTimeOffset? Until) : Stage;

    /// <summary>待缴费. <paramref name="Until"/> counts where it is later than 缴费截止.</summary>
    public sealed record OriginalsVerified(DateTimeOffset? Until) : Stage;

    /// <summary>报名完成</summary>
    public sealed record Paid : Stage;

    /// <summary>自动放弃</summary>
    public sealed record Abandoned(Lapse Lapse, Stage Was) : Stage;

    /// <summary>审核不通过</summary>
    public sealed record Rejected(string Reason, Stage Was) : Stage;

    /// <summary>主动放弃, or 注销 by staff</summary>
    public sealed record Withdrawn(string Reason, Stage Was) : Stage;

    [JsonIgnore]
    public StageName Name =>
        this switch
        {
            Unopened => StageName.Unopened,
            Invited => StageName.Invited,
            Draft => StageName.Draft,
            Submitted => StageName.Submitted,
            Returned => StageName.Returned,
            Approved => StageName.Approved,
            Printed => StageName.Printed,
            OriginalsVerified => StageName.OriginalsVerified,
            Paid => StageName.Paid,
            Abandoned => StageName.Abandoned,
            Rejected => StageName.Rejected,
            Withdrawn => StageName.Withdrawn,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
}

/// <summary>The stages by name, for lists, counts and words.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<StageName>))]
public enum StageName
{
    [JsonStringEnumMemberName("unopened")]
    Unopened,

    /// <summary>已开通</summary>
    [JsonStringEnumMemberName("invited")]
    Invited,

    /// <summary>填报中</summary>
    [JsonStringEnumMemberName("draft")]
    Draft,

    /// <summary>待审核</summary>
    [JsonStringEnumMemberName("submitted")]
    Submitted,

    /// <summary>退回修改</summary>
    [JsonStringEnumMemberName("returned")]
    Returned,

    /// <summary>审核通过</summary>
    [JsonStringEnumMemberName("approved")]
    Approved,

    /// <summary>待现场审核</summary>
    [JsonStringEnumMemberName("printed")]
    Printed,

    /// <summary>待缴费</summary>
    [JsonStringEnumMemberName("originals-verified")]
    OriginalsVerified,

    /// <summary>报名完成</summary>
    [JsonStringEnumMemberName("paid")]
    Paid,

    /// <summary>自动放弃</summary>
    [JsonStringEnumMemberName("abandoned")]
    Abandoned,

    /// <summary>审核不通过</summary>
    [JsonStringEnumMemberName("rejected")]
    Rejected,

    /// <summary>主动放弃</summary>
    [JsonStringEnumMemberName("withdrawn")]
    Withdrawn,
}

/// <summary>A reviewer's claim on a submitted application; another may take it over once it has lapsed.</summary>
public sealed record Claim(Actor.Staff By, DateTimeOffset LapsesAt);

/// <summary>What a return opens: the commented parts and what depends on them (R10).</summary>
public sealed record OpenParts(ValueList<FormField> Fields, ValueList<Slot> Slots);

/// <summary>Why an application lapsed (自动放弃): a deadline or the calendar (R2, R17).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Lapse>))]
public enum Lapse
{
    /// <summary>逾期未提交</summary>
    [JsonStringEnumMemberName("not-submitted")]
    NotSubmitted,

    /// <summary>未到现场</summary>
    [JsonStringEnumMemberName("not-on-site")]
    NotOnSite,

    /// <summary>未缴费</summary>
    [JsonStringEnumMemberName("not-paid")]
    NotPaid,
}
