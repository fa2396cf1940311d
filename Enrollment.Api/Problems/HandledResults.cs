using System.Diagnostics;
using Enrollment.Applications;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Enrollment.Api.Problems;

/// <summary>What became of a command, as an HTTP answer.</summary>
public static class HandledResults
{
    public static Results<Ok<T>, NotFound, ProblemHttpResult> ToResult<T>(
        this Handled handled,
        Language language,
        Func<StoredApplication, T> answer
    ) =>
        handled switch
        {
            Handled.Done done => TypedResults.Ok(answer(done.After)),
            Handled.NotFound => TypedResults.NotFound(),
            Handled.Refused refused => Problem.Of(refused.Refusal, language),
            _ => throw new UnreachableException(),
        };

    /// <summary>For answers that must read something first.</summary>
    public static async Task<Results<Ok<T>, NotFound, ProblemHttpResult>> ToResultAsync<T>(
        this Handled handled,
        Language language,
        Func<StoredApplication, Task<T>> answer
    ) =>
        handled switch
        {
            Handled.Done done => TypedResults.Ok(await answer(done.After)),
            Handled.NotFound => TypedResults.NotFound(),
            Handled.Refused refused => Problem.Of(refused.Refusal, language),
            _ => throw new UnreachableException(),
        };
}
