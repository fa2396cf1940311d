namespace Enrollment.Materials;

/// <summary>An application's images for looking at: the originals, and their copies, each made once and kept beside.</summary>
public sealed class DisplayCopies(IMaterialFiles files)
{
    /// <param name="size">As the wire names it; null for the original, as it was uploaded.</param>
    /// <returns>A JPEG; null where there is none, the size is unknown, or the original can't be decoded.</returns>
    public async Task<byte[]?> ReadAsync(
        ApplicationId application,
        ImageId image,
        string? size,
        CancellationToken cancellationToken
    )
    {
        if (size is null)
        {
            return await files.ReadAsync(application, MaterialFileNames.Of(image), cancellationToken);
        }
        return WireName.TryParse<CopySize>(size, out var known)
            ? await ReadAsync(application, image, known, cancellationToken)
            : null;
    }

    private async Task<byte[]?> ReadAsync(
        ApplicationId application,
        ImageId image,
        CopySize size,
        CancellationToken cancellationToken
    )
    {
        var name = MaterialFileNames.Of(image, size);
        if (await files.ReadAsync(application, name, cancellationToken) is { } kept)
        {
            return kept;
        }
        if (
            await files.ReadAsync(application, MaterialFileNames.Of(image), cancellationToken) is not { } original
            || DisplayCopy.Make(original, size) is not { } copy
        )
        {
            return null;
        }
        await files.WriteAsync(application, name, copy, cancellationToken);
        return copy;
    }

    /// <summary>The original and every copy.</summary>
    public async Task DeleteAsync(ApplicationId application, ImageId image, CancellationToken cancellationToken)
    {
        await files.DeleteAsync(application, MaterialFileNames.Of(image), cancellationToken);
        foreach (var size in Enum.GetValues<CopySize>())
        {
            await files.DeleteAsync(application, MaterialFileNames.Of(image, size), cancellationToken);
        }
    }
}
