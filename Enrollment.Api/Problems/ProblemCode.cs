using System.Text.Json.Serialization;

namespace Enrollment.Api.Problems;

/// <summary>What the API itself refuses, before a rule of the trade is asked; those are <see cref="Applications.RefusalCode"/>.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ProblemCode>))]
public enum ProblemCode
{
    /// <summary>Not JSON, or nested too deeply.</summary>
    [JsonStringEnumMemberName("bad-json")]
    BadJson,

    /// <summary>A value that can't be: month 13, an unknown choice, a member that is missing or not known.</summary>
    [JsonStringEnumMemberName("bad-value")]
    BadValue,

    [JsonStringEnumMemberName("bad-request")]
    BadRequest,

    [JsonStringEnumMemberName("unsupported-media-type")]
    UnsupportedMediaType,

    [JsonStringEnumMemberName("body-too-large")]
    BodyTooLarge,

    [JsonStringEnumMemberName("not-found")]
    NotFound,

    [JsonStringEnumMemberName("unknown-slot")]
    UnknownSlot,

    [JsonStringEnumMemberName("method-not-allowed")]
    MethodNotAllowed,

    /// <summary>No session, or one that is over.</summary>
    [JsonStringEnumMemberName("not-signed-in")]
    NotSignedIn,

    /// <summary>Wrong code or password, or an account that may not: the caller is told the same.</summary>
    [JsonStringEnumMemberName("sign-in-failed")]
    SignInFailed,

    [JsonStringEnumMemberName("not-permitted")]
    NotPermitted,

    /// <summary>A change asked for by another site's page.</summary>
    [JsonStringEnumMemberName("cross-site")]
    CrossSite,

    /// <summary>A code was sent less than a minute ago (R1).</summary>
    [JsonStringEnumMemberName("code-too-soon")]
    CodeTooSoon,

    /// <summary>Ten codes today already (R1).</summary>
    [JsonStringEnumMemberName("code-too-many")]
    CodeTooMany,

    [JsonStringEnumMemberName("too-many-requests")]
    TooManyRequests,

    /// <summary>The first administrator exists, or the link is not the one that was printed.</summary>
    [JsonStringEnumMemberName("setup-closed")]
    SetupClosed,

    [JsonStringEnumMemberName("user-name-taken")]
    UserNameTaken,

    /// <summary>PUT form needs <c>If-Match</c>.</summary>
    [JsonStringEnumMemberName("if-match-missing")]
    IfMatchMissing,

    /// <summary>Somebody else has saved since it was read: If-Match names another version.</summary>
    [JsonStringEnumMemberName("changed-elsewhere")]
    ChangedElsewhere,

    /// <summary>The password in force is not the one that was typed.</summary>
    [JsonStringEnumMemberName("wrong-password")]
    WrongPassword,

    /// <summary>No sign-in by an identity provider is configured, or it gave no token that holds.</summary>
    [JsonStringEnumMemberName("provider-sign-in-failed")]
    ProviderSignInFailed,

    /// <summary>No season has been set up.</summary>
    [JsonStringEnumMemberName("no-season")]
    NoSeason,

    /// <summary>The branch is not set up for this way to pay (R13).</summary>
    [JsonStringEnumMemberName("payment-method-unavailable")]
    PaymentMethodUnavailable,

    /// <summary>The payment provider can't be reached, or gave no answer that can be believed.</summary>
    [JsonStringEnumMemberName("provider-unreachable")]
    ProviderUnreachable,

    [JsonStringEnumMemberName("store-unavailable")]
    StoreUnavailable,

    [JsonStringEnumMemberName("internal-error")]
    InternalError,
}
