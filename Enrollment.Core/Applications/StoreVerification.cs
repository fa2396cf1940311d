using System.Security.Cryptography;
using Enrollment.Collections;
using Enrollment.Materials;

namespace Enrollment.Applications;

/// <summary>
/// Holds a store to its own record: every stored state equals the fold of its events, every image and paper has the hash
/// that was recorded for it. Erased people are known and expected to be unreadable.
/// </summary>
public sealed class StoreVerification(IApplicationStore store, IApplicationIndex index, IMaterialFiles files)
{
    public async Task<VerificationReport> RunAsync(
        IReadOnlySet<ApplicationId> erased,
        CancellationToken cancellationToken
    )
    {
        var (applications, events, read) = (0, 0, 0);
        var faults = new List<VerificationFault>();
        await foreach (var id in index.AllAsync(season: null, cancellationToken))
        {
            if (erased.Contains(id))
            {
                continue;
            }
            applications++;
            if (await store.FindAsync(id, cancellationToken) is not { } stored)
            {
                faults.Add(new(id, "its state can't be read"));
                continue;
            }

            var happened = await store.ReadEventsAsync(id, cancellationToken);
            events += happened.Count;
            if (happened.Count != stored.Version)
            {
                faults.Add(new(id, $"it is at version {stored.Version} with {happened.Count} events"));
            }
            if (Lifecycle.Fold(id, happened) != stored.Application)
            {
                faults.Add(new(id, "its state is not the fold of its events"));
            }
            foreach (var (name, sha256) in FilesOf(stored.Application))
            {
                read++;
                if (await FaultOfAsync(id, name, sha256, cancellationToken) is { } fault)
                {
                    faults.Add(new(id, fault));
                }
            }
        }
        return new(applications, events, read, erased.Count, [.. faults]);
    }

    private static IEnumerable<(string Name, string Sha256)> FilesOf(Application application) =>
        [
            .. application
                .Images.Where(image => image.Sha256 is not null)
                .Select(image => (MaterialFileNames.Of(image.Id), image.Sha256!)),
            .. application.Papers is { } papers
                ? papers.Made.Select(made => (MaterialFileNames.Of(made.Kind, papers.Version), made.Sha256))
                : [],
        ];

    private async Task<string?> FaultOfAsync(
        ApplicationId id,
        string name,
        string sha256,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await files.ReadAsync(id, name, cancellationToken) switch
            {
                null => $"{name} is missing",
                var bytes when Convert.ToHexStringLower(SHA256.HashData(bytes)) != sha256 =>
                    $"{name} is not what was uploaded",
                _ => null,
            };
        }
        catch (Exception fault) when (fault is CryptographicException or IOException)
        {
            return $"{name} can't be read: {fault.Message}";
        }
    }
}

/// <summary>What <see cref="StoreVerification"/> found; the counts say what was looked at.</summary>
public sealed record VerificationReport(
    int Applications,
    int Events,
    int Files,
    int Erased,
    ValueList<VerificationFault> Faults
);

public sealed record VerificationFault(ApplicationId Application, string What);
