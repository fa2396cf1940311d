using System.Text;
using Enrollment.Payments.Keys;

namespace Enrollment.Payments.Alipay;

/// <summary>
/// A notification (异步通知): a form, signed over its sorted parameters; application, seller and state are looked at once
/// the signature holds (opendocs.alipay.com/open/194/103296).
/// </summary>
internal static class AlipayNotice
{
    public static NoticeReading Read(Notice notice, AlipayOptions options, AlipayKeys keys)
    {
        if (Parse(notice.Body.Span) is not { } form)
        {
            return Refused(NoticeFault.Unreadable);
        }
        if (FaultOf(form, keys) is { } fault)
        {
            return Refused(fault);
        }
        if (Of(form, "app_id") != options.AppId || Of(form, "seller_id") != options.SellerId)
        {
            return Refused(NoticeFault.WrongMerchant);
        }
        var state = Of(form, "trade_status");
        // A partial refund is told under the state of the payment, with its own time.
        if (state is not ("TRADE_SUCCESS" or "TRADE_FINISHED") || form.ContainsKey("gmt_refund"))
        {
            return new NoticeReading.Other(state ?? "");
        }
        return
            Of(form, "out_trade_no") is { Length: > 0 } orderNo
            && Of(form, "trade_no") is { Length: > 0 } transactionNo
            && AlipayMoney.Fen(Of(form, "total_amount")) is > 0 and var fen
            && AlipayMoney.Time(Of(form, "gmt_payment")) is { } paidAt
            ? new NoticeReading.Paid(new(orderNo, PaymentMethod.Alipay, transactionNo, fen, paidAt))
            : Refused(NoticeFault.Unreadable);
    }

    private static NoticeFault? FaultOf(Dictionary<string, string> form, AlipayKeys keys)
    {
        if (Of(form, "sign_type") != "RSA2" || Of(form, "sign") is not { } sign)
        {
            return NoticeFault.BadSignature;
        }
        var candidates = keys.Named(Of(form, "alipay_cert_sn")).ToList();
        var message = Encoding.UTF8.GetBytes(AlipaySignature.MessageOfNotice(form));
        return candidates.Count == 0 ? NoticeFault.UnknownKey
            : candidates.Exists(key => RsaSignatures.Verify(key, message, sign)) ? null
            : NoticeFault.BadSignature;
    }

    private static string? Of(Dictionary<string, string> form, string name) => form.GetValueOrDefault(name);

    private static NoticeReading.Refused Refused(NoticeFault fault) => new(fault);

    /// <returns>Null when a name is there twice: one could be signed and the other read.</returns>
    private static Dictionary<string, string>? Parse(ReadOnlySpan<byte> body)
    {
        var form = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in Encoding.UTF8.GetString(body).Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            var (name, value) = equals < 0 ? (part, "") : (part[..equals], part[(equals + 1)..]);
            if (!form.TryAdd(Decode(name), Decode(value)))
            {
                return null;
            }
        }
        return form;
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
