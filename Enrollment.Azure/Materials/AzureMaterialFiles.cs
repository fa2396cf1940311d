using Enrollment.Azure.Accounts;
using Enrollment.Azure.Applications;
using Enrollment.Materials;
using Enrollment.Sealing;

namespace Enrollment.Azure.Materials;

/// <summary>Images and papers as sealed blobs {application}/{name}.</summary>
internal sealed class AzureMaterialFiles(BlobFolder folder, BlobFolder incoming, Tables tables, KeyRing ring)
    : IMaterialFiles
{
    /// <exception cref="InvalidOperationException">There is no such application, or it was erased.</exception>
    public async Task WriteAsync(
        ApplicationId application,
        string name,
        ReadOnlyMemory<byte> content,
        CancellationToken cancellationToken
    )
    {
        MaterialFileNames.Check(name);
        var key =
            await DataKeys.FindAsync(tables, ring, application, cancellationToken)
            ?? throw new InvalidOperationException("There is no such application to write a file for.");
        var sealedContent = key.Seal(content.Span, SealedPlace.File(application, name));
        await folder.WriteAsync($"{application}/{name}", sealedContent, null, cancellationToken);
    }

    public async Task<byte[]?> ReadAsync(ApplicationId application, string name, CancellationToken cancellationToken)
    {
        MaterialFileNames.Check(name);
        return
            await DataKeys.FindAsync(tables, ring, application, cancellationToken) is { } key
            && await folder.ReadAsync($"{application}/{name}", cancellationToken) is { } sealedContent
            ? Faults.Translating(() => key.Open(sealedContent, SealedPlace.File(application, name)))
            : null;
    }

    public Task DeleteAsync(ApplicationId application, string name, CancellationToken cancellationToken)
    {
        MaterialFileNames.Check(name);
        return folder.DeleteAsync($"{application}/{name}", cancellationToken);
    }

    public async Task<IReadOnlyList<string>> ListAsync(
        ApplicationId application,
        CancellationToken cancellationToken
    ) =>
        [
            .. (await folder.ListAsync($"{application}/", cancellationToken))
                .Select(name => name[(application.Value.Length + 1)..])
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>Deletes every file of an application, for its erasure.</summary>
    public async Task DeleteAllAsync(ApplicationId application, CancellationToken cancellationToken)
    {
        foreach (var some in new[] { folder, incoming })
        {
            foreach (var name in await some.ListAsync($"{application}/", cancellationToken))
            {
                await some.DeleteAsync(name, cancellationToken);
            }
        }
    }
}
