using Enrollment.Applications;

namespace Enrollment.Tests.Applications;

public sealed class LifecycleRefusalTests
{
    /// <summary>What only the whole season or the file itself can tell is refused outside the lifecycle.</summary>
    private static readonly RefusalCode[] RefusedByTheHandler =
    [
        RefusalCode.PhoneTaken,
        RefusalCode.IdentityNumberTaken,
        RefusalCode.TooBusy,
        RefusalCode.NotJpeg,
    ];

    public static TheoryData<string> Refusals => [.. LifecycleRefusals.All.Keys];

    [Theory]
    [MemberData(nameof(Refusals))]
    public void It_is_refused_as_the_sentence_says(string sentence)
    {
        var refusal = Refused(LifecycleRefusals.All[sentence]);

        Assert.Equal(LifecycleRefusals.All[sentence].Then, refusal.Code);
        Assert.Equal(LifecycleRefusals.All[sentence].Argument, refusal.Argument);
    }

    [Fact]
    public void Every_refusal_is_reached_by_a_case_or_belongs_to_the_handler() =>
        Assert.Equal(
            Enum.GetValues<RefusalCode>().Except(RefusedByTheHandler),
            LifecycleRefusals.All.Values.Select(refusal => refusal.Then).Distinct().Order()
        );

    [Theory]
    [MemberData(nameof(Refusals))]
    public void The_words_of_a_refusal_that_happens_have_no_gap(string sentence)
    {
        var refusal = Refused(LifecycleRefusals.All[sentence]);

        foreach (var language in Enum.GetValues<Language>())
        {
            var words = RefusalWords.Of(refusal, language);
            Assert.DoesNotContain("{", words, StringComparison.Ordinal);
            Assert.DoesNotContain("“”", words, StringComparison.Ordinal);
            Assert.DoesNotContain("  ", words, StringComparison.Ordinal);
        }
    }

    private static Refusal Refused(LifecycleRefusal refusal) =>
        Assert.IsType<Decision.Refused>(refusal.Given.When(refusal.When, refusal.By)).Refusal;
}
