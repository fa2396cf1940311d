using System.Security.Cryptography;
using Enrollment.Applications;
using Enrollment.Collections;
using Enrollment.Materials;
using Enrollment.People;
using Enrollment.Seasons;

namespace Enrollment.Documents;

/// <summary>Makes an approved application's papers, keeps them as files and records them (R11).</summary>
public sealed class PaperMaker(IMaterialFiles files, CommandHandler commands, SealKeys keys, ServerClock clock)
{
    /// <summary>What approval makes; the receipt of originals is made at the desk, each time anew.</summary>
    public static ValueList<DocumentKind> MadeOnApproval { get; } =
    [DocumentKind.RegistrationForm, DocumentKind.IntroductionLetter, DocumentKind.OnSiteList];

    /// <summary>Writes the papers of one version; another version than the one awaited is left alone.</summary>
    public async Task MakeAsync(
        Season season,
        Application application,
        int version,
        CancellationToken cancellationToken
    )
    {
        if (application.Papers is not { Made.Count: 0 } awaited || awaited.Version != version)
        {
            return;
        }

        var source = await SourceAsync(season, application, cancellationToken);
        var made = new List<MadePaper>();
        foreach (var kind in MadeOnApproval)
        {
            var document = Papers.Make(kind, source, version, ChinaTime.DateOf(clock.Now), keys.Current);
            await files.WriteAsync(
                application.Id,
                MaterialFileNames.Of(kind, version),
                document.Bytes,
                cancellationToken
            );
            made.Add(new(kind, Convert.ToHexStringLower(SHA256.HashData(document.Bytes)), document.Digest));
        }
        await commands.RecordAsync(application.Id, new Command.RecordPapers(version, [.. made]), cancellationToken);
    }

    /// <summary>原件收存凭证 for what is held now (R12).</summary>
    public async Task<byte[]> ReceiptAsync(Season season, Application application, CancellationToken cancellationToken)
    {
        var source = await SourceAsync(season, application, cancellationToken);
        return Papers
            .Make(
                DocumentKind.OriginalsReceipt,
                source,
                application.Papers?.Version ?? 1,
                ChinaTime.DateOf(clock.Now),
                keys.Current
            )
            .Bytes;
    }

    /// <summary>What an application's papers are made from: its form, its photo and the ledger of kept originals.</summary>
    public async Task<PaperSource> SourceAsync(
        Season season,
        Application application,
        CancellationToken cancellationToken
    )
    {
        var photo = application.ImagesIn(Slot.IdPhoto).FirstOrDefault(image => image.ReceivedAt is not null);
        return new PaperSource
        {
            Season = season,
            Application = application.Id,
            Number = application.Number,
            Form = application.Form,
            Phone = application.OpenedAccount.Phone,
            Photo = photo is null
                ? []
                : await files.ReadAsync(application.Id, MaterialFileNames.Of(photo.Id), cancellationToken) ?? [],
            Uploaded = UploadedOriginals.Of(application),
            KeptOriginals =
            [
                .. application
                    .Originals.Where(row => row.IsHeld)
                    .Select(row =>
                        PaperContents.Kept(
                            row.Item,
                            row.Copies ?? 1,
                            row.By is Actor.Staff staff ? staff.Name : "",
                            row.At
                        )
                    ),
            ],
        };
    }
}
