using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Enrollment.Azure.Accounts;

namespace Enrollment.Azure.Materials;

/// <summary>A container of blobs that only this system reads; nothing in it has an address for anybody else.</summary>
internal sealed class BlobFolder(BlobContainerClient container)
{
    public Task CreateAsync(CancellationToken cancellationToken) =>
        Faults.TranslatingAsync(() =>
            container.CreateIfNotExistsAsync(PublicAccessType.None, cancellationToken: cancellationToken)
        );

    public Task WriteAsync(
        string name,
        ReadOnlyMemory<byte> content,
        IDictionary<string, string>? facts,
        CancellationToken cancellationToken
    ) =>
        Faults.TranslatingAsync(() =>
            container
                .GetBlobClient(name)
                .UploadAsync(new BinaryData(content), new BlobUploadOptions { Metadata = facts }, cancellationToken)
        );

    /// <returns>False when there is such a blob already; it is left as it is.</returns>
    public Task<bool> AddAsync(
        string name,
        ReadOnlyMemory<byte> content,
        IDictionary<string, string> facts,
        CancellationToken cancellationToken
    ) =>
        Faults.TranslatingAsync(async () =>
        {
            var options = new BlobUploadOptions
            {
                Metadata = facts,
                Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
            };
            try
            {
                await container.GetBlobClient(name).UploadAsync(new BinaryData(content), options, cancellationToken);
                return true;
            }
            catch (RequestFailedException e) when (e.Status is 409 or 412)
            {
                return false;
            }
        });

    public async Task<byte[]?> ReadAsync(string name, CancellationToken cancellationToken) =>
        (await FindAsync(name, cancellationToken))?.Content;

    /// <summary>Null when there is no such blob.</summary>
    public Task<FoundBlob?> FindAsync(string name, CancellationToken cancellationToken) =>
        Faults.TranslatingAsync<FoundBlob?>(async () =>
        {
            try
            {
                var found = await container.GetBlobClient(name).DownloadContentAsync(cancellationToken);
                return new FoundBlob(
                    found.Value.Content.ToArray(),
                    found.Value.Details.Metadata.AsReadOnly(),
                    found.Value.Details.ETag
                );
            }
            catch (RequestFailedException e) when (e.Status == 404)
            {
                return null;
            }
        });

    /// <summary>Harmless when there is no such blob, or another of the name by now.</summary>
    public Task DeleteAsync(string name, CancellationToken cancellationToken, ETag? ifMatch = null) =>
        Faults.TranslatingAsync(async () =>
        {
            try
            {
                var conditions = ifMatch is { } etag ? new BlobRequestConditions { IfMatch = etag } : null;
                await container
                    .GetBlobClient(name)
                    .DeleteIfExistsAsync(conditions: conditions, cancellationToken: cancellationToken);
            }
            catch (RequestFailedException e) when (e.Status == 412)
            {
                return false;
            }
            return true;
        });

    public Task<List<string>> ListAsync(string prefix, CancellationToken cancellationToken) =>
        Faults.TranslatingAsync(async () =>
            await container
                .GetBlobsAsync(BlobTraits.None, BlobStates.None, prefix, cancellationToken)
                .Select(blob => blob.Name)
                .ToListAsync(cancellationToken)
        );

    public Task DropAsync(CancellationToken cancellationToken) =>
        Faults.TranslatingAsync(() => container.DeleteIfExistsAsync(cancellationToken: cancellationToken));
}

internal sealed record FoundBlob(byte[] Content, IReadOnlyDictionary<string, string> Facts, ETag ETag);
