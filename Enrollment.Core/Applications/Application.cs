using System.Text.Json.Serialization;
using Enrollment.Collections;
using Enrollment.Materials;
using Enrollment.Payments;
using Enrollment.People;
using Enrollment.TextMessages;

namespace Enrollment.Applications;

/// <summary>
/// One candidate's application (报名) in one season: the fold of its events, nothing else. Built by
/// <see cref="Lifecycle.Evolve"/> only.
/// </summary>
public sealed record Application
{
    public required ApplicationId Id { get; init; }

    /// <summary>The season's id.</summary>
    public string Season { get; init; } = "";

    /// <summary>报名号: the year and five digits, printed on every paper.</summary>
    public string Number { get; init; } = "";

    public Account? Account { get; init; }

    /// <summary>Since when the account has its phone: texts queued before went to another.</summary>
    public DateTimeOffset PhoneSince { get; init; }

    public DateTimeOffset OpenedAt { get; init; }

    public Stage Stage { get; init; } = new Stage.Unopened();

    /// <summary>When the stage was entered.</summary>
    public DateTimeOffset StageSince { get; init; }

    public Form Form { get; init; } = Form.Empty;

    /// <summary>Counts the saves of the form; the ETag of PUT form, and of nothing else.</summary>
    public int FormRevision { get; init; }

    public ValueList<Image> Images { get; init; } = [];

    public ValueList<Consent> Consents { get; init; } = [];

    /// <summary>Text messages to this person, oldest first.</summary>
    public ValueList<MessageState> Messages { get; init; } = [];

    /// <summary>No delivery report within the season's wait: on the staff's list (R2).</summary>
    public bool IsReceiptMissing { get; init; }

    /// <summary>Since when the deadline in force has been known: earlier reminder times do not apply to it.</summary>
    public DateTimeOffset? ClockSince { get; init; }

    /// <summary>Reminders already sent for the deadline in force, by the instant they were due.</summary>
    public ValueList<DateTimeOffset> Reminded { get; init; } = [];

    /// <summary>How often it was submitted.</summary>
    public int Round { get; init; }

    /// <summary>The reviewer's marks of the current round; those of unchanged parts stay.</summary>
    public ValueList<Mark> Marks { get; init; } = [];

    /// <summary>How the earlier rounds ended (R10: with the rounds before).</summary>
    public ValueList<ReviewOutcome> Outcomes { get; init; } = [];

    /// <summary>What the online check of slot 9 gave; without it slot 9 can't be accepted (R9).</summary>
    public OnlineVerification? OnlineVerification { get; init; }

    public ValueList<Note> Notes { get; init; } = [];

    /// <summary>The papers in force, once approved (R11).</summary>
    public IssuedPapers? Papers { get; init; }

    /// <summary>The desk's ledger (R12), a row an item that was looked at.</summary>
    public ValueList<OriginalRow> Originals { get; init; } = [];

    /// <summary>The ledger of the fee (R13), oldest first.</summary>
    public ValueList<Payment> Payments { get; init; } = [];

    /// <summary>Orders at the providers, oldest first. At most one of them can still be paid.</summary>
    public ValueList<PaymentOrder> Orders { get; init; } = [];

    /// <summary>The account of an application that was opened.</summary>
    [JsonIgnore]
    public Account OpenedAccount => Account ?? throw new InvalidOperationException("No account was opened.");

    public Image? FindImage(ImageId id) => Images.FirstOrDefault(image => image.Id == id);

    public PaymentOrder? FindOrder(string orderNo) => Orders.FirstOrDefault(order => order.OrderNo == orderNo);

    /// <summary>The order whose end is not known: it may still be paid.</summary>
    [JsonIgnore]
    public PaymentOrder? OpenOrder =>
        Orders.LastOrDefault(order => StateOf(order) is OrderState.Created or OrderState.Waiting or OrderState.Closing);

    /// <summary>Money first: what came counts more than what was done with the order.</summary>
    public OrderState StateOf(PaymentOrder order)
    {
        var money = Payments
            .Where(payment => payment.OrderNo == order.OrderNo || payment.PaidOrderNo == order.OrderNo)
            .ToList();
        return money.Exists(payment => payment.IsRefundDue) ? OrderState.RefundDue
            : money.Exists(payment => payment.IsInForce) ? OrderState.Paid
            : money.Exists(payment => payment.Refunded is not null) ? OrderState.Refunded
            : order.Closed is not null ? OrderState.Closed
            : order.ClosingSince is not null ? OrderState.Closing
            : order.CodeUrl is null ? OrderState.Created
            : OrderState.Waiting;
    }

    public IEnumerable<Image> ImagesIn(Slot slot) => Images.Where(image => image.Slot == slot);

    public static Application Unopened(ApplicationId id) => new() { Id = id };
}

/// <summary>The account (报名账号) as staff opened it: what the person signs in with and is searched by.</summary>
public sealed record Account
{
    public required string Name { get; init; }

    public required PhoneNumber Phone { get; init; }

    public IdentityNumber? IdentityNumber { get; init; }

    public string? Employer { get; init; }

    public string? Programme { get; init; }
}

/// <summary>A consent or confirmation at first sign-in (R1), with the version of what was shown.</summary>
public sealed record Consent(ConsentKind Kind, string Version, DateTimeOffset At);

[JsonConverter(typeof(JsonStringEnumConverter<ConsentKind>))]
public enum ConsentKind
{
    /// <summary>个人信息处理告知</summary>
    [JsonStringEnumMemberName("privacy-notice")]
    PrivacyNotice,

    /// <summary>敏感个人信息单独同意</summary>
    [JsonStringEnumMemberName("sensitive-data")]
    SensitiveData,

    /// <summary>已阅读招生办法</summary>
    [JsonStringEnumMemberName("admission-rules")]
    AdmissionRules,
}

/// <summary>What became of one text message (R15).</summary>
public sealed record MessageState(
    string Id,
    TextTemplate Template,
    ValueList<TextVariable> Variables,
    TextState State,
    DateTimeOffset QueuedAt
);

/// <summary>An internal note of staff.</summary>
public sealed record Note(string Text, Actor By, DateTimeOffset At);
