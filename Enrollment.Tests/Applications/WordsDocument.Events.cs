using Enrollment.Applications;
using Enrollment.Documents;
using Enrollment.Materials;
using Enrollment.Payments;
using Enrollment.Tests.Builders;
using Enrollment.TextMessages;

namespace Enrollment.Tests.Applications;

/// <content>Every event, and every way in which its line of the timeline can end.</content>
internal static partial class WordsDocument
{
    private const string OrderNo = "P1";

    internal static IReadOnlyList<Event> Events { get; } =
    [
        new Event.AccountOpened(ASeason.Current.Id, "202600001", Somebody.Account),
        new Event.AccountCorrected(Somebody.Account, "号码录错"),
        new Event.SignInCodeIssued("短信被拦截"),
        .. Enum.GetValues<TextTemplate>().Select(template => new Event.TextQueued("m1", template, [])),
        .. Enum.GetValues<TextState>().Select(state => new Event.TextReported("m1", state)),
        .. Enum.GetValues<ReceiptEvidence>()
            .Select(evidence => new Event.ReceiptConfirmed(evidence, ASeason.Opening, ASeason.DraftDeadline)),
        new Event.ReceiptMissed("m1"),
        new Event.Reminded(ASeason.Opening),
        .. Enum.GetValues<ConsentKind>().Select(kind => new Event.Consented(kind, "1")),
        new Event.FormSaved([FormField.Email, FormField.Post], Form.Empty),
        new Event.UploadOpened(Uploads.Id(1), Slot.IdentityCard, Page.CardEmblemSide, null, null),
        new Event.ImageReceived(Uploads.Id(1), Uploads.Sha256, ASeason.Opening),
        new Event.ImageInspected(Uploads.Id(1), Uploads.Fine),
        new Event.ImageInspected(Uploads.Id(1), Uploads.Warned),
        new Event.ImageInspected(Uploads.Id(1), Uploads.Blocked),
        new Event.ImageRemoved(Uploads.Id(1)),
        new Event.ImageExplained(Uploads.Id(1), "原件装订"),
        new Event.FindingOverruled(Uploads.Id(1), FindingCode.Tilted, "原件即如此"),
        new Event.Submitted(AnApplication.Commitment),
        new Event.Withdrawn("工作调动"),
        new Event.Claimed(ASeason.Opening),
        new Event.Released(),
        new Event.Marked([
            new(new ReviewTarget.OfField(FormField.Name), Verdict.Accepted),
            new(new ReviewTarget.OfField(FormField.Sex), Verdict.Accepted),
            new(new ReviewTarget.OfField(FormField.Post), Verdict.Commented, "请核对"),
        ]),
        new Event.NoteAdded("已电话联系"),
        new Event.VerifiedOnline(new("张三", "某某大学", "104221201205001234", Matches: true)),
        new Event.VerifiedOnline(new("张三", "别的大学", "104221201205001234", Matches: false)),
        new Event.Approved(),
        new Event.Returned(new([], []), "请修改后重新提交"),
        new Event.Returned(new([], []), null),
        new Event.Rejected("不符合报考条件"),
        .. PapersAndOriginals,
        .. Payments,
        new Event.DeadlineExtended(ASeason.DraftDeadline, "台风"),
        .. Enum.GetValues<Lapse>().Select(lapse => new Event.Abandoned(lapse)),
        new Event.Reopened(new Stage.Draft(ASeason.DraftDeadline), "误操作"),
    ];

    private static IEnumerable<Event> PapersAndOriginals =>
        [
            new Event.PapersOutdated(2),
            new Event.PapersMade(2, []),
            .. Enum.GetValues<DocumentKind>().Select(kind => new Event.PaperFetched(kind, 2)),
            new Event.PapersPrinted(2),
            new Event.OriginalsChecked([
                new(OriginalItem.IdentityCard, OriginalResult.CheckedAndReturned),
                new(OriginalItem.ChsiRecord, OriginalResult.Kept),
            ]),
            new Event.OriginalsVerified(),
            new Event.VerificationTakenBack("证书有误"),
            new Event.OriginalGivenBack(OriginalItem.BachelorDiploma, "张三"),
        ];

    private static IEnumerable<Event> Payments =>
        [
            new Event.OrderOpened(AnApplication.AnOrder),
            new Event.OrderPlaced(OrderNo, AnApplication.CodeUrl),
            .. Enum.GetValues<OrderClosing>().Select(why => new Event.OrderClosing(OrderNo, why)),
            .. Enum.GetValues<OrderClosing>().Select(why => new Event.OrderClosed(OrderNo, why)),
            new Event.PaymentSettled(AnApplication.APayment),
            new Event.PaymentConfirmed(OrderNo, OrderNo),
            .. Enum.GetValues<Surplus>()
                .Select(why => new Event.SurplusReceived(AnApplication.APayment with { Surplus = why })),
            new Event.SurplusCounted(OrderNo, "4200001", "考生确认"),
            new Event.RefundAsked(OrderNo, "4200001", "R1", "多缴", RefundOutcome.StaysPaid),
            new Event.RefundFailed("R1", "余额不足"),
            new Event.PaymentReversed(OrderNo, "录错"),
            new Event.PaymentRefunded(OrderNo, "多缴"),
        ];
}
