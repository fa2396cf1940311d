using Azure.Core.Pipeline;
using Enrollment.Applications;
using Enrollment.Sealing;

namespace Enrollment.Azure;

/// <summary>Where the store is, and by which keys it is read.</summary>
public sealed class AzureStoreOptions
{
    /// <summary>
    /// The storage account: its Blob address (<c>https://NAME.blob.core.windows.net</c>), entered as who the process is in
    /// Microsoft Entra ID; or a connection string, for the emulator.
    /// </summary>
    public required string Connection { get; init; }

    /// <summary>The keys; a Key Vault secret in service.</summary>
    public required KeyRing Keys { get; init; }

    /// <summary>Begins the names of tables and containers, so that several stores fit into one account: a–z and digits.</summary>
    public string Prefix { get; init; } = "enrollment";

    /// <summary>The client id of a user-assigned managed identity; null for whichever the process has.</summary>
    public string? IdentityClientId { get; init; }

    /// <summary>
    /// How old something half-done has to be before it counts as broken off: longer than a commit takes with all its
    /// retries.
    /// </summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Stands in the way of every request to the account; for proofs of what a crash leaves.</summary>
    public HttpPipelinePolicy? Interference { get; init; }

    /// <exception cref="StoreUnavailableException">A setting makes no sense.</exception>
    public void Validate()
    {
        if (string.IsNullOrWhiteSpace(Connection))
        {
            throw new StoreUnavailableException(
                StoreFault.Setting,
                "The storage account is not named: --connection takes its Blob address or a connection string."
            );
        }
        if (
            Prefix.Length is < 3 or > 40
            || !char.IsAsciiLetterLower(Prefix[0])
            || !Prefix.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c))
        )
        {
            throw new StoreUnavailableException(
                StoreFault.Setting,
                "The prefix of tables and containers has 3 to 40 of a–z and 0–9, and begins with a letter."
            );
        }
    }
}
