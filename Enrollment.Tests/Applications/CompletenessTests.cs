using Enrollment.Applications;
using Enrollment.Seasons;
using Enrollment.Tests.Builders;

namespace Enrollment.Tests.Applications;

/// <summary>R10: what is missing is the candidate's to do before the office has it, and again when it comes back.</summary>
public sealed class CompletenessTests
{
    private static readonly Event PostLost = new Event.FormSaved([FormField.Post], Form.Empty);

    private static Dictionary<string, AnApplication> Theirs { get; } =
        new(StringComparer.Ordinal)
        {
            ["invited"] = AnApplication.Invited(),
            ["filling in"] = AnApplication.Complete(),
            ["correcting"] = AnApplication.Correcting(),
            ["given up"] = AnApplication.Abandoned(),
            ["turned down"] = AnApplication.Rejected(),
            ["withdrawn"] = AnApplication.Withdrawn(),
        };

    private static Dictionary<string, AnApplication> WithTheOffice { get; } =
        new(StringComparer.Ordinal)
        {
            ["submitted"] = AnApplication.Submitted(),
            ["under review"] = AnApplication.Claimed(),
            ["approved"] = AnApplication.Approved(),
            ["printed"] = AnApplication.Printed(),
            ["verified"] = AnApplication.Verified(),
            ["paid"] = AnApplication.Paid(),
        };

    public static TheoryData<string> InTheirHands => [.. Theirs.Keys];

    public static TheoryData<string> InTheOffice => [.. WithTheOffice.Keys];

    [Theory, MemberData(nameof(InTheirHands))]
    public void In_the_candidates_hands_what_is_missing_is_outstanding(string where)
    {
        var given = Theirs[where].With(PostLost);
        var outstanding = Completeness.Outstanding(given.Season, given.State, ChinaTime.DateOf(given.Now));
        Assert.False(outstanding.IsComplete);
        Assert.Equal(Completeness.Of(given.Season, given.State, ChinaTime.DateOf(given.Now)), outstanding);
    }

    [Theory, MemberData(nameof(InTheOffice))]
    public void In_the_office_nothing_is_outstanding_whatever_is_missing(string where)
    {
        var given = WithTheOffice[where].With(PostLost);
        Assert.False(Completeness.Of(given.Season, given.State, ChinaTime.DateOf(given.Now)).IsComplete);
        Assert.True(Completeness.Outstanding(given.Season, given.State, ChinaTime.DateOf(given.Now)).IsComplete);
    }
}
