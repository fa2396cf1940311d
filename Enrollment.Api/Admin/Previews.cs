using Enrollment.Api.Problems;
using Enrollment.Applications;
using Enrollment.Documents;
using Enrollment.Materials;
using Enrollment.People;
using Enrollment.Seasons;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Enrollment.Api.Admin;

/// <summary>The season's papers, made for somebody who does not exist: no code, no photo (R11).</summary>
internal static class Previews
{
    public static void MapPreviews(this IEndpointRouteBuilder admin) =>
        admin.MapGet("/season/preview/{document}.pdf", GetAsync).WithName("AdminPreview");

    private static async Task<Results<FileContentHttpResult, NotFound, ProblemHttpResult>> GetAsync(
        string document,
        HttpContext http,
        ISeasonStore seasons,
        ServerClock clock,
        CancellationToken cancellationToken
    )
    {
        if (!WireName.TryParse<DocumentKind>(document, out var kind))
        {
            return TypedResults.NotFound();
        }
        if (await seasons.CurrentAsync(cancellationToken) is not { } season)
        {
            return Problem.Of(ProblemCode.NoSeason, http.Language());
        }
        var source = new PaperSource
        {
            Season = season,
            Application = default,
            Number = $"{season.Year}00000",
            Form = MadeUp(season),
            KeptOriginals = [new("任职文件原件", 1, "（工作人员）", $"{ChinaTime.DateOf(clock.Now):yyyy-MM-dd}")],
        };
        var paper = Papers.Make(kind, source, version: 1, ChinaTime.DateOf(clock.Now), key: null);
        return TypedResults.File(paper.Bytes, "application/pdf");
    }

    private static Form MadeUp(Season season) =>
        new()
        {
            Name = "某某某",
            Sex = Sex.Female,
            EthnicGroup = "汉族",
            BirthDate = new(1990, 1, 1),
            IdentityNumber = "110105199001010000",
            NativePlace = "某省某市",
            Email = "example@example.cn",
            PoliticalStatus = PoliticalStatus.Member,
            PartyJoined = new(2011, 6),
            PartyBranch = "某某机关第一党支部",
            FirstEmployed = new(2012, 7),
            Employer = "某某街道办事处",
            Post = "副主任科员",
            TitleSeries = "无",
            AppointingAuthority = "某某区委组织部",
            SealOffice = SealOffice.CountyOrganisationDepartment,
            EducationLevel = EducationLevel.Bachelor,
            GraduationSchool = "某某大学",
            GraduationMonth = new(2012, 6),
            Programme = season.Programmes[0],
            WorkHistory =
            [
                new()
                {
                    From = new(2012, 7),
                    To = new(2017, 3),
                    Place = "某某街道办事处",
                    Post = "科员",
                },
                new()
                {
                    From = new(2017, 4),
                    Place = "某某街道办事处",
                    Post = "副主任科员",
                },
            ],
            Education =
            [
                new()
                {
                    Id = "1",
                    Level = DiplomaLevel.Bachelor,
                    Kind = SchoolKind.National,
                    School = "某某大学",
                    Major = "法学",
                    From = new(2008, 9),
                    To = new(2012, 6),
                    CertificateNumber = "000000201205000000",
                    Degree = "法学学士",
                },
            ],
        };
}
