using Enrollment.Api.Access;
using Enrollment.Api.Problems;
using Enrollment.Applications;
using Enrollment.People;
using Enrollment.Seasons;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Enrollment.Api.Staff;

/// <summary>Carries a staff member's command out, and answers with what that person then sees.</summary>
internal sealed record StaffCommands(
    Caller Caller,
    HttpContext Http,
    CommandHandler Commands,
    ISeasonStore Seasons,
    ServerClock Clock
)
{
    public Actor.Staff By => Caller.Staff;

    public Language Language => Http.Language();

    public CancellationToken Aborted => Http.RequestAborted;

    public Task<Handled> HandleAsync(ApplicationId id, Command command) =>
        Commands.HandleAsync(id, command, By, Aborted);

    public async Task<Results<Ok<T>, NotFound, ProblemHttpResult>> DoAsync<T>(
        ApplicationId id,
        Command command,
        Func<Season, Application, StaffCommands, T> show
    )
    {
        var handled = await HandleAsync(id, command);
        return await handled.ToResultAsync(
            Language,
            async after => show(await Seasons.OfAsync(after.Application, Aborted), after.Application, this)
        );
    }
}

internal static class SeasonsOfApplications
{
    /// <summary>The season that an application belongs to, which is always in the store.</summary>
    public static async Task<Season> OfAsync(
        this ISeasonStore seasons,
        Application application,
        CancellationToken cancellationToken
    ) =>
        await seasons.FindAsync(application.Season, cancellationToken)
        ?? throw new InvalidOperationException("The application's season is not in the store.");
}
