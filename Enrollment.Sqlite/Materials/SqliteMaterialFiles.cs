using Enrollment.Materials;
using Enrollment.Sealing;
using Enrollment.Sqlite.Connections;
using Enrollment.Sqlite.Files;
using Enrollment.Sqlite.Keys;

namespace Enrollment.Sqlite.Materials;

/// <summary>Images and papers as sealed files at materials/{application}/{name}.</summary>
internal sealed class SqliteMaterialFiles(string folder, DataKeys keys) : IMaterialFiles
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
            await keys.FindAsync(application, cancellationToken)
            ?? throw new InvalidOperationException("There is no such application to write a file for.");
        var sealedContent = key.Seal(content.Span, SealedPlace.File(application, name));
        Faults.Translating(() =>
        {
            DurableFile.MakeFolder(FolderOf(application));
            DurableFile.Write(PathOf(application, name), sealedContent);
        });
    }

    public async Task<byte[]?> ReadAsync(ApplicationId application, string name, CancellationToken cancellationToken)
    {
        MaterialFileNames.Check(name);
        if (await keys.FindAsync(application, cancellationToken) is not { } key)
        {
            return null;
        }

        try
        {
            var sealedContent = await File.ReadAllBytesAsync(PathOf(application, name), cancellationToken);
            return key.Open(sealedContent, SealedPlace.File(application, name));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception e) when (Faults.AreOfTheStore(e))
        {
            throw Faults.Translate(e);
        }
    }

    public Task DeleteAsync(ApplicationId application, string name, CancellationToken cancellationToken)
    {
        MaterialFileNames.Check(name);
        Faults.Translating(() =>
        {
            if (Directory.Exists(FolderOf(application)))
            {
                File.Delete(PathOf(application, name));
                DurableFile.SyncFolder(FolderOf(application));
            }
        });
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<string>> ListAsync(ApplicationId application, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<string>>(
            Directory.Exists(FolderOf(application))
                ?
                [
                    .. Directory
                        .EnumerateFiles(FolderOf(application))
                        .Select(path => Path.GetFileName(path))
                        .Where(name => MaterialFileNames.IsName(name))
                        .Order(StringComparer.Ordinal),
                ]
                : []
        );

    /// <summary>Deletes every file of an application, for its erasure.</summary>
    public void DeleteAll(ApplicationId application) =>
        Faults.Translating(() =>
        {
            if (Directory.Exists(FolderOf(application)))
            {
                Directory.Delete(FolderOf(application), recursive: true);
                DurableFile.SyncFolder(folder);
            }
        });

    private string FolderOf(ApplicationId application) => Path.Combine(folder, application.Value);

    private string PathOf(ApplicationId application, string name) => Path.Combine(FolderOf(application), name);
}
