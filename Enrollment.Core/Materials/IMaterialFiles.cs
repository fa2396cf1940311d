namespace Enrollment.Materials;

/// <summary>
/// The files of an application: images as uploaded, and papers as made. A name is 1–64 of a–z, 0–9, '-', '.'. A written
/// file is never changed; contents are sealed at rest.
/// </summary>
public interface IMaterialFiles
{
    /// <summary>Durable before it returns; writing the same name again replaces the file whole.</summary>
    Task WriteAsync(
        ApplicationId application,
        string name,
        ReadOnlyMemory<byte> content,
        CancellationToken cancellationToken
    );

    /// <summary>Null when there is no such file.</summary>
    Task<byte[]?> ReadAsync(ApplicationId application, string name, CancellationToken cancellationToken);

    /// <summary>Harmless when there is no such file.</summary>
    Task DeleteAsync(ApplicationId application, string name, CancellationToken cancellationToken);

    Task<IReadOnlyList<string>> ListAsync(ApplicationId application, CancellationToken cancellationToken);
}
