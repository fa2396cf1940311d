using System.Globalization;
using Enrollment.Api.Access;
using Enrollment.Api.Problems;
using Enrollment.Applications;
using Enrollment.Collections;
using Enrollment.Seasons;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace Enrollment.Api.Candidates;

/// <summary>考生信息: 暂存 with the revision that was read, and the work history as text (R4, R5, R10).</summary>
internal static class FormEndpoints
{
    public static void MapForm(this IEndpointRouteBuilder group)
    {
        group.MapPut("/form", SaveAsync).WithName("SaveForm");
        group.MapPost("/work-history/parse", ParseWorkHistoryAsync).WithName("ParseWorkHistory");
        group.MapGet("/form/guide", GuideAsync).WithName("FormGuide");
    }

    public static string ETagOf(int revision) => $"\"{revision.ToString(CultureInfo.InvariantCulture)}\"";

    private static async Task<Results<Ok<FormAnswer>, NotFound, ProblemHttpResult>> SaveAsync(
        Form form,
        OwnApplication own,
        Caller caller,
        HttpContext context
    )
    {
        if (context.Request.Headers.IfMatch.Count == 0)
        {
            return Problem.Of(ProblemCode.IfMatchMissing, caller.Language);
        }
        if (RevisionOf(context.Request) is not { } revision)
        {
            return Problem.BadValue("If-Match", NotARevision.In(caller.Language), caller.Language);
        }
        if (await own.FindAsync(caller, context.RequestAborted) is not { Application: var before })
        {
            return TypedResults.NotFound();
        }

        var season = await own.SeasonAsync(before, context.RequestAborted);
        var save = new Command.SaveForm(form, revision, PrintedForm.Check(form.Normalised(), season));
        var handled = await own.HandleAsync(caller, save, context.RequestAborted);
        if (handled is Handled.Refused { Refusal: { Code: RefusalCode.FormChangedElsewhere } refusal })
        {
            return await ChangedElsewhereAsync(refusal, season, own, caller, context.RequestAborted);
        }
        return handled.ToResult(
            caller.Language,
            after =>
            {
                context.Response.Headers.ETag = ETagOf(after.Application.FormRevision);
                return FormAnswer.Of(season, after.Application, own.Now, caller.Language);
            }
        );
    }

    private static readonly Words NotARevision = new(
        "If-Match 应为读取时的版本，如 \"3\"。",
        "If-Match must be the revision that was read, such as \"3\"."
    );

    /// <summary>With the form as it is now, so that a page can show both.</summary>
    private static async Task<ProblemHttpResult> ChangedElsewhereAsync(
        Refusal refusal,
        Season season,
        OwnApplication own,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        var problem = Problem.Of(refusal, caller.Language);
        if (await own.FindAsync(caller, cancellationToken) is { Application: var now })
        {
            ((ApiProblem)problem.ProblemDetails).Current = FormAnswer.Of(season, now, own.Now, caller.Language);
        }
        return problem;
    }

    private static int? RevisionOf(HttpRequest request) =>
        EntityTagHeaderValue.TryParse(request.Headers.IfMatch.ToString(), out var tag)
        && int.TryParse(tag.Tag.AsSpan().Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var revision)
            ? revision
            : null;

    private static async Task<Results<Ok<ReadWorkHistory>, NotFound, ProblemHttpResult>> ParseWorkHistoryAsync(
        WorkHistoryRequest request,
        OwnApplication own,
        Caller caller,
        HttpContext context
    )
    {
        if (request.Text.Length > MaxWorkHistoryText)
        {
            return Problem.Of(new Refusal(RefusalCode.TextTooLong), caller.Language);
        }
        if (await own.FindAsync(caller, context.RequestAborted) is not { Application: var application })
        {
            return TypedResults.NotFound();
        }
        var season = await own.SeasonAsync(application, context.RequestAborted);
        return TypedResults.Ok(
            ReadWorkHistory.Of(WorkHistoryText.Parse(request.Text), application.Form, season, caller.Language)
        );
    }

    private static async Task<Results<Ok<FormGuide>, NotFound>> GuideAsync(
        OwnApplication own,
        Caller caller,
        CancellationToken cancellationToken
    ) =>
        await own.FindAsync(caller, cancellationToken) is { } stored
            ? TypedResults.Ok(
                FormGuide.Of(await own.SeasonAsync(stored.Application, cancellationToken), caller.Language)
            )
            : TypedResults.NotFound();

    /// <summary>Characters: many times what the printed box takes.</summary>
    private const int MaxWorkHistoryText = 20_000;
}

/// <summary>What a pasted work history was understood as, and how full it would make its printed box (R5, R11).</summary>
/// <param name="Fills">The limited boxes, as when the form is saved with these entries.</param>
public sealed record ReadWorkHistory(
    ValueList<WorkEntry> Entries,
    ValueList<UnreadLine> Problems,
    ValueList<BoxFillView> Fills
)
{
    internal static ReadWorkHistory Of(ParsedWorkHistory parsed, Form form, Season season, Language language) =>
        new(
            parsed.Entries,
            [.. parsed.Problems.Select(one => new UnreadLine(one.Line, one.Text, one.Code, one.ToWords(language)))],
            BoxFillView.Of(form with { WorkHistory = parsed.Entries }, season)
        );
}

/// <param name="Text">As pasted: "2015.7-2017.3，**街道办事处，科员" and so on, one entry a line.</param>
public sealed record WorkHistoryRequest(string Text);

/// <param name="Line">Counted from one.</param>
public sealed record UnreadLine(int Line, string Text, WorkHistoryLineProblemCode Code, string Message);
