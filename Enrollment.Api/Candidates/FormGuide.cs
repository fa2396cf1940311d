using Enrollment.Applications;
using Enrollment.Collections;
using Enrollment.Materials;
using Enrollment.People;
using Enrollment.Seasons;

namespace Enrollment.Api.Candidates;

/// <summary>What the form's fields are called, and what can be chosen in them this season (R4–R6).</summary>
public sealed record FormGuide
{
    /// <summary>In the form's order.</summary>
    public required ValueList<FieldGuide> Fields { get; init; }

    public required ValueList<Choice> DiplomaLevels { get; init; }

    public required ValueList<Choice> SchoolKinds { get; init; }

    public required ValueList<Choice> WorkKinds { get; init; }

    public static FormGuide Of(Season season, Language language) =>
        new()
        {
            Fields =
            [
                .. FormFields.All.Select(field => new FieldGuide(
                    field,
                    FormFields.NameOf(field, language),
                    ChoicesOf(field, season, language)
                )),
            ],
            DiplomaLevels = Choices<DiplomaLevel>(value => ChoiceWords.Of(value, language)),
            SchoolKinds = Choices<SchoolKind>(value => ChoiceWords.Of(value, language)),
            WorkKinds = Choices<WorkKind>(value => ChoiceWords.Of(value, language)),
        };

    private static ValueList<Choice>? ChoicesOf(FormField field, Season season, Language language) =>
        field switch
        {
            FormField.Sex => Choices<Sex>(value => ChoiceWords.Of(value, language)),
            FormField.EthnicGroup => [.. EthnicGroups.All.Select(name => new Choice(name, name))],
            FormField.PoliticalStatus => Admitted(season, language),
            FormField.TitleGrade => Choices<TitleGrade>(value => ChoiceWords.Of(value, language)),
            FormField.SealOffice => Choices<SealOffice>(value => ChoiceWords.Of(value, language)),
            FormField.EducationLevel => Choices<EducationLevel>(value => ChoiceWords.Of(value, language)),
            FormField.Programme => [.. season.Programmes.Select(name => new Choice(name, name))],
            _ => null,
        };

    /// <summary>Members and probationary members, unless the season admits others.</summary>
    private static ValueList<Choice> Admitted(Season season, Language language)
    {
        var all = Choices<PoliticalStatus>(value => ChoiceWords.Of(value, language));
        return season.Eligibility.AdmitsOtherPoliticalStatuses
            ? all
            :
            [
                .. all.Where(choice =>
                    choice.Value == WireName.Of(PoliticalStatus.Member)
                    || choice.Value == WireName.Of(PoliticalStatus.ProbationaryMember)
                ),
            ];
    }

    private static ValueList<Choice> Choices<T>(Func<T, string> words)
        where T : struct, Enum =>
        [.. Enum.GetValues<T>().Select(value => new Choice(WireName.Of(value), words(value)))];
}

/// <param name="Choices">Absent where anything may be typed.</param>
public sealed record FieldGuide(FormField Field, string Name, ValueList<Choice>? Choices);

/// <param name="Value">As it stands in the form.</param>
public sealed record Choice(string Value, string Words);
