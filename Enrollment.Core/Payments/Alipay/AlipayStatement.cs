using System.IO.Compression;
using System.Text;
using Enrollment.Collections;
using Enrollment.Payments.Keys;
using Enrollment.Seasons;

namespace Enrollment.Payments.Alipay;

/// <summary>
/// A day's 业务明细: a ZIP with two GBK files, of which the one without 汇总 in its name has a line a payment or refund
/// between lines that begin with # (opendocs.alipay.com/open/204/106262).
/// </summary>
internal static class AlipayStatement
{
    private const string Summary = "汇总";

    private static readonly TimeOnly ReadyFrom = new(9, 0);

    /// <summary>Made by nine in the morning of the next day.</summary>
    public static bool IsMade(DateOnly day, DateTimeOffset now) => now >= ChinaTime.At(day.AddDays(1), ReadyFrom);

    /// <exception cref="ProviderFaultException">A file of another form.</exception>
    public static ValueList<StatementLine> Read(byte[] file)
    {
        var gbk = CodePagesEncodingProvider.Instance.GetEncoding("GBK")!;
        try
        {
            using var zip = new ZipArchive(new MemoryStream(file), ZipArchiveMode.Read, leaveOpen: false, gbk);
            var entry =
                zip.Entries.FirstOrDefault(one =>
                    one.Name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase)
                    && !one.Name.Contains(Summary, StringComparison.Ordinal)
                ) ?? throw new ProviderFaultException("The statement has no list of trades.");
            using var reader = new StreamReader(entry.Open(), gbk);
            var lines = reader
                .ReadToEnd()
                .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Where(line => !line.StartsWith('#'));
            return [.. CsvLine.Read(lines, cell => cell.Trim()).Select(LineOf).OfType<StatementLine>()];
        }
        catch (InvalidDataException fault)
        {
            throw new ProviderFaultException("The statement is no ZIP.", fault);
        }
    }

    private static StatementLine? LineOf(CsvLine line) =>
        line["业务类型"] switch
        {
            "交易" => new(line["商户订单号"], line["支付宝交易号"], line.Fen("订单金额（元）"), line.Time("完成时间")),
            "退款" => new(
                line["商户订单号"],
                line["支付宝交易号"],
                -Math.Abs(line.Fen("订单金额（元）")),
                line.Time("完成时间"),
                line["退款批次号/请求号"]
            ),
            _ => null,
        };
}
