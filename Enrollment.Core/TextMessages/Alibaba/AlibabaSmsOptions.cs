using System.ComponentModel.DataAnnotations;

namespace Enrollment.TextMessages.Alibaba;

/// <summary>Settings of section <c>TextMessages:Alibaba</c>.</summary>
public sealed class AlibabaSmsOptions
{
    public const string Section = "TextMessages:Alibaba";

    [Required(ErrorMessage = "TextMessages:Alibaba:AccessKeyId is not set.")]
    public string AccessKeyId { get; init; } = "";

    [Required(ErrorMessage = "TextMessages:Alibaba:AccessKeySecret is not set.")]
    public string AccessKeySecret { get; init; } = "";

    /// <summary>The registered signature (签名) under which the branch sends.</summary>
    [Required(ErrorMessage = "TextMessages:Alibaba:SignName is not set.")]
    public string SignName { get; init; } = "";

    /// <summary>
    /// The last part of the address to which delivery reports are pushed, 32 characters or more. The service does not sign
    /// them, so that the address is the secret. Without one no reports are taken, and acceptance counts as receipt (R2).
    /// </summary>
    [MinLength(32, ErrorMessage = "TextMessages:Alibaba:ReportKey has fewer than 32 characters.")]
    public string? ReportKey { get; init; }

    public Uri Endpoint { get; init; } = new("https://dysmsapi.aliyuncs.com/");
}
