using Azure.Core;
using Azure.Identity;

namespace Enrollment.Azure.Accounts;

/// <summary>Who this process is to Azure's services (DESIGN §3: no keys, no connection strings).</summary>
public static class Identity
{
    /// <param name="clientId">Of a user-assigned managed identity; null for whichever the process has.</param>
    public static TokenCredential CredentialOf(string? clientId) =>
        clientId is null
            ? new DefaultAzureCredential()
            : new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(clientId));
}
