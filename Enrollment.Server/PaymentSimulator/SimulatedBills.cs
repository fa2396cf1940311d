using System.Globalization;
using System.IO.Compression;
using System.Text;
using Enrollment.Payments;
using Enrollment.Seasons;

namespace Enrollment.Server.PaymentSimulator;

/// <summary>A day's statements in the form of each provider's file.</summary>
internal static class SimulatedBills
{
    /// <returns>Null for a day without trade.</returns>
    public static byte[]? OfWeChat(IEnumerable<SimulatedTrade> trades, DateOnly day)
    {
        var lines = Of(trades, PaymentMethod.WeChat, day)
            .Select(line =>
                Ticked(
                    Time(line.At),
                    SimulatedKeys.WeChatAppId,
                    SimulatedKeys.MerchantId,
                    line.TransactionNo,
                    line.OrderNo,
                    "NATIVE",
                    line.RefundNo is null ? "SUCCESS" : "REFUND",
                    Yuan(line.AmountFen),
                    line.RefundNo ?? "0",
                    line.RefundNo is null ? "0.00" : Yuan(line.AmountFen),
                    line.RefundNo is null ? "" : "SUCCESS"
                )
            )
            .ToList();
        return lines.Count == 0
            ? null
            : Encoding.UTF8.GetBytes(
                string.Join(
                    "\r\n",
                    [
                        "\uFEFF交易时间,公众账号ID,商户号,微信订单号,商户订单号,交易类型,交易状态,订单金额,商户退款单号,申请退款金额,退款状态",
                        .. lines,
                        "总交易单数,应结订单总金额,退款总金额",
                        Ticked($"{lines.Count}", "0.00", "0.00"),
                        "",
                    ]
                )
            );
    }

    /// <returns>Null for a day without trade.</returns>
    public static byte[]? OfAlipay(IEnumerable<SimulatedTrade> trades, DateOnly day)
    {
        var lines = Of(trades, PaymentMethod.Alipay, day)
            .Select(line =>
                string.Join(
                    ',',
                    $"{line.TransactionNo}\t",
                    $"{line.OrderNo}\t",
                    line.RefundNo is null ? "交易" : "退款",
                    Time(line.At),
                    Time(line.At),
                    line.RefundNo is null ? Yuan(line.AmountFen) : $"-{Yuan(line.AmountFen)}",
                    $"{line.RefundNo}\t"
                )
            )
            .ToList();
        if (lines.Count == 0)
        {
            return null;
        }
        var gbk = CodePagesEncodingProvider.Instance.GetEncoding("GBK")!;
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true, gbk))
        {
            Write(zip, gbk, $"{SimulatedKeys.SellerId}_{day:yyyyMMdd}_业务明细(汇总).csv", ["#支付宝业务汇总查询"]);
            Write(
                zip,
                gbk,
                $"{SimulatedKeys.SellerId}_{day:yyyyMMdd}_业务明细.csv",
                [
                    "#支付宝业务明细查询",
                    "#-----------------------------------------业务明细列表----------------------------------------",
                    "支付宝交易号,商户订单号,业务类型,创建时间,完成时间,订单金额（元）,退款批次号/请求号",
                    .. lines,
                    "#-----------------------------------------业务明细列表结束------------------------------------",
                ]
            );
        }
        return memory.ToArray();
    }

    private static IEnumerable<Line> Of(IEnumerable<SimulatedTrade> trades, PaymentMethod method, DateOnly day) =>
        trades
            .Where(trade => trade.Method == method)
            .SelectMany(trade =>
                trade
                    .Payments.Select(paid => new Line(
                        trade.OrderNo,
                        paid.TransactionNo,
                        trade.AmountFen,
                        paid.PaidAt,
                        RefundNo: null
                    ))
                    .Concat(
                        trade.Refunds.Select(refund => new Line(
                            trade.OrderNo,
                            refund.TransactionNo,
                            refund.AmountFen,
                            refund.At,
                            refund.RefundNo
                        ))
                    )
            )
            .Where(line => ChinaTime.DateOf(line.At) == day)
            .OrderBy(line => line.At);

    private static void Write(ZipArchive zip, Encoding encoding, string name, IEnumerable<string> lines)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name).Open(), encoding);
        writer.Write(string.Join("\r\n", lines));
    }

    private static string Ticked(params IEnumerable<string> cells) =>
        string.Join(',', cells.Select(cell => $"`{cell}"));

    private static string Yuan(long fen) => string.Create(CultureInfo.InvariantCulture, $"{fen / 100m:0.00}");

    private static string Time(DateTimeOffset instant) =>
        instant.ToOffset(ChinaTime.Offset).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    private sealed record Line(
        string OrderNo,
        string TransactionNo,
        long AmountFen,
        DateTimeOffset At,
        string? RefundNo
    );
}
