using Enrollment.Collections;
using Enrollment.Materials;
using Enrollment.People;

namespace Enrollment.Applications;

/// <summary>What a command meets besides the state: who acts, when, and where new ids come from.</summary>
/// <param name="NewId">32 lower-case hexadecimal digits, never the same twice.</param>
public sealed record Context(Actor By, DateTimeOffset Now, Func<string> NewId);

/// <summary>The answer to a command: events, or a refusal. A refusal is a value; an exception means a bug.</summary>
public abstract record Decision
{
    private Decision() { }

    /// <summary>No events: the command asks for what already is.</summary>
    public sealed record Accepted(ValueList<Event> Events) : Decision;

    public sealed record Refused(Refusal Refusal) : Decision;
}

/// <summary>Why a command was refused, with the form's problems and the materials' shortcomings where it is about those.</summary>
public sealed record Refusal(RefusalCode Code)
{
    public ValueList<FormProblem> FormProblems { get; init; } = [];

    public ValueList<Shortcoming> Shortcomings { get; init; } = [];

    /// <summary>What an image was refused for at the door.</summary>
    public ValueList<Finding> Findings { get; init; } = [];

    /// <summary>Fills the words' placeholder: a day, a name, a number.</summary>
    public string? Argument { get; init; }
}
