using System.IO.Compression;
using System.Text;
using Enrollment.Access;
using Enrollment.Api.Candidates;
using Enrollment.Applications;
using Enrollment.Collections;
using Enrollment.Materials;
using Enrollment.Payments;
using Enrollment.Seasons;
using Enrollment.Serialization;
using Enrollment.TextMessages;

namespace Enrollment.Api.Archives;

/// <summary>
/// All that is kept of one person, as a ZIP that a person can read (R16; Personal Information Protection Law art. 45): the
/// form, what happened, the texts, the images as uploaded, the papers, and who exported their data.
/// </summary>
public sealed class PersonalArchive(
    IApplicationStore store,
    IMaterialFiles files,
    ITextMessageLog texts,
    IJournal journal
)
{
    /// <summary>For the person: without what the office does among itself, and without names of staff.</summary>
    public Task<byte[]> ForThePersonAsync(Application application, CancellationToken cancellationToken) =>
        WriteAsync(application, isForThePerson: true, cancellationToken);

    /// <summary>For the administrator who answers a person's request: the record as it is stored as well.</summary>
    public Task<byte[]> ForTheBranchAsync(Application application, CancellationToken cancellationToken) =>
        WriteAsync(application, isForThePerson: false, cancellationToken);

    private async Task<byte[]> WriteAsync(
        Application application,
        bool isForThePerson,
        CancellationToken cancellationToken
    )
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            var events = await store.ReadEventsAsync(application.Id, cancellationToken);
            Add(
                zip,
                "报名信息.json",
                StoredJson.Write(
                    new OwnData(
                        application.Number,
                        application.OpenedAccount,
                        application.Form,
                        application.Consents,
                        application.Payments
                    )
                )
            );
            AddLines(
                zip,
                "办理记录.txt",
                events
                    .Where(one => !isForThePerson || !ApplicationEndpoints.IsInternal(one.Event))
                    .Select(one => TimelineEntry.Of(one, Language.Chinese))
                    .Select(entry => $"{Local(entry.At)}  {entry.By}  {entry.Words}")
            );
            AddLines(zip, "短信.txt", await TextsAsync(application.Id, cancellationToken));
            AddLines(zip, "导出记录.txt", await ExportsAsync(application.Number, isForThePerson, cancellationToken));
            if (!isForThePerson)
            {
                Add(zip, "完整记录.json", PersonalRecord.ToJson(application, events));
            }
            await AddFilesAsync(zip, application, cancellationToken);
        }
        return stream.ToArray();
    }

    private async Task AddFilesAsync(ZipArchive zip, Application application, CancellationToken cancellationToken)
    {
        var number = 0;
        foreach (var image in application.Images.Where(image => image.ReceivedAt is not null))
        {
            if (await files.ReadAsync(application.Id, MaterialFileNames.Of(image.Id), cancellationToken) is { } bytes)
            {
                var name = $"{Slots.NameOf(image.Slot, Language.Chinese)}-{Slots.NameOf(image.Page, Language.Chinese)}";
                Add(zip, $"图片/{++number:00}-{FileNameOf(name)}.jpg", bytes);
            }
        }
        foreach (var made in application.Papers?.Made ?? [])
        {
            var name = MaterialFileNames.Of(made.Kind, application.Papers!.Version);
            if (await files.ReadAsync(application.Id, name, cancellationToken) is { } bytes)
            {
                Add(zip, $"打印材料/{WireName.Of(made.Kind)}.pdf", bytes);
            }
        }
    }

    private async Task<List<string>> TextsAsync(ApplicationId id, CancellationToken cancellationToken)
    {
        var lines = new List<string>();
        string? cursor = null;
        do
        {
            var page = await texts.ListAsync(
                new()
                {
                    Application = id,
                    Cursor = cursor,
                    Limit = 200,
                },
                cancellationToken
            );
            lines.AddRange(
                page.Items.Select(text =>
                    $"{Local(text.QueuedAt)}  {text.Phone}  {WireName.Of(text.State)}  {text.Words}"
                )
            );
            cursor = page.NextCursor;
        } while (cursor is not null);
        return lines;
    }

    /// <summary>Exports of this person's data alone; those of many stand in the branch's journal.</summary>
    private async Task<List<string>> ExportsAsync(
        string number,
        bool isForThePerson,
        CancellationToken cancellationToken
    )
    {
        var lines = new List<string>();
        string? cursor = null;
        do
        {
            var page = await journal.ListAsync(cursor, 200, cancellationToken);
            lines.AddRange(
                page.Items.Where(entry => entry.Act == JournalAct.Exported && entry.Detail == number)
                    .Select(entry =>
                        $"{Local(entry.At)}  {(isForThePerson ? "工作人员" : entry.By?.Name)}  {entry.What}"
                    )
            );
            cursor = page.NextCursor;
        } while (cursor is not null);
        return lines;
    }

    private static void AddLines(ZipArchive zip, string name, IEnumerable<string> lines) =>
        Add(zip, name, Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\r\n"))));

    private static void Add(ZipArchive zip, string name, byte[] content)
    {
        using var entry = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
        entry.Write(content);
    }

    private static string Local(DateTimeOffset at) => $"{at.ToOffset(ChinaTime.Offset):yyyy-MM-dd HH:mm:ss}";

    private static string FileNameOf(string name) =>
        string.Concat(name.Select(mark => mark is '/' or '\\' or ':' ? '、' : mark));

    private sealed record OwnData(
        string Number,
        Account Account,
        Form Form,
        ValueList<Consent> Consents,
        ValueList<Payment> Payments
    );
}
