using Enrollment.Applications;
using Enrollment.People;
using Enrollment.Tests.Builders;

namespace Enrollment.Tests.Applications;

/// <summary>Given an application, when somebody sends a command, then it is refused, and nothing happens.</summary>
internal sealed record LifecycleRefusal(
    AnApplication Given,
    Command When,
    RefusalCode Then,
    string? Argument = null,
    Actor? By = null
);
