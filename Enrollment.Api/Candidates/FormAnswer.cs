using Enrollment.Api.Problems;
using Enrollment.Applications;
using Enrollment.Collections;
using Enrollment.Documents;
using Enrollment.Seasons;

namespace Enrollment.Api.Candidates;

/// <summary>The form as it is kept, with what is wrong or missing in it and how full its printed boxes are.</summary>
public sealed record FormAnswer
{
    /// <summary>Of the form; also the ETag.</summary>
    public required int Revision { get; init; }

    public required Form Form { get; init; }

    /// <summary>By path: what keeps it from being submitted.</summary>
    public required IReadOnlyDictionary<string, ValueList<FieldError>> Problems { get; init; }

    /// <summary>Empty once the form can't be changed.</summary>
    public required ValueList<BoxFillView> Fills { get; init; }

    internal static FormAnswer Of(Season season, Application application, DateTimeOffset now, Language language) =>
        Of(season, application, Completeness.Outstanding(season, application, ChinaTime.DateOf(now)), language);

    internal static FormAnswer Of(Season season, Application application, Completeness missing, Language language) =>
        new()
        {
            Revision = application.FormRevision,
            Form = application.Form,
            Problems = Problem.ErrorsOf(missing.FormProblems, language),
            Fills = application.Stage is Stage.Draft or Stage.Returned ? BoxFillView.Of(application.Form, season) : [],
        };
}

/// <summary>How full a printed box is, in percent of its smallest type (R5, R11).</summary>
public sealed record BoxFillView(string Path, double Percent)
{
    /// <summary>By the measurement that also draws the papers.</summary>
    internal static ValueList<BoxFillView> Of(Form form, Season season) =>
        [
            .. DocumentFit
                .Measure(form, season)
                .Boxes.Select(box => new BoxFillView(box.Path, Math.Round(box.Percent, 1))),
        ];
}
