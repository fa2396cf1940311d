using Enrollment.Applications;
using Enrollment.Tests.Builders;

namespace Enrollment.Tests.Applications;

public sealed class LifecycleEdgeTests
{
    public static TheoryData<string> Edges => [.. LifecycleEdges.All.Keys];

    [Theory]
    [MemberData(nameof(Edges))]
    public void It_goes_as_the_sentence_says(string sentence)
    {
        var edge = LifecycleEdges.All[sentence];

        var decision = Assert.IsType<Decision.Accepted>(edge.Given.When(edge.When, edge.By));

        Assert.Equal(edge.Then, decision.Events);
        var by = edge.By ?? Somebody.Sending(edge.When);
        Assert.Equal(edge.To, edge.Given.By(by, decision.Events).State.Stage.Name);
    }
}
