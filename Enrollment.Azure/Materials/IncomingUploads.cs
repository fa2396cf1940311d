using System.Globalization;
using System.Security.Cryptography;
using Azure;
using Enrollment.Azure.Accounts;
using Enrollment.Azure.Applications;
using Enrollment.Materials;
using Enrollment.Sealing;
using Enrollment.Seasons;

namespace Enrollment.Azure.Materials;

/// <summary>An upload's bytes as they came, and when: the instant outlives whoever wrote them (R2).</summary>
public sealed record IncomingUpload(byte[] Bytes, DateTimeOffset ReceivedAt, ETag ETag)
{
    /// <summary>As the record has it: lower-case hexadecimal.</summary>
    public string Sha256 => Convert.ToHexStringLower(SHA256.HashData(Bytes));
}

/// <summary>
/// Uploads that have no verdict yet, as sealed blobs <c>incoming/{application}/{image}</c> (DESIGN §3). The first bytes
/// of an image stay.
/// </summary>
public sealed class IncomingUploads
{
    private const string ReceivedAt = "receivedat";

    private readonly BlobFolder _folder;
    private readonly Tables _tables;
    private readonly KeyRing _ring;

    internal IncomingUploads(BlobFolder folder, Tables tables, KeyRing ring) =>
        (_folder, _tables, _ring) = (folder, tables, ring);

    /// <summary>Durable before it returns. What was there before stays, with its own instant.</summary>
    /// <exception cref="InvalidOperationException">There is no such application, or it was erased.</exception>
    public async Task AddAsync(
        ApplicationId application,
        ImageId image,
        ReadOnlyMemory<byte> bytes,
        DateTimeOffset receivedAt,
        CancellationToken cancellationToken
    )
    {
        var key =
            await DataKeys.FindAsync(_tables, _ring, application, cancellationToken)
            ?? throw new InvalidOperationException("There is no such application to take an upload for.");
        var facts = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [ReceivedAt] = receivedAt.UtcTicks.ToString(CultureInfo.InvariantCulture),
        };
        var sealedBytes = key.Seal(bytes.Span, PlaceOf(application, image));
        await _folder.AddAsync(NameOf(application, image), sealedBytes, facts, cancellationToken);
    }

    /// <summary>Null when there is none, or its application was erased.</summary>
    public async Task<IncomingUpload?> FindAsync(
        ApplicationId application,
        ImageId image,
        CancellationToken cancellationToken
    )
    {
        if (
            await DataKeys.FindAsync(_tables, _ring, application, cancellationToken) is not { } key
            || await _folder.FindAsync(NameOf(application, image), cancellationToken) is not { } blob
        )
        {
            return null;
        }
        var bytes = Faults.Translating(() => key.Open(blob.Content, PlaceOf(application, image)));
        var ticks = long.Parse(blob.Facts[ReceivedAt], CultureInfo.InvariantCulture);
        return new(bytes, new DateTimeOffset(ticks, TimeSpan.Zero).ToOffset(ChinaTime.Offset), blob.ETag);
    }

    /// <summary>Takes it away, unless another is there by now.</summary>
    public Task RemoveAsync(
        ApplicationId application,
        ImageId image,
        IncomingUpload upload,
        CancellationToken cancellationToken
    ) => _folder.DeleteAsync(NameOf(application, image), cancellationToken, upload.ETag);

    /// <summary>Everything that is still here, for whoever looks for what was missed.</summary>
    public async Task<IReadOnlyList<(ApplicationId Application, ImageId Image)>> ListAsync(
        CancellationToken cancellationToken
    ) =>
        [
            .. (await _folder.ListAsync("", cancellationToken))
                .Select(TryParse)
                .OfType<(ApplicationId Application, ImageId Image)>(),
        ];

    /// <summary>Whose upload a blob's name says it is; null for a name that is none of ours.</summary>
    public static (ApplicationId Application, ImageId Image)? TryParse(string name) =>
        name.Split('/') is [var first, var second]
        && ApplicationId.TryParse(first, null, out var application)
        && ImageId.TryParse(second, null, out var image)
            ? (application, image)
            : null;

    private static string NameOf(ApplicationId application, ImageId image) => $"{application}/{image}";

    private static SealedPlace PlaceOf(ApplicationId application, ImageId image) =>
        SealedPlace.File(application, $"incoming-{image}");
}
