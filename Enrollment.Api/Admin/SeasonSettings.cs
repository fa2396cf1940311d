using System.Security.Cryptography;
using Enrollment.Access;
using Enrollment.Api.Problems;
using Enrollment.Api.Staff;
using Enrollment.Applications;
using Enrollment.Collections;
using Enrollment.Documents;
using Enrollment.Materials;
using Enrollment.Seasons;
using Enrollment.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Enrollment.Api.Admin;

/// <summary>The season's settings (R17), whole: what a reader gets is what a writer gives back, changed.</summary>
internal static class SeasonSettings
{
    public static void MapSeasonSettings(this IEndpointRouteBuilder admin)
    {
        admin.MapGet("/season", GetAsync).WithName("AdminSeason");
        admin.MapGet("/season/next", NextAsync).WithName("AdminNextSeason");
        admin.MapPut("/season", PutAsync).WithName("AdminPutSeason");
        admin.MapPost("/season/standards-check", CheckStandards).WithName("AdminCheckStandards");
    }

    /// <summary>With an ETag, which PUT takes as If-Match: who saves has seen what they replace.</summary>
    private static async Task<Results<Ok<Season>, ProblemHttpResult>> GetAsync(
        HttpContext http,
        ISeasonStore seasons,
        CancellationToken cancellationToken
    )
    {
        if (await seasons.CurrentAsync(cancellationToken) is not { } season)
        {
            return Problem.Of(ProblemCode.NoSeason, http.Language());
        }
        http.Response.Headers.ETag = TagOf(season);
        return TypedResults.Ok(season);
    }

    /// <summary>A season to begin with: the current one a year on, or the guide's own settings. Nothing is saved.</summary>
    private static async Task<Ok<Season>> NextAsync([AsParameters] StaffCommands staff) =>
        TypedResults.Ok(
            NextSeason.After(await staff.Seasons.CurrentAsync(staff.Aborted), ChinaTime.DateOf(staff.Clock.Now))
        );

    /// <summary>Changes with every setting.</summary>
    private static string TagOf(Season season) =>
        $"\"{Convert.ToHexStringLower(SHA256.HashData(StoredJson.Write(season)))[..16]}\"";

    private static bool IsStale(HttpContext http, Season? current) =>
        http.Request.Headers.IfMatch is [{ } tag] && (current is null || tag != TagOf(current));

    /// <summary>Image standards that no image can keep together, before anybody has to try; nothing is saved.</summary>
    private static Ok<ValueList<string>> CheckStandards(ImageStandards body, HttpContext http)
    {
        var language = http.Language();
        return TypedResults.Ok(
            StandardsCheck
                .Of(body)
                .Select(one =>
                    language switch
                    {
                        Language.Chinese => one.Chinese,
                        Language.English => one.English,
                    }
                )
                .ToValueList()
        );
    }

    /// <summary>
    /// Another id opens another season; the one before becomes history. The admission rules have an address of their own
    /// and stay as they are.
    /// </summary>
    private static async Task<Results<Ok<Season>, ProblemHttpResult>> PutAsync(
        Season body,
        IApplicationStore store,
        IJournal journal,
        [AsParameters] StaffCommands staff
    )
    {
        var faults = SeasonChecks.Of(body).ToList();
        if (faults.Count == 0)
        {
            faults.AddRange(PaperPreview.Overflowing(body).Select(box => ("wording", SeasonChecks.Overflows(box))));
        }
        if (faults.Count > 0)
        {
            return Faulty(faults, staff.Language);
        }
        if (IsStale(staff.Http, await staff.Seasons.CurrentAsync(staff.Aborted)))
        {
            return Problem.Of(ProblemCode.ChangedElsewhere, staff.Language);
        }
        var known = await staff.Seasons.FindAsync(body.Id, staff.Aborted);
        var season = body with { AdmissionRules = known?.AdmissionRules };
        await SaveAsync(season, "season", store, journal, staff);
        staff.Http.Response.Headers.ETag = TagOf(season);
        return TypedResults.Ok(season);
    }

    /// <summary>Saves, and wakes every application: their next wake is computed from the settings.</summary>
    internal static async Task SaveAsync(
        Season season,
        string what,
        IApplicationStore store,
        IJournal journal,
        StaffCommands staff
    )
    {
        await journal.NoteAsync(staff, JournalAct.SettingsChanged, what, season.Id);
        await staff.Seasons.SaveAsync(season, staff.Aborted);
        await store.WakeAllAsync(season.Id, staff.Clock.Now, staff.Aborted);
    }

    internal static ProblemHttpResult Faulty(IEnumerable<(string Path, Words Fault)> faults, Language language) =>
        TypedResults.Problem(
            Problem.BodyOf(
                ProblemCode.BadValue,
                language,
                argument: null,
                faults
                    .GroupBy(fault => fault.Path, StringComparer.Ordinal)
                    .ToDictionary(
                        group => group.Key,
                        group =>
                            group
                                .Select(one => new FieldError(
                                    WireName.Of(ProblemCode.BadValue),
                                    one.Fault.In(language)
                                ))
                                .ToValueList(),
                        StringComparer.Ordinal
                    )
            )
        );
}
