using System.Text;

namespace Enrollment.Server.PaymentSimulator;

/// <summary>A request to a simulated provider, or a notification from one.</summary>
internal sealed record SimulatedRequest(
    string Method,
    string PathAndQuery,
    IReadOnlyDictionary<string, string> Headers,
    byte[] Body,
    string ContentType = "application/json"
)
{
    public string Path => PathAndQuery.Split('?')[0];

    public string Text => Encoding.UTF8.GetString(Body);

    public string? Header(string name) => Headers.GetValueOrDefault(name);
}

/// <summary>What it answers.</summary>
internal sealed record SimulatedAnswer(int Status, byte[] Body, string ContentType)
{
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();
}

/// <summary>What is wrong with a notification.</summary>
internal enum NoticeFlaw
{
    None,

    /// <summary>Signed by somebody else, in the name of the provider's key.</summary>
    Forged,

    /// <summary>Changed after it was signed.</summary>
    Tampered,

    Unsigned,

    /// <summary>Genuine in form, of another amount.</summary>
    WrongAmount,

    WrongMerchant,

    /// <summary>Signed an hour ago (WeChat) or in the name of a key that nobody knows (Alipay).</summary>
    OutOfDate,
}

/// <summary>What is wrong with the answers.</summary>
internal enum AnswerFlaw
{
    None,

    BadSignature,

    /// <summary>The request arrives; the answer does not.</summary>
    LostAnswer,

    /// <summary>Nothing arrives.</summary>
    Unreachable,

    /// <summary>A fault of the provider's own.</summary>
    ServerError,
}
