using Enrollment.Applications;
using Enrollment.Collections;
using Enrollment.Documents;
using Enrollment.Materials;
using Enrollment.Payments;
using Enrollment.People;
using Enrollment.Seasons;
using Enrollment.Tests.Builders;
using Enrollment.TextMessages;

namespace Enrollment.Tests.Applications;

/// <summary>
/// Every command there is, with details that fit the state often enough to lead on, and often enough do not.
/// </summary>
internal static class RandomCommands
{
    private delegate Command Making(Application state, DateTimeOffset now, int detail);

    private static readonly Inspection[] Inspections = [Uploads.Fine, Uploads.Fine, Uploads.Warned, Uploads.Blocked];

    private static readonly Making[] Makings =
    [
        (_, _, _) => new Command.OpenAccount("202600001", Somebody.Account),
        (_, _, detail) => new Command.CorrectAccount(Corrected(detail), "更正"),
        (_, _, _) => new Command.IssueSignInCode("短信被拦截"),
        (_, _, _) => new Command.GiveConsent([.. Enum.GetValues<ConsentKind>()]),
        (_, _, _) => new Command.Appear(),
        (state, _, detail) =>
            new Command.ReportText(Message(state, detail), Pick<TextState>(detail / 7), detail % 3 == 0),
        (state, _, detail) => new Command.SendTextAgain(Message(state, detail)),
        (state, _, _) => new Command.SaveForm(SampleForm.Valid, state.FormRevision, []),
        (state, _, detail) =>
            new Command.SaveForm(state.Form with { Post = $"职务{detail}" }, state.FormRevision - detail % 2, []),
        (state, _, detail) => Upload(state, Pick<Slot>(detail)),
        (state, now, detail) => new Command.ReceiveImage(Image(state, detail), Uploads.Sha256, now, Inspected(detail)),
        (state, _, detail) => new Command.RecordInspection(Image(state, detail), Inspections[detail % 4]),
        (state, _, detail) => new Command.RemoveImage(Image(state, detail)),
        (state, _, detail) => new Command.ExplainImage(Image(state, detail), "原件如此"),
        (_, _, detail) => new Command.Submit(HasCommitted: detail % 8 != 0),
        (_, _, _) => new Command.Submit(HasCommitted: true),
        (_, _, detail) => detail % 4 == 0 ? new Command.Withdraw("工作调动") : new Command.CatchUp(),
        (_, _, _) => new Command.ClaimReview(),
        (_, _, _) => new Command.ReleaseReview(),
        (state, _, _) =>
            new Command.MarkParts([.. Lifecycle.PartsToReview(state).Select(part => new Mark(part, Verdict.Accepted))]),
        (_, _, detail) =>
            new Command.MarkParts([
                new(new ReviewTarget.OfField(Pick<FormField>(detail)), Verdict.Commented, "请核对"),
            ]),
        (state, _, detail) =>
            new Command.MarkParts([
                new(new ReviewTarget.OfImage(Image(state, detail)), Verdict.Commented, "请重新扫描"),
            ]),
        (_, _, _) => new Command.AddNote("已电话联系"),
        (state, _, detail) => new Command.OverruleFinding(Image(state, detail), Pick<FindingCode>(detail), "可以辨认"),
        (_, _, detail) => new Command.RecordOnlineVerification(new("张三", "某某大学", "1042", detail % 4 != 0)),
        (_, _, _) => new Command.Approve(),
        (_, _, _) => new Command.Return("请修改"),
        (_, _, _) => new Command.Reject("不符合报考条件"),
        (state, _, _) =>
            new Command.RecordPapers(
                state.Papers?.Version ?? 1,
                [new(DocumentKind.RegistrationForm, Uploads.Sha256, "v1")]
            ),
        (_, _, detail) => new Command.FetchPaper(Pick<DocumentKind>(detail)),
        (_, _, _) => new Command.PrintPapers(),
        (state, _, _) => new Command.CheckOriginals(AnApplication.Unopened().ChecksFor(state)),
        (_, _, detail) =>
            new Command.CheckOriginals([
                new(Pick<OriginalItem>(detail), Pick<OriginalResult>(detail / 11), Copies: detail % 4),
            ]),
        (_, _, _) => new Command.VerifyOriginals(),
        (_, _, _) => new Command.TakeBackVerification("证书有误"),
        (_, _, detail) => new Command.GiveBackOriginal(Pick<OriginalItem>(detail), "张三"),
        (_, _, detail) =>
            new Command.EnterPayment(Pick<PaymentMethod>(detail), ASeason.Current.FeeFen, $"{detail}", "窗口收款"),
        (_, _, detail) => new Command.OpenOrder(Pick<PaymentMethod>(detail)),
        (state, _, detail) =>
            new Command.RecordOrderPlaced(OfOrder(state, detail)?.OrderNo ?? "0", AnApplication.CodeUrl),
        (state, _, detail) => new Command.CloseOrder(OfOrder(state, detail)?.OrderNo ?? "0"),
        (state, _, detail) =>
            new Command.RecordOrderClosed(OfOrder(state, detail)?.OrderNo ?? "0", Pick<OrderClosing>(detail / 3)),
        (state, now, detail) => new Command.SettleOrder(Receipt(state, now, detail)),
        (state, now, detail) =>
            detail % 5 == 0
                ? new Command.RecordGivenBack(Receipt(state, now, detail))
                : new Command.SettleOrder(Receipt(state, now, detail)),
        (state, _, detail) => new Command.CountSurplus(OrderNo(state, detail), "考生确认"),
        (state, _, detail) =>
            new Command.RecordRefund(
                PickFrom(state.Payments, detail)?.Refund?.RefundNo ?? "0",
                detail % 2 == 0 ? null : "余额不足"
            ),
        (state, _, detail) => new Command.ReversePayment(OrderNo(state, detail), "录错"),
        (state, _, detail) => new Command.RefundPayment(OrderNo(state, detail), "退费", Pick<RefundOutcome>(detail)),
        (_, _, _) => new Command.CatchUp(),
        (_, now, detail) => new Command.ExtendDeadline(Day(now, detail), "出差"),
        (_, now, detail) => new Command.Reopen(Day(now, detail), "情况属实"),
        (_, _, detail) => detail % 4 == 0 ? new Command.CloseAccount("重复开通") : new Command.CatchUp(),
    ];

