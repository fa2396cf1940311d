using System.Runtime.CompilerServices;
using Enrollment.Applications;

namespace Enrollment.Api.Staff;

internal static class IndexWalk
{
    private const int PageSize = 200;

    /// <summary>Every row that a question finds, page after page.</summary>
    public static async IAsyncEnumerable<ApplicationSummary> WalkAsync(
        this IApplicationIndex index,
        ApplicationQuery query,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var next = query with { Limit = PageSize };
        do
        {
            var page = await index.ListAsync(next, cancellationToken);
            foreach (var item in page.Items)
            {
                yield return item;
            }
            next = next with { Cursor = page.NextCursor };
        } while (next.Cursor is not null);
    }
}
