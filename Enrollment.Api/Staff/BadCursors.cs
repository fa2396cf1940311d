using Enrollment.Api.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Enrollment.Api.Staff;

/// <summary>A cursor that no list gave out is the caller's mistake, and is told as one.</summary>
internal static class BadCursors
{
    private static readonly Words Fault = new("翻页位置无效，请从头查看。", "Not a cursor of this list.");

    public static RouteGroupBuilder RefuseBadCursors(this RouteGroupBuilder group) =>
        group.AddEndpointFilter(
            async (context, next) =>
            {
                try
                {
                    return await next(context);
                }
                catch (FormatException) when (context.HttpContext.Request.Query.ContainsKey("cursor"))
                {
                    var language = context.HttpContext.Language();
                    return Problem.BadValue("cursor", Fault.In(language), language);
                }
            }
        );
}
