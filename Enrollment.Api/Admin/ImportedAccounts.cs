using System.Text.Json.Serialization;
using Enrollment.Accounts;
using Enrollment.Api.Problems;
using Enrollment.Api.Staff;
using Enrollment.Applications;
using Enrollment.Collections;
using Enrollment.Seasons;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Enrollment.Api.Admin;

/// <summary>
/// Accounts from a spreadsheet (R1): a dry run says what each row would come to, the real one opens them one by one. Sent
/// twice, the second time finds the phones taken and opens nothing.
/// </summary>
internal static class ImportedAccounts
{
    private const string Csv = "text/csv";

    public static void MapAccountsImport(this IEndpointRouteBuilder admin)
    {
        admin
            .MapPost("/accounts/import", ImportAsync)
            .Accepts<Stream>(Csv, AccountsTemplate.ContentType, "application/vnd.ms-excel", "application/octet-stream")
            .WithMetadata(new BodyLimit(BodyLimit.Import))
            .WithName("AdminImportAccounts");
        admin.MapGet("/accounts/template.xlsx", Template).WithName("AdminAccountsTemplate");
    }

    private static FileContentHttpResult Template() =>
        TypedResults.File(AccountsTemplate.Xlsx(), AccountsTemplate.ContentType, AccountsTemplate.FileName);

    /// <param name="skip">How many of the rows in order to leave out: those that an earlier request has opened.</param>
    /// <param name="take">How many to take at most, so that a long file shows its progress; all when left out.</param>
    private static async Task<Results<Ok<ImportAnswer>, ProblemHttpResult>> ImportAsync(
        bool dryRun,
        int? skip,
        int? take,
        IApplicationIndex index,
        [AsParameters] StaffCommands staff
    )
    {
        if (await staff.Seasons.CurrentAsync(staff.Aborted) is not { } season)
        {
            return Problem.Of(ProblemCode.NoSeason, staff.Language);
        }
        var file = AccountsImport.Read(await staff.Http.Request.ReadWholeAsync(staff.Aborted), season);
        var rows = new List<ImportedRow>();
        foreach (var row in file.Rows.Skip(skip ?? 0).Take(take ?? int.MaxValue))
        {
            rows.Add(
                await TakenAsync(season, row, index, staff) is { } taken
                    ? ImportedRow.Refused(row, taken, staff.Language)
                : dryRun ? ImportedRow.Ready(row)
                : await OpenAsync(season, row, staff)
            );
        }
        return TypedResults.Ok(
            new ImportAnswer
            {
                IsDryRun = dryRun,
                RowsInOrder = file.Rows.Count,
                Rows = [.. rows],
                Problems = [.. file.Problems.Select(problem => ImportProblem.Of(problem, staff.Language))],
                Warning = Accounts.ShortTime(season, staff.Clock.Now)?.In(staff.Language),
            }
        );
    }

    private static async Task<RefusalCode?> TakenAsync(
        Season season,
        AccountRow row,
        IApplicationIndex index,
        StaffCommands staff
    ) =>
        await index.FindByPhoneAsync(season.Id, row.Phone, staff.Aborted) is not null ? RefusalCode.PhoneTaken
        : row.IdentityNumber is { } number
        && await index.FindByIdentityNumberAsync(season.Id, number, staff.Aborted) is not null
            ? RefusalCode.IdentityNumberTaken
        : null;

    private static async Task<ImportedRow> OpenAsync(Season season, AccountRow row, StaffCommands staff)
    {
        var account = new Account
        {
            Name = row.Name,
            Phone = row.Phone,
            IdentityNumber = row.IdentityNumber,
            Employer = row.Employer,
            Programme = row.Programme,
        };
        return await staff.Commands.OpenAsync(season, account, staff.By, staff.Aborted) switch
        {
            Handled.Done done => ImportedRow.Opened(row, done.After.Application),
            Handled.Refused refused => ImportedRow.Refused(row, refused.Refusal.Code, staff.Language),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}

/// <summary>What an import came to, row by row.</summary>
public sealed record ImportAnswer
{
    public required bool IsDryRun { get; init; }

    /// <summary>How many rows of the file are in order, those not asked for included.</summary>
    public required int RowsInOrder { get; init; }

    /// <summary>Rows that were in order, of those asked for.</summary>
    public required ValueList<ImportedRow> Rows { get; init; }

    /// <summary>What is wrong with the other rows, or with the file.</summary>
    public required ValueList<ImportProblem> Problems { get; init; }

    public string? Warning { get; init; }
}

/// <param name="Row">In the file.</param>
/// <param name="Message">Why it was refused.</param>
public sealed record ImportedRow(
    int Row,
    ImportResult Result,
    string Name,
    string Phone,
    string? Number = null,
    ApplicationId? Application = null,
    RefusalCode? Code = null,
    string? Message = null
)
{
    internal static ImportedRow Ready(AccountRow row) => new(row.Row, ImportResult.Ready, row.Name, row.Phone.Value);

    internal static ImportedRow Opened(AccountRow row, Application opened) =>
        new(row.Row, ImportResult.Opened, row.Name, row.Phone.Value, opened.Number, opened.Id);

    internal static ImportedRow Refused(AccountRow row, RefusalCode code, Language language) =>
        new(row.Row, ImportResult.Refused, row.Name, row.Phone.Value)
        {
            Code = code,
            Message = RefusalWords.Of(new Refusal(code), language),
        };
}

[JsonConverter(typeof(JsonStringEnumConverter<ImportResult>))]
public enum ImportResult
{
    /// <summary>In a dry run: would be opened.</summary>
    [JsonStringEnumMemberName("ready")]
    Ready,

    [JsonStringEnumMemberName("opened")]
    Opened,

    [JsonStringEnumMemberName("refused")]
    Refused,
}

public sealed record ImportProblem(int? Row, AccountColumn? Column, AccountProblemCode Code, string Message)
{
    internal static ImportProblem Of(AccountProblem problem, Language language) =>
        new(problem.Row, problem.Column, problem.Code, problem.ToWords(language));
}
