using System.ComponentModel.DataAnnotations;

namespace Enrollment.Functions;

/// <summary>Settings of section <c>Store</c> (infra/bicep sets them; the two keys come from the vault).</summary>
public sealed class StoreSettings
{
    public const string Section = "Store";

    /// <summary>The storage account's Blob address, or a connection string of its emulator.</summary>
    [Required(ErrorMessage = "Store:Connection must name the storage account.")]
    public string Connection { get; init; } = "";

    /// <summary>The client id of a user-assigned managed identity; null for whichever the process has.</summary>
    public string? IdentityClientId { get; init; }

    /// <summary>The text of a key ring.</summary>
    [Required(ErrorMessage = "Store:Keys must be the text of a key ring (master.key).")]
    public string Keys { get; init; } = "";

    /// <summary>The keys that sign prints, a line each.</summary>
    [Required(ErrorMessage = "Store:Seals must be the keys that sign prints (seal.key).")]
    public string Seals { get; init; } = "";
}
