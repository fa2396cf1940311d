using Enrollment.Access;
using Enrollment.Api.Problems;
using Enrollment.Api.Staff;
using Enrollment.Applications;
using Enrollment.Collections;
using Enrollment.Seasons;
using Enrollment.TextMessages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Enrollment.Api.Admin;

/// <summary>The wordings of the text messages, each changed together with its code at the gateway (R15).</summary>
internal static class TextTemplates
{
    public static void MapTextTemplates(this IEndpointRouteBuilder admin)
    {
        var templates = admin.MapGroup("/text-templates");
        templates.MapGet("", GetAsync).WithName("AdminTextTemplates");
        templates.MapPut("", PutAsync).WithName("AdminPutTextTemplates");
        templates.MapPost("/preview", PreviewAsync).WithName("AdminPreviewText");
    }

    private static async Task<Results<Ok<ValueList<TextTemplateView>>, ProblemHttpResult>> GetAsync(
        [AsParameters] StaffCommands staff
    ) =>
        await staff.Seasons.CurrentAsync(staff.Aborted) is { } season
            ? TypedResults.Ok(ViewsOf(season))
            : Problem.Of(ProblemCode.NoSeason, staff.Language);

    private static async Task<Results<Ok<ValueList<TextTemplateView>>, ProblemHttpResult>> PutAsync(
        ValueList<TextWording> body,
        IApplicationStore store,
        IJournal journal,
        [AsParameters] StaffCommands staff
    )
    {
        if (await staff.Seasons.CurrentAsync(staff.Aborted) is not { } season)
        {
            return Problem.Of(ProblemCode.NoSeason, staff.Language);
        }
        var changed = season with { TextWordings = body };
        var faults = TextTemplateChecks.Of(body).ToList();
        if (faults.Count > 0)
        {
            return SeasonSettings.Faulty(faults, staff.Language);
        }
        await SeasonSettings.SaveAsync(changed, "text-templates", store, journal, staff);
        return TypedResults.Ok(ViewsOf(changed));
    }

    /// <summary>A wording as somebody would read it; nothing is saved or sent.</summary>
    private static async Task<Results<Ok<TextTemplateView>, ProblemHttpResult>> PreviewAsync(
        TextWording body,
        [AsParameters] StaffCommands staff
    )
    {
        if (await staff.Seasons.CurrentAsync(staff.Aborted) is not { } season)
        {
            return Problem.Of(ProblemCode.NoSeason, staff.Language);
        }
        var faults = TextTemplateChecks.Of(body).ToList();
        return faults.Count > 0
            ? SeasonSettings.Faulty(faults, staff.Language)
            : TypedResults.Ok(TextTemplateView.Of(season, body));
    }

    private static ValueList<TextTemplateView> ViewsOf(Season season) =>
        [.. season.TextWordings.Select(wording => TextTemplateView.Of(season, wording))];
}

/// <param name="Preview">As a made-up person would read it.</param>
/// <param name="Parts">How many messages the networks bill it as: 70 characters, or 67 each when there are several.</param>
public sealed record TextTemplateView(TextWording Wording, ValueList<string> Placeholders, string Preview, int Parts)
{
    internal static TextTemplateView Of(Season season, TextWording wording)
    {
        var calendar = season.Calendar;
        var preview = wording.Render([
            new("name", "张某某"),
            new("branch", season.BranchName),
            new("year", $"{season.Year}"),
            .. TextWording.OfSeason(season),
            new("deadline", $"{calendar.SubmissionCloses.Month}月{calendar.SubmissionCloses.Day}日24时"),
            new("from", $"{calendar.OnSiteFrom.Month}月{calendar.OnSiteFrom.Day}日"),
            new("to", $"{calendar.OnSiteTo.Month}月{calendar.OnSiteTo.Day}日"),
            new("place", calendar.OnSitePlace),
            new("code", "123456"),
        ]);
        var parts = preview.Length <= 70 ? 1 : (preview.Length + 66) / 67;
        return new(wording, TextTemplateChecks.Placeholders(wording.Template), preview, parts);
    }
}
