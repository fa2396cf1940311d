using Enrollment.Applications;
using Enrollment.Seasons;

namespace Enrollment.Api.Seasons;

internal static class SeasonOfApplication
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
