using System.Text.Json;
using System.Text.Json.Nodes;
using Enrollment.Access;
using Enrollment.Api.Problems;
using Enrollment.Api.Staff;
using Enrollment.Applications;
using Enrollment.Collections;
using Enrollment.People;
using Enrollment.Sealing;
using Enrollment.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Enrollment.Api.Admin;

/// <summary>One person's record: the timeline, all that is kept of them, and its erasure (R16).</summary>
internal static class PersonalData
{
    public static void MapPersonalData(this IEndpointRouteBuilder admin)
    {
        var one = admin.MapGroup("/applications/{id}");
        one.MapGet("/timeline", TimelineAsync).WithName("AdminTimeline");
        one.MapGet("/personal-data", ExportAsync).WithName("AdminPersonalData");
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
    private static async Task<Results<FileContentHttpResult, NotFound>> ExportAsync(
        ApplicationId id,
        IApplicationStore store,
        IJournal journal,
        [AsParameters] StaffCommands staff
    )
    {
        if (await store.FindAsync(id, staff.Aborted) is not { Application: var application })
        {
            return TypedResults.NotFound();
        }
        await journal.NoteAsync(staff, JournalAct.Exported, "personal-data", application.Number);
        var events = await store.ReadEventsAsync(id, staff.Aborted);
        return TypedResults.File(
            StoredJson.Write(new PersonalRecord(application, [.. events])),
            "application/json",
            $"{application.Number}.json"
        );
    }

    /// <summary>Only what has ended is erased: an application that still runs is closed first.</summary>
    private static async Task<Results<NoContent, NotFound, ProblemHttpResult>> EraseAsync(
        ApplicationId id,
        ReasonRequest body,
        IApplicationStore store,
        IErasure erasure,
        IJournal journal,
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
        if (application.Stage is not (Stage.Paid or Stage.Abandoned or Stage.Rejected or Stage.Withdrawn))
        {
            return Problem.Of(new Refusal(RefusalCode.NotInThisStage), staff.Language);
        }
        await journal.NoteAsync(staff, JournalAct.Erased, application.Number, body.Reason);
        await erasure.EraseAsync(id, staff.Clock.Now, staff.Aborted);
        return TypedResults.NoContent();
    }

    private sealed record PersonalRecord(Application Application, ValueList<Happened> Events);
}

/// <summary>An event in words, with who and when; the event itself, as it is stored, for those who want to know it exactly.</summary>
public sealed record RecordEntry(DateTimeOffset At, Actor By, string Words, JsonNode? Event)
{
    internal static RecordEntry Of(Happened happened, Language language) =>
        new(happened.At, happened.By, EventWords.Of(happened, language), Stored(happened.Event));

    private static JsonNode? Stored(Event what) => JsonSerializer.SerializeToNode(what, StoredJson.Options);
}
