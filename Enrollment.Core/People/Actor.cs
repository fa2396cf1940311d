using System.Text.Json.Serialization;

namespace Enrollment.People;

/// <summary>Who does something: every event carries its actor (R16).</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Candidate), "candidate")]
[JsonDerivedType(typeof(Staff), "staff")]
[JsonDerivedType(typeof(TheSystem), "system")]
public abstract record Actor
{
    private Actor() { }

    /// <summary>考生, of the application in question.</summary>
    public sealed record Candidate : Actor;

    /// <summary>审核员、现场工作人员、管理员: the account's id and the name shown.</summary>
    public sealed record Staff(string Id, string Name) : Actor;

    /// <summary>A timer, a gateway's report or a provider's notification.</summary>
    public sealed record TheSystem : Actor;
}
