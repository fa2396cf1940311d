using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Enrollment.Applications;

namespace Enrollment.Azure.Accounts;

/// <summary>The storage account's two services, entered by identity, or by a connection string (the emulator).</summary>
internal sealed class StorageAccount
{
    private StorageAccount(TableServiceClient tables, BlobServiceClient blobs) => (Tables, Blobs) = (tables, blobs);

    public TableServiceClient Tables { get; }

    public BlobServiceClient Blobs { get; }

    /// <exception cref="StoreUnavailableException">Neither an address nor a connection string.</exception>
    public static StorageAccount Open(AzureStoreOptions options)
    {
        var (tables, blobs) = (new TableClientOptions(), new BlobClientOptions());
        Add(options.Interference, tables, blobs);
        return options.Connection.StartsWith("https://", StringComparison.Ordinal)
            ? ByIdentity(options, tables, blobs)
            : ByConnectionString(options.Connection, tables, blobs);
    }

    private static StorageAccount ByIdentity(
        AzureStoreOptions options,
        TableClientOptions tables,
        BlobClientOptions blobs
    )
    {
        var address = new Uri(options.Connection);
        if (!address.Host.Contains(".blob.", StringComparison.Ordinal))
        {
            throw new StoreUnavailableException(
                StoreFault.Setting,
                "The storage account's address is that of its Blob service: https://NAME.blob.core.windows.net"
            );
        }
        var tableAddress = new UriBuilder(Uri.UriSchemeHttps, address.Host.Replace(".blob.", ".table.")).Uri;
        var credential = Identity.CredentialOf(options.IdentityClientId);
        return new(
            new TableServiceClient(tableAddress, credential, tables),
            new BlobServiceClient(address, credential, blobs)
        );
    }

    private static StorageAccount ByConnectionString(
        string connection,
        TableClientOptions tables,
        BlobClientOptions blobs
    )
    {
        try
        {
            return new(new TableServiceClient(connection, tables), new BlobServiceClient(connection, blobs));
        }
        catch (Exception e) when (e is FormatException or InvalidOperationException or ArgumentException)
        {
            throw new StoreUnavailableException(StoreFault.Setting, "That is no connection string of storage.", e);
        }
    }

    private static void Add(HttpPipelinePolicy? policy, params ReadOnlySpan<ClientOptions> all)
    {
        foreach (var options in all)
        {
            options.Retry.NetworkTimeout = TimeSpan.FromSeconds(30);
            if (policy is not null)
            {
                options.AddPolicy(policy, HttpPipelinePosition.PerRetry);
            }
        }
    }
}
