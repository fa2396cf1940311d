using System.Text.Json.Serialization;
using Enrollment.Collections;
using Enrollment.Documents;
using Enrollment.Materials;
using Enrollment.Payments;
using Enrollment.People;
using Enrollment.TextMessages;

namespace Enrollment.Applications;

/// <summary>
/// What happened to an application (R16). Events say what was decided and store what was computed (deadlines), so
/// that <see cref="Lifecycle.Evolve"/> needs nothing else; who and when is in <see cref="Happened"/>.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(AccountOpened), "account-opened")]
[JsonDerivedType(typeof(AccountCorrected), "account-corrected")]
[JsonDerivedType(typeof(SignInCodeIssued), "sign-in-code-issued")]
[JsonDerivedType(typeof(TextQueued), "text-queued")]
[JsonDerivedType(typeof(TextReported), "text-reported")]
[JsonDerivedType(typeof(ReceiptConfirmed), "receipt-confirmed")]
[JsonDerivedType(typeof(ReceiptMissed), "receipt-missed")]
[JsonDerivedType(typeof(Reminded), "reminded")]
[JsonDerivedType(typeof(Consented), "consented")]
[JsonDerivedType(typeof(FormSaved), "form-saved")]
[JsonDerivedType(typeof(UploadOpened), "upload-opened")]
[JsonDerivedType(typeof(ImageReceived), "image-received")]
[JsonDerivedType(typeof(ImageInspected), "image-inspected")]
[JsonDerivedType(typeof(ImageRemoved), "image-removed")]
[JsonDerivedType(typeof(ImageExplained), "image-explained")]
[JsonDerivedType(typeof(FindingOverruled), "finding-overruled")]
[JsonDerivedType(typeof(Submitted), "submitted")]
[JsonDerivedType(typeof(Claimed), "claimed")]
[JsonDerivedType(typeof(Released), "released")]
[JsonDerivedType(typeof(Marked), "marked")]
[JsonDerivedType(typeof(NoteAdded), "note-added")]
[JsonDerivedType(typeof(VerifiedOnline), "verified-online")]
[JsonDerivedType(typeof(Approved), "approved")]
[JsonDerivedType(typeof(Returned), "returned")]
[JsonDerivedType(typeof(Rejected), "rejected")]
[JsonDerivedType(typeof(PapersMade), "papers-made")]
[JsonDerivedType(typeof(PapersOutdated), "papers-outdated")]
[JsonDerivedType(typeof(PaperFetched), "paper-fetched")]
[JsonDerivedType(typeof(PapersPrinted), "papers-printed")]
[JsonDerivedType(typeof(OriginalsChecked), "originals-checked")]
[JsonDerivedType(typeof(OriginalsVerified), "originals-verified")]
[JsonDerivedType(typeof(VerificationTakenBack), "verification-taken-back")]
[JsonDerivedType(typeof(OriginalGivenBack), "original-given-back")]
[JsonDerivedType(typeof(OrderOpened), "order-opened")]
[JsonDerivedType(typeof(OrderPlaced), "order-placed")]
[JsonDerivedType(typeof(OrderClosing), "order-closing")]
[JsonDerivedType(typeof(OrderClosed), "order-closed")]
[JsonDerivedType(typeof(PaymentSettled), "payment-settled")]
[JsonDerivedType(typeof(PaymentConfirmed), "payment-confirmed")]
[JsonDerivedType(typeof(SurplusReceived), "surplus-received")]
[JsonDerivedType(typeof(SurplusCounted), "surplus-counted")]
[JsonDerivedType(typeof(PaymentReversed), "payment-reversed")]
[JsonDerivedType(typeof(RefundAsked), "refund-asked")]
[JsonDerivedType(typeof(RefundFailed), "refund-failed")]
[JsonDerivedType(typeof(PaymentRefunded), "payment-refunded")]
[JsonDerivedType(typeof(DeadlineExtended), "deadline-extended")]
[JsonDerivedType(typeof(Abandoned), "abandoned")]
[JsonDerivedType(typeof(Withdrawn), "withdrawn")]
[JsonDerivedType(typeof(Reopened), "reopened")]
public abstract record Event
{
    private Event() { }

    /// <summary>Staff opened the account (R1).</summary>
    public sealed record AccountOpened(string Season, string Number, Account Account) : Event;

    /// <summary>Staff corrected phone, name or identity number (R1).</summary>
    public sealed record AccountCorrected(Account Account, string Reason) : Event;

    /// <summary>Staff issued a one-time sign-in code at the desk; the code itself is nowhere in the record.</summary>
    public sealed record SignInCodeIssued(string Reason) : Event;

    /// <summary>A text message is to be sent, not before <paramref name="NotBefore"/> (R3's quiet hours).</summary>
    public sealed record TextQueued(
        string MessageId,
        TextTemplate Template,
        ValueList<TextVariable> Variables,
        DateTimeOffset? NotBefore = null
    ) : Event;

    /// <summary>The gateway accepted, delivered or refused a message, or nobody knows (R15).</summary>
    public sealed record TextReported(string MessageId, TextState State, string? Detail = null) : Event;

    /// <summary>The candidate has the confirmation or the return: the clock runs from <paramref name="ReceivedAt"/> (R2).</summary>
    public sealed record ReceiptConfirmed(ReceiptEvidence Evidence, DateTimeOffset ReceivedAt, DateTimeOffset Deadline)
        : Event;

