using System.Text;
using Enrollment.Collections;
using Enrollment.Payments.Keys;
using Enrollment.Seasons;

namespace Enrollment.Payments.WeChat;

/// <summary>
/// A day's 交易账单: UTF-8, a heading line, a line for each payment and refund with a back-tick before every cell, then a
/// heading and a line of totals (pay.weixin.qq.com/doc/v3/merchant/4013071236).
/// </summary>
internal static class WeChatStatement
{
    private static readonly TimeOnly ReadyFrom = new(10, 0);

    /// <summary>Made at ten in the morning of the next day.</summary>
    public static bool IsMade(DateOnly day, DateTimeOffset now) => now >= ChinaTime.At(day.AddDays(1), ReadyFrom);

    /// <exception cref="ProviderFaultException">A file of another form.</exception>
    public static ValueList<StatementLine> Read(byte[] file)
    {
        var lines = Encoding
            .UTF8.GetString(file)
            .TrimStart('\uFEFF')
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var payments = lines.Take(1).Concat(lines.Skip(1).TakeWhile(line => line.StartsWith('`')));
        return [.. CsvLine.Read(payments, cell => cell.TrimStart('`').Trim()).Select(LineOf).OfType<StatementLine>()];
    }

    private static StatementLine? LineOf(CsvLine line) =>
        line["交易状态"] switch
        {
            "SUCCESS" => new(line["商户订单号"], line["微信订单号"], line.Fen("订单金额"), line.Time("交易时间")),
            "REFUND" when line["退款状态"] is "SUCCESS" or "PROCESSING" => new(
                line["商户订单号"],
                line["微信订单号"],
                -line.Fen("申请退款金额"),
                line.Time("交易时间"),
                line["商户退款单号"]
            ),
            _ => null,
        };
}
