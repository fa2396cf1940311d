using System.Text.Json;
using System.Text.Json.Nodes;
using Enrollment.Access;
using Enrollment.Api.Archives;
using Enrollment.Api.Problems;
using Enrollment.Api.Staff;
using Enrollment.Applications;
using Enrollment.Collections;
using Enrollment.People;
using Enrollment.Retention;
using Enrollment.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Enrollment.Api.Admin;

/// <summary>One person's record: the timeline, all that is kept of them, and its erasure (R16).</summary>
internal static class PersonalData
{
    private static readonly Words StillOwed = new(
        "还有原件没有退还，或款项没有结清，暂时不能删除。",
        "An original is still held, or money is under way: it can't be deleted yet."
    );

    public static void MapPersonalData(this IEndpointRouteBuilder admin)
    {
        var one = admin.MapGroup("/applications/{id}");
        one.MapGet("/timeline", TimelineAsync).WithName("AdminTimeline");
        one.MapGet("/personal-data", ExportAsync).WithName("AdminPersonalData");
        one.MapGet("/personal-data.zip", ArchiveAsync).WithName("AdminPersonalArchive");
        one.MapPost("/erasure", EraseAsync).WithName("AdminErase");
    }

    private static async Task<Results<Ok<ValueList<RecordEntry>>, NotFound>> TimelineAsync(
        ApplicationId id,
        HttpContext http,
        IApplicationStore store,
        CancellationToken cancellationToken
    ) =>
        await store.ReadEventsAsync(id, cancellationToken) is { Count: > 0 } events
            ? TypedResults.Ok(events.Select(one => RecordEntry.Of(one, http.Language())).ToValueList())
            : TypedResults.NotFound();

    /// <summary>State and events as they are stored, for the person whom they are about.</summary>
    private static Task<Results<FileContentHttpResult, NotFound>> ExportAsync(
        ApplicationId id,
        IApplicationStore store,
        IJournal journal,
        [AsParameters] StaffCommands staff
    ) =>
        HandOutAsync(
            id,
            store,
            journal,
            staff,
            "json",
            async application =>
                PersonalRecord.ToJson(application, await store.ReadEventsAsync(application.Id, staff.Aborted))
        );

    /// <summary>The same and more, as a ZIP that the person can read.</summary>
    private static Task<Results<FileContentHttpResult, NotFound>> ArchiveAsync(
        ApplicationId id,
        IApplicationStore store,
        PersonalArchive archive,
        IJournal journal,
        [AsParameters] StaffCommands staff
    ) =>
        HandOutAsync(
            id,
            store,
            journal,
            staff,
            "zip",
            application => archive.ForTheBranchAsync(application, staff.Aborted)
        );

    /// <summary>Whoever hands out a person's data stands in the journal before it is made.</summary>
    private static async Task<Results<FileContentHttpResult, NotFound>> HandOutAsync(
        ApplicationId id,
        IApplicationStore store,
        IJournal journal,
        StaffCommands staff,
        string format,
        Func<Application, Task<byte[]>> make
    )
    {
        if (await store.FindAsync(id, staff.Aborted) is not { Application: var application })
        {
            return TypedResults.NotFound();
        }
        await journal.NoteAsync(staff, JournalAct.Exported, "personal-data", application.Number);
        return TypedResults.File(await make(application), $"application/{format}", $"{application.Number}.{format}");
    }

    /// <summary>Only what has ended is erased: an application that still runs is closed first.</summary>
    private static async Task<Results<NoContent, NotFound, ProblemHttpResult>> EraseAsync(
        ApplicationId id,
        ReasonRequest body,
        IApplicationStore store,
        PersonalErasure erasure,
        [AsParameters] StaffCommands staff
    )
    {
        if (await store.FindAsync(id, staff.Aborted) is not { Application: var application })
        {
            return TypedResults.NotFound();
        }
        if (string.IsNullOrWhiteSpace(body.Reason))
        {
            return Problem.Of(new Refusal(RefusalCode.ReasonMissing), staff.Language);
        }
        switch (RetentionRule.KeptRegardlessOfTime(application))
        {
            case null:
                await erasure.EraseAsync(application, staff.By, body.Reason, staff.Aborted);
                return TypedResults.NoContent();
            case Keeping.NotEnded:
                return Problem.Of(new Refusal(RefusalCode.NotInThisStage), staff.Language);
            default:
                return Problem.BadValue("reason", StillOwed.In(staff.Language), staff.Language);
        }
    }
}

/// <summary>An event in words, with who and when; the event itself, as it is stored, for those who want to know it exactly.</summary>
public sealed record RecordEntry(DateTimeOffset At, Actor By, string Words, JsonNode? Event)
{
    internal static RecordEntry Of(Happened happened, Language language) =>
        new(happened.At, happened.By, EventWords.Of(happened, language), Stored(happened.Event));

    private static JsonNode? Stored(Event what) => JsonSerializer.SerializeToNode(what, StoredJson.Options);
}
