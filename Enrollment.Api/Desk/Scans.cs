using System.Text.Json.Serialization;
using Enrollment.Api.Review;
using Enrollment.Api.Staff;
using Enrollment.Applications;
using Enrollment.Documents;
using Enrollment.Seasons;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Enrollment.Api.Desk;

/// <summary>The desk scans a paper's QR code: is this the print that is in force? (R11)</summary>
internal static class Scans
{
    /// <summary>Longer than any code that the system signs.</summary>
    private const int MaxText = 400;

    public static void MapScans(this IEndpointRouteBuilder desk) =>
        desk.MapPost("/scan", ScanAsync).WithName("DeskScan");

    private static async Task<Ok<ScanAnswer>> ScanAsync(
        ScanRequest body,
        SealKeys keys,
        IApplicationStore store,
        ISeasonStore seasons,
        ServerClock clock,
        HttpContext http,
        CancellationToken cancellationToken
    )
    {
        var text = body.Text.Trim();
        switch (text.Length <= MaxText ? PrintSeal.Read(text, keys.Keys) : new SealReading.Unknown())
        {
            case SealReading.Altered:
                return TypedResults.Ok(new ScanAnswer(ScanResult.Altered));
            case SealReading.Genuine { Facts: var facts }
                when ApplicationId.TryParse(facts.Application, null, out var id)
                    && await store.FindAsync(id, cancellationToken) is { Application: var application }:
                var season = await seasons.OfAsync(application, cancellationToken);
                var events = await store.ReadEventsAsync(id, cancellationToken);
                return TypedResults.Ok(Judge(season, application, facts, events, clock.Now, http.Language()));
            default:
                return TypedResults.Ok(new ScanAnswer(ScanResult.Unknown));
        }
    }

    /// <summary>
    /// Current when the papers in force say exactly this. A receipt of originals is made anew each time, so only its
    /// genuineness is said.
    /// </summary>
    private static ScanAnswer Judge(
        Season season,
        Application application,
        PrintFacts facts,
        IReadOnlyList<Happened> events,
        DateTimeOffset now,
        Language language
    )
    {
        var answer = new ScanAnswer(ScanResult.Current)
        {
            Kind = facts.Kind,
            PrintedVersion = facts.Version,
            CurrentVersion = application.Papers?.Version,
            Application = DeskApplication.Of(season, application, now, language),
        };
        var isCurrent =
            facts.Kind == DocumentKind.OriginalsReceipt
            || (
                application.Papers is { } papers
                && papers.Version == facts.Version
                && papers.Made.Any(made => made.Kind == facts.Kind && facts.IsOf(made.ContentDigest))
            );
        if (isCurrent)
        {
            return answer;
        }
        var then = Changes.StateAt(
            application.Id,
            events,
            (_, happened) => happened is Event.PapersMade made && made.Version == facts.Version
        );
        return answer with
        {
            Result = ScanResult.Stale,
            Changed = then is null ? null : Changes.Between(then, application, language),
            AccountChanged = then is not null && then.OpenedAccount != application.OpenedAccount,
        };
    }
}

/// <param name="Text">What the scanner read.</param>
public sealed record ScanRequest(string Text);

/// <summary>What a scanned paper turned out to be.</summary>
public sealed record ScanAnswer(ScanResult Result)
{
    public DocumentKind? Kind { get; init; }

    public int? PrintedVersion { get; init; }

    public int? CurrentVersion { get; init; }

    /// <summary>For a stale print: what has changed since.</summary>
    public Changes? Changed { get; init; }

    public bool AccountChanged { get; init; }

    public DeskApplication? Application { get; init; }
}

[JsonConverter(typeof(JsonStringEnumConverter<ScanResult>))]
public enum ScanResult
{
    /// <summary>有效：与系统现行版本一致</summary>
    [JsonStringEnumMemberName("current")]
    Current,

    /// <summary>旧版：打印后内容已修改</summary>
    [JsonStringEnumMemberName("stale")]
    Stale,

    /// <summary>签名不符：内容被改动</summary>
    [JsonStringEnumMemberName("altered")]
    Altered,

    /// <summary>不是本系统的二维码</summary>
    [JsonStringEnumMemberName("unknown")]
    Unknown,
}
