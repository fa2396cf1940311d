namespace Enrollment.Payments;

/// <summary>What methods, states and reasons of the fee are called (R13).</summary>
public static class PaymentWords
{
    public static string Of(PaymentMethod method, Language language) => NameOf(method).In(language);

    public static string Of(OrderState state, Language language) => NameOf(state).In(language);

    public static string Of(OrderClosing why, Language language) => NameOf(why).In(language);

    public static string Of(Surplus surplus, Language language) => NameOf(surplus).In(language);

    public static string Of(DifferenceKind kind, Language language) => NameOf(kind).In(language);

    /// <summary>Fen as yuan, "1000.00".</summary>
    public static string Yuan(long fen) => $"{fen / 100m:0.00}";

    internal static Words NameOf(PaymentMethod method) =>
        method switch
        {
            PaymentMethod.WeChat => new("微信支付", "WeChat Pay"),
            PaymentMethod.Alipay => new("支付宝", "Alipay"),
        };

    internal static Words NameOf(OrderState state) =>
        state switch
        {
            OrderState.Created => new("正在下单", "Being placed"),
            OrderState.Waiting => new("待支付", "Waiting for payment"),
            OrderState.Closing => new("正在关闭", "Being closed"),
            OrderState.Paid => new("已支付", "Paid"),
            OrderState.Closed => new("已关闭", "Closed"),
            OrderState.RefundDue => new("待退款", "To be refunded"),
            OrderState.Refunded => new("已退款", "Refunded"),
        };

    internal static Words NameOf(OrderClosing why) =>
        why switch
        {
            OrderClosing.Expired => new("超时未支付", "not paid in time"),
            OrderClosing.ByDesk => new("工作人员关闭", "closed by the desk"),
            OrderClosing.NotAwaited => new("不再待缴费", "no payment is awaited any more"),
            OrderClosing.Refused => new("支付平台未受理", "the provider did not take it"),
        };

    private static Words NameOf(DifferenceKind kind) =>
        kind switch
        {
            DifferenceKind.NotHere => new("平台有、系统无", "on the statement only"),
            DifferenceKind.NotThere => new("系统有、平台无", "in the ledger only"),
            DifferenceKind.AmountDiffers => new("金额不符", "the amounts differ"),
            DifferenceKind.RefundNotHere => new("平台已退款、系统未登记", "refund on the statement only"),
            DifferenceKind.RefundNotThere => new("系统已退款、平台无", "refund in the ledger only"),
            DifferenceKind.EnteredTwice => new("同一交易号登记了两次", "one transaction entered twice"),
        };

    internal static Words NameOf(Surplus surplus) =>
        surplus switch
        {
            Surplus.PaidTwice => new("重复缴费", "paid twice"),
            Surplus.AfterClosing => new("订单关闭后到账", "paid after the order was closed"),
            Surplus.NotAwaited => new("到账时已不在待缴费阶段", "no payment was awaited when it came"),
            Surplus.WrongAmount => new("金额与订单不符", "another amount than the order's"),
            Surplus.UnknownOrder => new("系统中没有该订单", "the record has no such order"),
        };
}