    public static int Count => Makings.Length;

    public static Command Of(int number, int detail, Application state, DateTimeOffset now) =>
        Makings[number](state, now, detail);

    private static T Pick<T>(int detail)
        where T : struct, Enum
    {
        var values = Enum.GetValues<T>();
        return values[detail % values.Length];
    }

    private static T? PickFrom<T>(ValueList<T> values, int detail)
        where T : class => values.Count == 0 ? null : values[detail % values.Count];

    private static string Message(Application state, int detail) => PickFrom(state.Messages, detail)?.Id ?? "0";

    private static ImageId Image(Application state, int detail) => PickFrom(state.Images, detail)?.Id ?? Uploads.Id(98);

    private static string OrderNo(Application state, int detail) => PickFrom(state.Payments, detail)?.OrderNo ?? "0";

    private static PaymentOrder? OfOrder(Application state, int detail) => PickFrom(state.Orders, detail);

    /// <summary>Of an order of this application mostly, with its amount mostly, and few transactions, so that they come again.</summary>
    private static OrderReceipt Receipt(Application state, DateTimeOffset now, int detail) =>
        OfOrder(state, detail) is { } order
            ? new(
                order.OrderNo,
                order.Method,
                $"{order.OrderNo[^6..]}{detail % 3}",
                detail % 7 == 0 ? 1 : order.AmountFen,
                now
            )
            : new(AnApplication.AnOrder.OrderNo, PaymentMethod.WeChat, $"{detail % 3}", ASeason.Current.FeeFen, now);

    private static Inspection? Inspected(int detail) => detail % 5 == 0 ? null : Inspections[detail % 4];

    private static DateOnly Day(DateTimeOffset now, int detail) => ChinaTime.DateOf(now).AddDays(detail % 12 - 1);

    private static Command.OpenUpload Upload(Application state, Slot slot) =>
        new(
            slot,
            Slots.Of(slot).Pages[0],
            Slots.Of(slot).PerEntry ? PickFrom(state.Form.Education, 0)?.Id : null,
            "扫描.jpg"
        );

    private static Account Corrected(int detail) =>
        Somebody.Account with
        {
            Phone = PhoneNumber.Parse($"1380000000{detail % 3}"),
            Name = detail % 2 == 0 ? "张三" : "张珊",
        };
}
