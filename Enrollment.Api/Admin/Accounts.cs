using Enrollment.Api.Access;
using Enrollment.Api.Problems;
using Enrollment.Api.Staff;
using Enrollment.Applications;
using Enrollment.People;
using Enrollment.Seasons;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Enrollment.Api.Admin;

using Answer = Results<Ok<AccountAnswer>, NotFound, ProblemHttpResult>;

/// <summary>Accounts (R1): opened one at a time, corrected, given more time, reopened, closed; each act with its reason.</summary>
internal static class Accounts
{
    public static void MapAccounts(this IEndpointRouteBuilder admin)
    {
        admin.MapPost("/accounts", OpenAsync).WithName("AdminOpenAccount");
        var one = admin.MapGroup("/applications/{id}");
        one.MapGet("", GetAsync).WithName("AdminApplication");
        one.MapPost("/correction", CorrectAsync).WithName("AdminCorrect");
        one.MapPost("/extension", ExtendAsync).WithName("AdminExtend");
        one.MapPost("/reopening", ReopenAsync).WithName("AdminReopen");
        one.MapPost("/closing", CloseAsync).WithName("AdminClose");
        one.MapPost("/sign-in-code", IssueCodeAsync).WithName("AdminSignInCode");
    }

    private static async Task<Results<Created<AccountAnswer>, ProblemHttpResult>> OpenAsync(
        AccountRequest body,
        [AsParameters] StaffCommands staff
    )
    {
        if (await staff.Seasons.CurrentAsync(staff.Aborted) is not { } season)
        {
            return Problem.Of(ProblemCode.NoSeason, staff.Language);
        }
        if (body.Fault(season) is var (path, fault))
        {
            return Problem.BadValue(path, fault.In(staff.Language), staff.Language);
        }
        switch (await staff.Commands.OpenAsync(season, body.ToAccount(), staff.By, staff.Aborted))
        {
            case Handled.Done { After.Application: var opened }:
                var answer = AccountAnswer.Of(season, opened, staff) with
                {
                    Warning = ShortTime(season, staff.Clock.Now)?.In(staff.Language),
                };
                return TypedResults.Created($"/api/admin/applications/{opened.Id}", answer);
            case Handled.Refused refused:
                return Problem.Of(refused.Refusal, staff.Language);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    /// <summary>R17: accounts opened when fewer than the full days are left show a warning.</summary>
    internal static Words? ShortTime(Season season, DateTimeOffset now) =>
        Deadline.IsShortened(season, now)
            ? new(
                $"距填报截止（{season.Calendar.SubmissionCloses:yyyy-MM-dd}）已不足{season.DaysToSubmit}日，考生的填报时间将以填报截止为准。",
                $"Submission closes on {season.Calendar.SubmissionCloses:yyyy-MM-dd}: fewer than the full {season.DaysToSubmit} days are left."
            )
            : null;

    private static async Task<Results<Ok<AccountAnswer>, NotFound>> GetAsync(
        ApplicationId id,
        IApplicationStore store,
        [AsParameters] StaffCommands staff
    ) =>
        await store.FindAsync(id, staff.Aborted) is { Application: var application }
            ? TypedResults.Ok(
                AccountAnswer.Of(await staff.Seasons.OfAsync(application, staff.Aborted), application, staff)
            )
            : TypedResults.NotFound();

    private static async Task<Answer> CorrectAsync(
        ApplicationId id,
        CorrectionRequest body,
        IApplicationStore store,
        [AsParameters] StaffCommands staff
    )
    {
        if (await store.FindAsync(id, staff.Aborted) is not { Application: var application })
        {
            return TypedResults.NotFound();
        }
        var season = await staff.Seasons.OfAsync(application, staff.Aborted);
        return body.Account.Fault(season) is var (path, fault)
            ? Problem.BadValue($"account.{path}", fault.In(staff.Language), staff.Language)
            : await staff.DoAsync(
                id,
                new Command.CorrectAccount(body.Account.ToAccount(), body.Reason),
                AccountAnswer.Of
            );
    }

    private static Task<Answer> ExtendAsync(
        ApplicationId id,
        LastDayRequest body,
        [AsParameters] StaffCommands staff
    ) => UntilAsync(id, body, new Command.ExtendDeadline(body.LastDay, body.Reason), staff);

    private static Task<Answer> ReopenAsync(
        ApplicationId id,
        LastDayRequest body,
        [AsParameters] StaffCommands staff
    ) => UntilAsync(id, body, new Command.Reopen(body.LastDay, body.Reason), staff);

    private static async Task<Answer> UntilAsync(
        ApplicationId id,
        LastDayRequest body,
        Command command,
        StaffCommands staff
    ) =>
        body.LastDay.DayNumber - ChinaTime.DateOf(staff.Clock.Now).DayNumber > LastDayRequest.MostDays
            ? Problem.BadValue("lastDay", LastDayRequest.TooFar.In(staff.Language), staff.Language)
            : await staff.DoAsync(id, command, AccountAnswer.Of);

    /// <summary>注销</summary>
    private static Task<Answer> CloseAsync(ApplicationId id, ReasonRequest body, [AsParameters] StaffCommands staff) =>
        staff.DoAsync(id, new Command.CloseAccount(body.Reason), AccountAnswer.Of);

    /// <summary>
    /// For a person whose texts are intercepted (guide 九.2), identified at the desk. The reason is on record before the
    /// code exists; this answer is the only place where the code stands.
    /// </summary>
    private static async Task<Results<Ok<CodeAnswer>, NotFound, ProblemHttpResult>> IssueCodeAsync(
        ApplicationId id,
        ReasonRequest body,
        SignInCodes codes,
        [AsParameters] StaffCommands staff
    )
    {
        var handled = await staff.HandleAsync(id, new Command.IssueSignInCode(body.Reason));
        return await handled.ToResultAsync(
            staff.Language,
            async after =>
            {
                var phone = after.Application.OpenedAccount.Phone;
                return new CodeAnswer(await codes.IssueAsync(id, phone, staff.Aborted), phone.Masked);
            }
        );
    }
}

/// <summary>Who an account is for. The identity number, employer and programme may be left to the candidate.</summary>
public sealed record AccountRequest(
    string Name,
    PhoneNumber Phone,
    IdentityNumber? IdentityNumber = null,
    string? Employer = null,
    string? Programme = null
)
{
    private const int MaxLength = 100;

    /// <summary>What is wrong with it, and where; null when nothing is.</summary>
    internal (string Path, Words Fault)? Fault(Season season) =>
        Name.Trim().Length is 0 or > 50 ? ("name", new("姓名须为1至50个字符。", "A name has 1 to 50 characters."))
        : Employer?.Length > MaxLength ? ("employer", new("工作单位过长。", "The employer's name is too long."))
        : Blank(Programme) is { } programme && !season.Programmes.Contains(programme)
            ? ("programme", new("本季没有这个报考专业。", "The season has no such programme."))
        : null;

    internal Account ToAccount() =>
        new()
        {
            Name = Name.Trim(),
            Phone = Phone,
            IdentityNumber = IdentityNumber,
            Employer = Blank(Employer),
            Programme = Blank(Programme),
        };

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

public sealed record CorrectionRequest(AccountRequest Account, string Reason);

/// <param name="LastDay">The new last day, to its end; within a year.</param>
public sealed record LastDayRequest(DateOnly LastDay, string Reason)
{
    internal const int MostDays = 366;

    internal static readonly Words TooFar = new(
        "最后一日距今不得超过一年。",
        "The last day lies more than a year ahead."
    );
}

/// <param name="Code">Six digits, five minutes; shown once.</param>
public sealed record CodeAnswer(string Code, string Phone);

/// <summary>An account as the administrator sees it.</summary>
public sealed record AccountAnswer
{
    public required ApplicationId Id { get; init; }

    public required string Number { get; init; }

    public required StageName Stage { get; init; }

    public required string StageText { get; init; }

    /// <summary>The first instant that is too late, where a clock of this person's own runs.</summary>
    public DateTimeOffset? Deadline { get; init; }

    public required Account Account { get; init; }

    public required bool IsReceiptMissing { get; init; }

    /// <summary>Text messages to this person, oldest first.</summary>
    public required Collections.ValueList<MessageState> Messages { get; init; }

    /// <summary>Something that staff should know, in words.</summary>
    public string? Warning { get; init; }

    internal static AccountAnswer Of(Season season, Application application, StaffCommands staff) =>
        new()
        {
            Id = application.Id,
            Number = application.Number,
            Stage = application.Stage.Name,
            Deadline = application.Stage switch
            {
                Stage.Draft draft => draft.Deadline,
                Stage.Returned returned => returned.Deadline,
                Stage.Approved approved => approved.Until,
                Stage.Printed printed => printed.Until,
                Stage.OriginalsVerified verified => verified.Until,
                _ => null,
            },
            StageText = StageWords.Of(application.Stage.Name, staff.Language),
            Account = application.OpenedAccount,
            IsReceiptMissing = application.IsReceiptMissing,
            Messages = application.Messages,
        };
}
