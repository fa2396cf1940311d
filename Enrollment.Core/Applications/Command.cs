using Enrollment.Collections;
using Enrollment.Documents;
using Enrollment.Materials;
using Enrollment.Payments;
using Enrollment.TextMessages;

namespace Enrollment.Applications;

/// <summary>
/// What somebody wants done to an application. Commands bring what was measured (a text's report, an inspection, the
/// documents' fit); <see cref="Lifecycle.Decide"/> accepts or refuses.
/// </summary>
public abstract record Command
{
    private Command() { }

    // Accounts (R1)
    public sealed record OpenAccount(string Number, Account Account) : Command;

    public sealed record CorrectAccount(Account Account, string Reason) : Command;

    public sealed record IssueSignInCode(string Reason) : Command;

    public sealed record GiveConsent(ValueList<ConsentKind> Kinds) : Command;

    /// <summary>The candidate signed in or opened their page: they have the text (R2, R10).</summary>
    public sealed record Appear : Command;

    // Text messages (R15)

    /// <param name="IsFinal">The gateway gives no delivery reports, so that its acceptance counts as receipt (R2).</param>
    public sealed record ReportText(string MessageId, TextState State, bool IsFinal, string? Detail = null) : Command;

    public sealed record SendTextAgain(string MessageId) : Command;

    // The candidate's form and materials (R4–R9)

    /// <param name="ExpectedRevision">The revision that the page had read.</param>
    /// <param name="Fit">What the printed boxes take of it, and what they can't (R11).</param>
    public sealed record SaveForm(Form Form, int ExpectedRevision, ValueList<FormProblem> Fit) : Command;

    public sealed record OpenUpload(Slot Slot, Page Page, string? EntryId, string? FileName) : Command;

    public sealed record ReceiveImage(ImageId Image, string Sha256, DateTimeOffset ReceivedAt, Inspection? Inspection)
        : Command;

    public sealed record RecordInspection(ImageId Image, Inspection Inspection) : Command;

    public sealed record RemoveImage(ImageId Image) : Command;

    public sealed record ExplainImage(ImageId Image, string Explanation) : Command;

    /// <param name="HasCommitted">The candidate ticked the commitment (承诺).</param>
    public sealed record Submit(bool HasCommitted) : Command;

    public sealed record Withdraw(string Reason) : Command;

    // Review (R10)
    public sealed record ClaimReview : Command;

    public sealed record ReleaseReview : Command;

    public sealed record MarkParts(ValueList<Mark> Marks) : Command;

    public sealed record AddNote(string Text) : Command;

    public sealed record OverruleFinding(ImageId Image, FindingCode Code, string Reason) : Command;

    public sealed record RecordOnlineVerification(OnlineVerification Verification) : Command;

    public sealed record Approve : Command;

    public sealed record Return(string? Reason) : Command;

    public sealed record Reject(string Reason) : Command;

    // Papers (R11)
    public sealed record RecordPapers(int Version, ValueList<MadePaper> Made) : Command;

    public sealed record FetchPaper(DocumentKind Kind) : Command;

    public sealed record PrintPapers : Command;

    // On site (R12)
    public sealed record CheckOriginals(ValueList<OriginalCheck> Checks) : Command;

    public sealed record VerifyOriginals : Command;

    public sealed record TakeBackVerification(string Reason) : Command;

    public sealed record GiveBackOriginal(OriginalItem Item, string ReturnedTo) : Command;

    // Fee (R13)

    /// <summary>Asks a provider for a code to pay with. The same method asked again means the order that is open.</summary>
    public sealed record OpenOrder(PaymentMethod Method) : Command;

    /// <summary>The provider gave the code.</summary>
    public sealed record RecordOrderPlaced(string OrderNo, string CodeUrl) : Command;

    /// <summary>Another way to pay, or none: the order is to be closed at the provider.</summary>
    public sealed record CloseOrder(string OrderNo) : Command;

    /// <summary>The provider confirmed that it can't be paid any more, or never took it.</summary>
    public sealed record RecordOrderClosed(string OrderNo, OrderClosing Why, string? Detail = null) : Command;

    /// <summary>The provider's word that money came, notified or asked for; idempotent by transaction.</summary>
    public sealed record SettleOrder(OrderReceipt Receipt) : Command;

    /// <summary>The provider gave the payer back at once what came too late (Alipay's cancel of a paid trade).</summary>
    public sealed record RecordGivenBack(OrderReceipt Receipt) : Command;

    /// <summary>Money that was flagged for refund counts as the fee after all.</summary>
    public sealed record CountSurplus(string OrderNo, string Reason) : Command;

    public sealed record EnterPayment(PaymentMethod Method, long AmountFen, string TransactionNo, string Reason)
        : Command;

    public sealed record ReversePayment(string OrderNo, string Reason) : Command;

    /// <param name="Outcome">Whether the candidate leaves with the money, or only gets it back.</param>
    /// <param name="Way">By hand for what no provider has confirmed, whatever is asked.</param>
    public sealed record RefundPayment(
        string OrderNo,
        string Reason,
        RefundOutcome Outcome,
        RefundWay Way = RefundWay.Provider
    ) : Command;

    /// <param name="Trouble">Why the provider did not pay back; null when it did.</param>
    public sealed record RecordRefund(string RefundNo, string? Trouble) : Command;

    // Time and staff (R2, R3, R17)

    /// <summary>Does whatever is due at the context's time: a reminder, the deadline, the calendar, a missing receipt.</summary>
    public sealed record CatchUp : Command;

    /// <param name="LastDay">The new last day; it ends at 24:00.</param>
    public sealed record ExtendDeadline(DateOnly LastDay, string Reason) : Command;

    /// <inheritdoc cref="ExtendDeadline"/>
    public sealed record Reopen(DateOnly LastDay, string Reason) : Command;

    /// <summary>注销</summary>
    public sealed record CloseAccount(string Reason) : Command;
}
