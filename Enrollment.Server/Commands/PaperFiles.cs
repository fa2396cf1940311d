using Enrollment.Applications;
using Enrollment.Materials;

namespace Enrollment.Server.Commands;

/// <summary>Leaves an application's papers as files named by number and kind, for printing or looking at.</summary>
internal static class PaperFiles
{
    /// <returns>The names of the written files.</returns>
    public static async Task<IReadOnlyList<string>> WriteAsync(
        IMaterialFiles files,
        Application application,
        IssuedPapers papers,
        string folder,
        CancellationToken cancellationToken
    )
    {
        Directory.CreateDirectory(folder);
        var written = new List<string>();
        foreach (var made in papers.Made)
        {
            var bytes =
                await files.ReadAsync(
                    application.Id,
                    MaterialFileNames.Of(made.Kind, papers.Version),
                    cancellationToken
                ) ?? throw new FileNotFoundException($"The {WireName.Of(made.Kind)} of {application.Number} is gone.");
            var name = Path.Combine(folder, $"{application.Number}-{WireName.Of(made.Kind)}.pdf");
            await File.WriteAllBytesAsync(name, bytes, cancellationToken);
            written.Add(name);
        }
        return written;
    }
}
