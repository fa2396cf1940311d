using Enrollment.Applications;
using Enrollment.Collections;
using Enrollment.People;
using Enrollment.Tests.Builders;
using Enrollment.TextMessages;

namespace Enrollment.Tests.Applications;

/// <summary>Given an application, when somebody sends a command, then these events happen and this stage is reached.</summary>
internal sealed record LifecycleEdge(AnApplication Given, Command When, StageName To, params Event[] Then)
{
    /// <summary>Who sends it, where it is not who ordinarily does.</summary>
    public Actor? By { get; init; }

    /// <summary>The n-th new text of the answer, with the variables that every text has and these.</summary>
    public static Event.TextQueued Text(int number, TextTemplate template, params TextVariable[] more) =>
        new(AnApplication.NewIdOf(number), template, [.. Basic, .. more]);

    private static ValueList<TextVariable> Basic { get; } =
    [
        new("name", Somebody.Account.Name),
        new("branch", ASeason.Current.BranchName),
        new("year", $"{ASeason.Current.Year}"),
    ];

    public static TextVariable[] Place { get; } =
    [new("from", "7月15日"), new("to", "7月17日"), new("place", ASeason.Current.Calendar.OnSitePlace)];

    public static TextVariable Until(string day) => new("deadline", day);
}
