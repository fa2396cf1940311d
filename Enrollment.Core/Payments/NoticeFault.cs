using System.Text.Json.Serialization;

namespace Enrollment.Payments;

/// <summary>Why a notification was refused (R13). Each is recorded; none changes anything.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<NoticeFault>))]
public enum NoticeFault
{
    /// <summary>验签不通过, or no signature.</summary>
    [JsonStringEnumMemberName("bad-signature")]
    BadSignature,

    /// <summary>Signed with a key that is not among the provider's.</summary>
    [JsonStringEnumMemberName("unknown-key")]
    UnknownKey,

    /// <summary>Its time is too far from ours: a repeat of an old one, or a clock that is wrong.</summary>
    [JsonStringEnumMemberName("stale")]
    Stale,

    /// <summary>Signed, but it can't be decrypted or read.</summary>
    [JsonStringEnumMemberName("unreadable")]
    Unreadable,

    /// <summary>For another merchant, application or seller.</summary>
    [JsonStringEnumMemberName("wrong-merchant")]
    WrongMerchant,

    /// <summary>An order that this system did not make.</summary>
    [JsonStringEnumMemberName("unknown-order")]
    UnknownOrder,

    /// <summary>Another amount than the order's: the provider is asked instead.</summary>
    [JsonStringEnumMemberName("wrong-amount")]
    WrongAmount,

    /// <summary>The provider's order and the ledger's differ in the way to pay.</summary>
    [JsonStringEnumMemberName("wrong-method")]
    WrongMethod,
}
