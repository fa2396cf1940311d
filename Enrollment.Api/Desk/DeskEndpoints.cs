using Enrollment.Api.Access;
using Enrollment.Api.Problems;
using Enrollment.Api.Review;
using Enrollment.Api.Staff;
using Enrollment.Applications;
using Enrollment.Collections;
using Enrollment.Seasons;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Enrollment.Api.Desk;

/// <summary>The desk's endpoints (现场, R12, R13).</summary>
public static class DeskEndpoints
{
    public static void MapDesk(this IEndpointRouteBuilder api)
    {
        var money = api.MapGroup("/desk").RequireAuthorization(Policies.Money).WithTags("desk").RefuseBadCursors();
        money.MapReconciliation();
        money.MapStatementChecks();

        var desk = api.MapGroup("/desk").RequireAuthorization(Policies.Desk).WithTags("desk").RefuseBadCursors();
        desk.MapScans();
        desk.MapHeldOriginals();
        desk.MapPaymentLists();
        desk.MapGet("/applications", SearchAsync).WithName("DeskSearch");

        var one = desk.MapGroup("/applications/{id}");
        one.MapGet("", GetAsync).WithName("DeskApplication");
        one.MapOriginals();
        one.MapPayments();
        one.MapDeskPapers();
    }

    /// <summary>Finds a candidate by phone, identity number, application number or part of a name.</summary>
    private static async Task<Results<Ok<DeskList>, ProblemHttpResult>> SearchAsync(
        string? query,
        string? stage,
        string? cursor,
        HttpContext http,
        ISeasonStore seasons,
        IApplicationIndex index,
        ServerClock clock,
        CancellationToken cancellationToken
    )
    {
        var language = http.Language();
        if (await seasons.CurrentAsync(cancellationToken) is not { } season)
        {
            return Problem.Of(ProblemCode.NoSeason, language);
        }
        if (!StageList.TryParse(stage, out var stages))
        {
            return Problem.BadValue("stage", StageList.Unknown.In(language), language);
        }
        var page = await index.ListAsync(
            new()
            {
                Season = season.Id,
                Stages = stages,
                Text = query,
                Cursor = cursor,
            },
            cancellationToken
        );
        return TypedResults.Ok(
            new DeskList(
                [.. page.Items.Select(item => QueueItem.Of(season, item, clock.Now, language))],
                page.NextCursor
            )
        );
    }

    private static async Task<Results<Ok<DeskApplication>, NotFound>> GetAsync(
        ApplicationId id,
        HttpContext http,
        IApplicationStore store,
        ISeasonStore seasons,
        ServerClock clock,
        CancellationToken cancellationToken
    )
    {
        if (await store.FindAsync(id, cancellationToken) is not { Application: var application })
        {
            return TypedResults.NotFound();
        }
        var season = await seasons.OfAsync(application, cancellationToken);
        return TypedResults.Ok(DeskApplication.Of(season, application, clock.Now, http.Language()));
    }

    internal static DeskApplication Show(Season season, Application application, StaffCommands staff) =>
        DeskApplication.Of(season, application, staff.Clock.Now, staff.Language);
}

public sealed record DeskList(ValueList<QueueItem> Items, string? NextCursor);
