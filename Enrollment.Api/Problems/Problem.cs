using Enrollment.Api.Candidates;
using Enrollment.Applications;
using Enrollment.Collections;
using Enrollment.Materials;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Enrollment.Api.Problems;

/// <summary>The one place where a refusal becomes an HTTP answer.</summary>
public static class Problem
{
    public static ProblemHttpResult Of(Refusal refusal, Language language) =>
        TypedResults.Problem(
            new ApiProblem
            {
                Type = $"/api/docs#refusal-{WireName.Of(refusal.Code)}",
                Title = language == Language.English ? "Refused" : "未能办理",
                Status = StatusOf(refusal.Code),
                Detail = RefusalWords.Of(refusal, language),
                Code = WireName.Of(refusal.Code),
                Errors = refusal.FormProblems.Count == 0 ? null : ErrorsOf(refusal.FormProblems, language),
                Shortcomings =
                    refusal.Shortcomings.Count == 0
                        ? null
                        : [.. refusal.Shortcomings.Select(one => ShortcomingView.Of(one, language))],
                Findings =
                    refusal.Findings.Count == 0
                        ? null
                        : [.. refusal.Findings.Select(one => FindingView.Of(one, language))],
            }
        );

    /// <param name="argument">Fills the words' placeholder.</param>
    public static ProblemHttpResult Of(ProblemCode code, Language language, string? argument = null) =>
        TypedResults.Problem(BodyOf(code, language, argument));

    /// <summary>A value that can't be, and where it stands.</summary>
    /// <param name="path">In the body's own words: "phone", "workHistory[2].from".</param>
    public static ProblemHttpResult BadValue(string path, string message, Language language) =>
        TypedResults.Problem(BadValueBody([path], message, language));

    /// <summary>For where no endpoint answers: middleware, and exceptions.</summary>
    public static Task WriteAsync(HttpContext context, ProblemCode code, string? argument = null) =>
        WriteAsync(context, BodyOf(code, context.Language(), argument));

    internal static Task WriteAsync(HttpContext context, ApiProblem problem) =>
        TypedResults.Problem(problem).ExecuteAsync(context);

    internal static ApiProblem BadValueBody(IEnumerable<string> paths, string message, Language language) =>
        BodyOf(
            ProblemCode.BadValue,
            language,
            argument: null,
            paths.ToDictionary(
                path => path,
                ValueList<FieldError> (_) => [new FieldError(WireName.Of(ProblemCode.BadValue), message)],
                StringComparer.Ordinal
            )
        );

    /// <summary>Form problems by path, as 暂存 tells them and 提交 refuses with them.</summary>
    public static IReadOnlyDictionary<string, ValueList<FieldError>> ErrorsOf(
        IEnumerable<FormProblem> problems,
        Language language
    ) =>
        problems
            .GroupBy(problem => problem.Path, StringComparer.Ordinal)
            .ToDictionary(
                group => group.Key,
                group =>
                    group
                        .Select(one => new FieldError(WireName.Of(one.Code), FormProblemWords.Of(one, language)))
                        .ToValueList(),
                StringComparer.Ordinal
            );

    internal static ApiProblem BodyOf(
        ProblemCode code,
        Language language,
        string? argument,
        IReadOnlyDictionary<string, ValueList<FieldError>>? errors = null
    ) =>
        new()
        {
            Type = $"/api/docs#problem-{WireName.Of(code)}",
            Title = language == Language.English ? "Not done" : "请求未完成",
            Status = StatusOf(code),
            Detail = ProblemWords.Of(code, argument, language),
            Code = WireName.Of(code),
            Errors = errors,
        };

    /// <summary>409, unless the code says of itself that something is missing, misplaced or not there.</summary>
    private static int StatusOf(RefusalCode code) =>
        code switch
        {
            RefusalCode.Incomplete
            or RefusalCode.FormUnprintable
            or RefusalCode.CommitmentMissing
            or RefusalCode.ReasonMissing
            or RefusalCode.TextTooLong
            or RefusalCode.CommentMissing
            or RefusalCode.PageNotOfSlot
            or RefusalCode.MarkTargetUnknown
            or RefusalCode.OriginalResultNotAllowed
            or RefusalCode.CopiesMissing
            or RefusalCode.WrongAmount
            or RefusalCode.NotJpeg
            or RefusalCode.DayIsPast => StatusCodes.Status422UnprocessableEntity,
            RefusalCode.FormChangedElsewhere => StatusCodes.Status412PreconditionFailed,
            RefusalCode.ImageUnknown
            or RefusalCode.FindingUnknown
            or RefusalCode.PaymentUnknown
            or RefusalCode.OrderUnknown
            or RefusalCode.MessageUnknown => StatusCodes.Status404NotFound,
            RefusalCode.NotYoursToDo => StatusCodes.Status403Forbidden,
            RefusalCode.TooBusy => StatusCodes.Status503ServiceUnavailable,
            _ => StatusCodes.Status409Conflict,
        };

    private static int StatusOf(ProblemCode code) =>
        code switch
        {
            ProblemCode.BadJson or ProblemCode.BadRequest => StatusCodes.Status400BadRequest,
            ProblemCode.BadValue => StatusCodes.Status422UnprocessableEntity,
            ProblemCode.UnsupportedMediaType => StatusCodes.Status415UnsupportedMediaType,
            ProblemCode.BodyTooLarge => StatusCodes.Status413PayloadTooLarge,
            ProblemCode.NotFound or ProblemCode.UnknownSlot or ProblemCode.NoSeason => StatusCodes.Status404NotFound,
            ProblemCode.MethodNotAllowed => StatusCodes.Status405MethodNotAllowed,
            ProblemCode.NotSignedIn or ProblemCode.SignInFailed => StatusCodes.Status401Unauthorized,
            ProblemCode.NotPermitted or ProblemCode.CrossSite or ProblemCode.SetupClosed or ProblemCode.WrongPassword =>
                StatusCodes.Status403Forbidden,
            ProblemCode.ProviderSignInFailed => StatusCodes.Status401Unauthorized,
            ProblemCode.ChangedElsewhere => StatusCodes.Status412PreconditionFailed,
            ProblemCode.CodeTooSoon or ProblemCode.CodeTooMany or ProblemCode.TooManyRequests =>
                StatusCodes.Status429TooManyRequests,
            ProblemCode.UserNameTaken or ProblemCode.PaymentMethodUnavailable => StatusCodes.Status409Conflict,
            ProblemCode.ProviderUnreachable => StatusCodes.Status502BadGateway,
            ProblemCode.IfMatchMissing => StatusCodes.Status428PreconditionRequired,
            ProblemCode.StoreUnavailable => StatusCodes.Status503ServiceUnavailable,
            ProblemCode.InternalError => StatusCodes.Status500InternalServerError,
        };
}
