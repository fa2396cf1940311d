using Enrollment.Access;
using Enrollment.Api.Staff;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Enrollment.Api.Admin;

/// <summary>Who exported, erased or set what, and when (R16).</summary>
internal static class Journal
{
    public static void MapJournal(this IEndpointRouteBuilder admin) =>
        admin.MapGet("/journal", ListAsync).WithName("AdminJournal");

    /// <summary>Written before the act: what can't be recorded is not done.</summary>
    public static Task NoteAsync(
        this IJournal journal,
        StaffCommands staff,
        JournalAct act,
        string what,
        string? detail = null
    ) => journal.AppendAsync(new(staff.Clock.Now, staff.By, act, what, detail), staff.Aborted);

    private static async Task<Ok<JournalPage>> ListAsync(
        string? cursor,
        int? limit,
        IJournal journal,
        CancellationToken cancellationToken
    ) =>
        TypedResults.Ok(
            await journal.ListAsync(cursor is "" ? null : cursor, Math.Clamp(limit ?? 50, 1, 200), cancellationToken)
        );
}