    /// <summary>No report in time: the staff's list (R2).</summary>
    public sealed record ReceiptMissed(string MessageId) : Event;

    /// <summary>The reminder due at <paramref name="DueAt"/> went out, or its hour passed (R3: each at most once).</summary>
    public sealed record Reminded(DateTimeOffset DueAt) : Event;

    public sealed record Consented(ConsentKind Kind, string Version) : Event;

    /// <summary>Only the changed fields are in <paramref name="Values"/>; a changed field that is null was emptied.</summary>
    public sealed record FormSaved(ValueList<FormField> Changed, Form Values) : Event;

    public sealed record UploadOpened(ImageId Image, Slot Slot, Page Page, string? EntryId, string? FileName) : Event;

    /// <param name="ReceivedAt">When the last byte came, which is what counts against the deadline (R2).</param>
    public sealed record ImageReceived(ImageId Image, string Sha256, DateTimeOffset ReceivedAt) : Event;

    public sealed record ImageInspected(ImageId Image, Inspection Inspection) : Event;

    public sealed record ImageRemoved(ImageId Image) : Event;

    public sealed record ImageExplained(ImageId Image, string Explanation) : Event;

    public sealed record FindingOverruled(ImageId Image, FindingCode Code, string Reason) : Event;

    /// <summary>提交, with the commitment (承诺) as it was worded.</summary>
    public sealed record Submitted(string Commitment) : Event;

    public sealed record Claimed(DateTimeOffset LapsesAt) : Event;

    public sealed record Released : Event;

    public sealed record Marked(ValueList<Mark> Marks) : Event;

    public sealed record NoteAdded(string Text) : Event;

    public sealed record VerifiedOnline(OnlineVerification Verification) : Event;

    public sealed record Approved : Event;

    public sealed record Returned(OpenParts Open, string? Reason) : Event;

    public sealed record Rejected(string Reason) : Event;

    public sealed record PapersMade(int Version, ValueList<MadePaper> Made) : Event;

    /// <summary>What the papers print has changed: version <paramref name="Version"/> is to be made.</summary>
    public sealed record PapersOutdated(int Version) : Event;

    public sealed record PaperFetched(DocumentKind Kind, int Version) : Event;

    /// <summary>The desk printed the candidate's papers (R12).</summary>
    public sealed record PapersPrinted(int Version) : Event;

    public sealed record OriginalsChecked(ValueList<OriginalCheck> Checks) : Event;

    public sealed record OriginalsVerified : Event;

    public sealed record VerificationTakenBack(string Reason) : Event;

    public sealed record OriginalGivenBack(OriginalItem Item, string ReturnedTo) : Event;

    public sealed record OrderOpened(PaymentOrder Order) : Event;

    public sealed record OrderPlaced(string OrderNo, string CodeUrl) : Event;

    /// <summary>It is to be closed at the provider; until that is confirmed it may turn out to be paid.</summary>
    public sealed record OrderClosing(string OrderNo, Payments.OrderClosing Why) : Event;

    public sealed record OrderClosed(string OrderNo, Payments.OrderClosing Why, string? Detail = null) : Event;

    /// <summary>The fee was paid.</summary>
    public sealed record PaymentSettled(Payment Payment) : Event;

    /// <summary>The provider's word for what was entered by hand, under the provider's order.</summary>
    public sealed record PaymentConfirmed(string OrderNo, string PaidOrderNo) : Event;

    /// <summary>Money came that is not the fee: recorded, and flagged for refund.</summary>
    public sealed record SurplusReceived(Payment Payment) : Event;

    /// <summary>Money that was flagged counts as the fee after all.</summary>
    public sealed record SurplusCounted(string OrderNo, string TransactionNo, string Reason) : Event;

    /// <summary>冲正: the entry was a mistake.</summary>
    public sealed record PaymentReversed(string OrderNo, string Reason) : Event;

    /// <summary>The provider is to pay it back.</summary>
    public sealed record RefundAsked(
        string OrderNo,
        string TransactionNo,
        string RefundNo,
        string Reason,
        RefundOutcome Outcome
    ) : Event;

    public sealed record RefundFailed(string RefundNo, string Trouble) : Event;

    /// <summary>退费, paid back; it stays 报名完成 unless the candidate also withdraws.</summary>
    /// <param name="TransactionNo">Which one, where an order was paid twice; null in old events.</param>
    public sealed record PaymentRefunded(string OrderNo, string Reason, string? TransactionNo = null) : Event;

    public sealed record DeadlineExtended(DateTimeOffset Deadline, string Reason) : Event;

    public sealed record Abandoned(Lapse Lapse) : Event;

    public sealed record Withdrawn(string Reason) : Event;

    public sealed record Reopened(Stage To, string Reason) : Event;
}

/// <summary>An event with who and when.</summary>
public sealed record Happened(Event Event, Actor By, DateTimeOffset At);

/// <summary>What showed that the candidate has the text (R2).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReceiptEvidence>))]
public enum ReceiptEvidence
{
    /// <summary>The gateway's delivery report.</summary>
    [JsonStringEnumMemberName("delivery-report")]
    DeliveryReport,

    /// <summary>The acceptance of a gateway that gives no reports.</summary>
    [JsonStringEnumMemberName("acceptance")]
    Acceptance,

    /// <summary>The candidate signed in, or opened the page.</summary>
    [JsonStringEnumMemberName("sign-in")]
    SignIn,
}

/// <summary>A named variable of a text template: {name} in its wording.</summary>
public sealed record TextVariable(string Name, string Value);
