using System.Text.Json.Serialization;

namespace Enrollment.Applications;

/// <summary>Every refusal there is, by the stable code that stands in the API's problems.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RefusalCode>))]
public enum RefusalCode
{
    /// <summary>The stage does not know this command.</summary>
    [JsonStringEnumMemberName("not-in-this-stage")]
    NotInThisStage,

    /// <summary>已过截止时间 (R2)</summary>
    [JsonStringEnumMemberName("deadline-passed")]
    DeadlinePassed,

    /// <summary>The form was saved elsewhere in the meantime (HTTP 412).</summary>
    [JsonStringEnumMemberName("form-changed-elsewhere")]
    FormChangedElsewhere,

    /// <summary>The form holds what the papers can't print: too long for its box, or a character no font has (R11).</summary>
    [JsonStringEnumMemberName("form-unprintable")]
    FormUnprintable,

    /// <summary>The form or the materials lack something (R10).</summary>
    [JsonStringEnumMemberName("incomplete")]
    Incomplete,

    /// <summary>承诺 not given.</summary>
    [JsonStringEnumMemberName("commitment-missing")]
    CommitmentMissing,

    /// <summary>The privacy notice, the separate consent or 已阅读招生办法 is outstanding (R1).</summary>
    [JsonStringEnumMemberName("consent-missing")]
    ConsentMissing,

    /// <summary>The return did not open this part (R10).</summary>
    [JsonStringEnumMemberName("part-not-open")]
    PartNotOpen,

    [JsonStringEnumMemberName("reason-missing")]
    ReasonMissing,

    [JsonStringEnumMemberName("text-too-long")]
    TextTooLong,

    [JsonStringEnumMemberName("slot-full")]
    SlotFull,

    /// <summary>The slot does not take this page.</summary>
    [JsonStringEnumMemberName("page-not-of-slot")]
    PageNotOfSlot,

    /// <summary>A diploma's image needs its education entry.</summary>
    [JsonStringEnumMemberName("education-entry-unknown")]
    EducationEntryUnknown,

    [JsonStringEnumMemberName("image-unknown")]
    ImageUnknown,

    /// <summary>The image has its bytes already; another version is another upload.</summary>
    [JsonStringEnumMemberName("image-already-received")]
    ImageAlreadyReceived,

    /// <summary>Not a JPEG at all, whatever its name says: there is nothing to keep and nothing to overrule (R9).</summary>
    [JsonStringEnumMemberName("not-jpeg")]
    NotJpeg,

    [JsonStringEnumMemberName("finding-unknown")]
    FindingUnknown,

    /// <summary>There is nothing to explain: no finding, or one that blocks.</summary>
    [JsonStringEnumMemberName("nothing-to-explain")]
    NothingToExplain,

    /// <summary>Another reviewer has it.</summary>
    [JsonStringEnumMemberName("claimed-by-another")]
    ClaimedByAnother,

    [JsonStringEnumMemberName("not-claimed")]
    NotClaimed,

    /// <summary>A mark on something that the application does not have.</summary>
    [JsonStringEnumMemberName("mark-target-unknown")]
    MarkTargetUnknown,

    /// <summary>A comment without words.</summary>
    [JsonStringEnumMemberName("comment-missing")]
    CommentMissing,

    /// <summary>Approval needs every part accepted.</summary>
    [JsonStringEnumMemberName("parts-not-accepted")]
    PartsNotAccepted,

    /// <summary>Slot 9 needs the online verification's result (R9).</summary>
    [JsonStringEnumMemberName("online-verification-missing")]
    OnlineVerificationMissing,

    /// <summary>A return needs at least one comment.</summary>
    [JsonStringEnumMemberName("nothing-commented")]
    NothingCommented,

    [JsonStringEnumMemberName("papers-not-made")]
    PapersNotMade,

    /// <summary>The row can't end this way (R12); the argument names the row.</summary>
    [JsonStringEnumMemberName("original-result-not-allowed")]
    OriginalResultNotAllowed,

    /// <summary>Three registration forms are needed.</summary>
    [JsonStringEnumMemberName("copies-missing")]
    CopiesMissing,

    /// <summary>Rows are owed or not looked at yet.</summary>
    [JsonStringEnumMemberName("originals-owed")]
    OriginalsOwed,

    [JsonStringEnumMemberName("original-not-held")]
    OriginalNotHeld,

    /// <summary>The amount is not the season's fee.</summary>
    [JsonStringEnumMemberName("wrong-amount")]
    WrongAmount,

    [JsonStringEnumMemberName("payment-unknown")]
    PaymentUnknown,

    /// <summary>The payment was reversed or refunded before.</summary>
    [JsonStringEnumMemberName("payment-not-in-force")]
    PaymentNotInForce,

    /// <summary>The provider confirmed it: the money came, so it is refunded, not reversed.</summary>
    [JsonStringEnumMemberName("payment-confirmed")]
    PaymentConfirmed,

    /// <summary>The transaction stands in the ledger already.</summary>
    [JsonStringEnumMemberName("transaction-known")]
    TransactionKnown,

    /// <summary>Another order may still be paid; it is closed first (R13).</summary>
    [JsonStringEnumMemberName("order-open")]
    OrderOpen,

    [JsonStringEnumMemberName("order-unknown")]
    OrderUnknown,

    /// <summary>The order was paid or closed before.</summary>
    [JsonStringEnumMemberName("order-not-open")]
    OrderNotOpen,

    /// <summary>The provider is paying it back.</summary>
    [JsonStringEnumMemberName("refund-running")]
    RefundRunning,

    [JsonStringEnumMemberName("message-unknown")]
    MessageUnknown,

    /// <summary>The message is on its way or has arrived.</summary>
    [JsonStringEnumMemberName("message-not-failed")]
    MessageNotFailed,

    /// <summary>The new last day is over already.</summary>
    [JsonStringEnumMemberName("day-is-past")]
    DayIsPast,

    /// <summary>Another application of the season has this phone or identity number (R1).</summary>
    [JsonStringEnumMemberName("phone-taken")]
    PhoneTaken,

    [JsonStringEnumMemberName("identity-number-taken")]
    IdentityNumberTaken,

    /// <summary>Only a staff member may do this.</summary>
    [JsonStringEnumMemberName("not-yours-to-do")]
    NotYoursToDo,

    /// <summary>After 填报截止, 现场 or 缴费截止 (R17).</summary>
    [JsonStringEnumMemberName("season-over")]
    SeasonOver,

    /// <summary>Others wrote at the same time, five times over; nothing was stored.</summary>
    [JsonStringEnumMemberName("too-busy")]
    TooBusy,
}
