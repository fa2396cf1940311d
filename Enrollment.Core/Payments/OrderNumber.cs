using System.Globalization;
using System.Numerics;

namespace Enrollment.Payments;

/// <summary>
/// Numbers of orders (商户订单号): 32 digits and lower-case letters, which both providers take (WeChat: 6–32 of digits,
/// letters and <c>_-*</c>; Alipay: up to 64 of digits, letters and <c>_</c>). The first 26 say whose order it is, so that
/// a notification finds its application in any store; the last 6 are random, so that no number comes twice, even after
/// an older backup was restored.
/// </summary>
public static class OrderNumber
{
    /// <summary>Crockford's base 32: no i, l, o, u to misread.</summary>
    private const string Digits = "0123456789abcdefghjkmnpqrstvwxyz";

    private const int IdLength = 26;
    private const int RandomLength = 6;

    /// <param name="newId">32 hexadecimal digits, of which the last eight are used.</param>
    public static string Of(ApplicationId application, string newId) =>
        Write(UInt128.Parse(application.Value, NumberStyles.AllowHexSpecifier), IdLength)
        + Write(UInt128.Parse(newId.AsSpan(^8), NumberStyles.AllowHexSpecifier), RandomLength);

    /// <summary>Whose order it is; false for a number that this system did not make.</summary>
    public static bool TryReadApplication(string? orderNo, out ApplicationId application)
    {
        application = default;
        if (orderNo is not { Length: IdLength + RandomLength } || !orderNo.All(Digits.Contains))
        {
            return false;
        }
        var id = orderNo
            .Take(IdLength)
            .Aggregate(
                BigInteger.Zero,
                (sum, digit) => sum * Digits.Length + Digits.IndexOf(digit, StringComparison.Ordinal)
            );
        return id <= (BigInteger)UInt128.MaxValue
            && ApplicationId.TryParse(
                ((UInt128)id).ToString("x32", CultureInfo.InvariantCulture),
                null,
                out application
            );
    }

    private static string Write(UInt128 value, int length) =>
        string.Create(
            length,
            value,
            static (text, value) =>
            {
                for (var i = text.Length - 1; i >= 0; i--)
                {
                    text[i] = Digits[(int)(value % (uint)Digits.Length)];
                    value /= (uint)Digits.Length;
                }
            }
        );
}
