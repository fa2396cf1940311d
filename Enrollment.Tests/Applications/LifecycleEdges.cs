namespace Enrollment.Tests.Applications;

/// <summary>Every edge of the lifecycle's table (DESIGN §2), by the sentence that says it.</summary>
internal static partial class LifecycleEdges
{
    public static Dictionary<string, LifecycleEdge> All =>
        field ??= new[] { Accounts, Candidate, Review, Desk, Orders, Time, Endings }
            .SelectMany(part => part)
            .ToDictionary(StringComparer.Ordinal);
}
