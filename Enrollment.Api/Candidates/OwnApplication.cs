using Enrollment.Api.Access;
using Enrollment.Api.Problems;
using Enrollment.Api.Seasons;
using Enrollment.Applications;
using Enrollment.People;
using Enrollment.Seasons;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Enrollment.Api.Candidates;

/// <summary>Carries out what a candidate wants done to their own application, and shows what came of it.</summary>
public sealed class OwnApplication(
    IApplicationStore store,
    ISeasonStore seasons,
    CommandHandler commands,
    ServerClock clock
)
{
    public DateTimeOffset Now => clock.Now;

    public Task<StoredApplication?> FindAsync(Caller caller, CancellationToken cancellationToken) =>
        store.FindAsync(caller.Candidate, cancellationToken);

    public Task<Season> SeasonAsync(Application application, CancellationToken cancellationToken) =>
        seasons.OfAsync(application, cancellationToken);

    public Task<Handled> HandleAsync(Caller caller, Command command, CancellationToken cancellationToken) =>
        commands.HandleAsync(caller.Candidate, command, new Actor.Candidate(), cancellationToken);

    /// <summary>The page as it is after the command.</summary>
    public async Task<Results<Ok<CandidatePage>, NotFound, ProblemHttpResult>> DoAsync(
        Caller caller,
        Command command,
        CancellationToken cancellationToken
    )
    {
        var handled = await HandleAsync(caller, command, cancellationToken);
        return await handled.ToResultAsync(
            caller.Language,
            async after =>
                CandidatePage.Of(
                    await SeasonAsync(after.Application, cancellationToken),
                    after.Application,
                    Now,
                    caller.Language
                )
        );
    }
}
