using System.Text;
using System.Text.Json;

namespace Enrollment.Payments.Alipay;

/// <summary>
/// What Alipay signs (RSA2). A request: its parameters without <c>sign</c>, sorted by name, joined as name=value with
/// ampersands, empty ones left out. A notification: likewise, without <c>sign_type</c> too. An answer: the raw text of its
/// <c>…_response</c> (opendocs.alipay.com/common/02khjm, …/02mse7).
/// </summary>
internal static class AlipaySignature
{
    public static string MessageOf(IEnumerable<KeyValuePair<string, string>> parameters) =>
        string.Join(
            '&',
            parameters
                .Where(one => one.Key.Length > 0 && one.Value.Length > 0)
                .OrderBy(one => one.Key, StringComparer.Ordinal)
                .Select(one => $"{one.Key}={one.Value}")
        );

    public static string MessageOfRequest(IEnumerable<KeyValuePair<string, string>> parameters) =>
        MessageOf(parameters.Where(one => one.Key != "sign"));

    public static string MessageOfNotice(IEnumerable<KeyValuePair<string, string>> parameters) =>
        MessageOf(parameters.Where(one => one.Key is not ("sign" or "sign_type")));

    /// <summary>The bytes of a member of the outermost object exactly as they came, or null when there is none.</summary>
    /// <exception cref="JsonException">The answer is no JSON.</exception>
    public static ReadOnlyMemory<byte>? RawMember(ReadOnlyMemory<byte> json, string name)
    {
        var reader = new Utf8JsonReader(json.Span);
        var wanted = Encoding.UTF8.GetBytes(name);
        ReadOnlyMemory<byte>? found = null;
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.PropertyName || reader.CurrentDepth != 1)
            {
                continue;
            }
            var isWanted = reader.ValueTextEquals(wanted);
            reader.Read();
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            if (isWanted)
            {
                // Said twice, an answer could show one thing and have another signed.
                found = found is null
                    ? json[start..(int)reader.BytesConsumed]
                    : throw new JsonException("A member is there twice.");
            }
        }
        return found;
    }
}
