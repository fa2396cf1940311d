namespace Enrollment.Tests.Applications;

/// <summary>Every refusal of the lifecycle, by the sentence that says it.</summary>
internal static partial class LifecycleRefusals
{
    public static Dictionary<string, LifecycleRefusal> All =>
        field ??= new[] { Stages, Candidate, Review, Desk, Payments, Office }
            .SelectMany(part => part)
            .ToDictionary(StringComparer.Ordinal);
}
