using System.Text.Json.Serialization;

namespace Enrollment.Applications;

/// <summary>
/// One thing that keeps a form from being submitted, or that the candidate must explain. <paramref name="Path"/> is
/// where it stands, in the JSON's own words ("workHistory[2].from"); the arguments fill the words' placeholders
/// (the months of a gap, the missing characters).
/// </summary>
public sealed record FormProblem(FormField Field, string Path, FormProblemCode Code, string? Argument = null);

/// <summary>What can be wrong with a field (R4–R6, R11).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FormProblemCode>))]
public enum FormProblemCode
{
    /// <summary>Required, and empty.</summary>
    [JsonStringEnumMemberName("missing")]
    Missing,

    /// <summary>Longer than any box could take, or of the wrong form.</summary>
    [JsonStringEnumMemberName("malformed")]
    Malformed,

    [JsonStringEnumMemberName("too-long")]
    TooLong,

    /// <summary>Not of 18 characters.</summary>
    [JsonStringEnumMemberName("identity-number-shape")]
    IdentityNumberShape,

    /// <summary>No such day in the number.</summary>
    [JsonStringEnumMemberName("identity-number-date")]
    IdentityNumberDate,

    /// <summary>GB 11643-1999 check character.</summary>
    [JsonStringEnumMemberName("identity-number-check")]
    IdentityNumberCheck,

    /// <summary>Not the number that the account was opened with.</summary>
    [JsonStringEnumMemberName("differs-from-account")]
    DiffersFromAccount,

    /// <summary>The number says the other sex.</summary>
    [JsonStringEnumMemberName("sex-differs")]
    SexDiffers,

    /// <summary>The number says another birth date, and no explanation is given (以组织认定为准).</summary>
    [JsonStringEnumMemberName("birth-date-differs")]
    BirthDateDiffers,

    [JsonStringEnumMemberName("in-the-future")]
    InTheFuture,

    /// <summary>Before the person was of an age for it.</summary>
    [JsonStringEnumMemberName("too-early")]
    TooEarly,

    [JsonStringEnumMemberName("not-admitted")]
    NotAdmitted,

    [JsonStringEnumMemberName("service-too-short")]
    ServiceTooShort,

    /// <summary>Not one of the season's.</summary>
    [JsonStringEnumMemberName("unknown-choice")]
    UnknownChoice,

    /// <summary>Does not start in the month of first employment.</summary>
    [JsonStringEnumMemberName("starts-elsewhere")]
    StartsElsewhere,

    /// <summary>Months that no entry covers.</summary>
    [JsonStringEnumMemberName("gap")]
    Gap,

    /// <summary>Months that two entries cover.</summary>
    [JsonStringEnumMemberName("overlap")]
    Overlap,

    /// <summary>Ends before it starts.</summary>
    [JsonStringEnumMemberName("ends-before-start")]
    EndsBeforeStart,

    /// <summary>The last entry must last until now (至今), and only it.</summary>
    [JsonStringEnumMemberName("not-until-now")]
    NotUntilNow,

    /// <summary>A line 其间 lies outside its entry.</summary>
    [JsonStringEnumMemberName("outside-its-entry")]
    OutsideItsEntry,

    /// <summary>Two education entries share an id, or a diploma is given twice.</summary>
    [JsonStringEnumMemberName("repeated")]
    Repeated,

    /// <summary>The education entries hold no diploma of the level, school and month that the form states.</summary>
    [JsonStringEnumMemberName("no-such-entry")]
    NoSuchEntry,

    /// <summary>
    /// Would not fit its printed box even at the smallest type (R11): refused at saving. The argument is by how many
    /// percent of the box it is too long.
    /// </summary>
    [JsonStringEnumMemberName("overflows-box")]
    OverflowsBox,

    /// <summary>A character that no font of the documents has: refused at saving.</summary>
    [JsonStringEnumMemberName("unprintable")]
    Unprintable,
}
