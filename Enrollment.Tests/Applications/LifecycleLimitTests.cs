using Enrollment.Applications;
using Enrollment.Materials;
using Enrollment.Tests.Builders;
using Enrollment.TextMessages;

namespace Enrollment.Tests.Applications;

/// <summary>What is just allowed, what refusals carry besides their code, and which reports of a text are news.</summary>
public sealed class LifecycleLimitTests
{
    private static readonly string Longest = new('长', Lifecycle.MaxReasonLength);

    private static readonly ReviewTarget Post = new ReviewTarget.OfField(FormField.Post);

    private static Dictionary<string, (AnApplication Given, Command When)> JustAllowed { get; } =
        new(StringComparer.Ordinal)
        {
            ["A reason"] = (AnApplication.Drafting(), new Command.Withdraw(Longest)),
            ["A comment"] = (AnApplication.Claimed(), new Command.MarkParts([new(Post, Verdict.Commented, Longest)])),
            ["What a return says"] = (
                AnApplication.Claimed().With(new Event.Marked([new(Post, Verdict.Commented, "请核对")])),
                new Command.Return(Longest)
            ),
            ["A note of the desk"] = (
                AnApplication.Printed(),
                new Command.CheckOriginals([
                    new(OriginalItem.IdentityCard, OriginalResult.CheckedAndReturned, Note: Longest),
                ])
            ),
            ["A file's name"] = (
                AnApplication.Drafting(),
                new Command.OpenUpload(Slot.IdPhoto, Page.Portrait, null, new string('名', 200))
            ),
            ["A diploma of one entry of several"] = (
                AnApplication
                    .Drafting()
                    .Filled(
                        SampleForm.Valid with
                        {
                            Education =
                            [
                                SampleForm.Valid.Education[0] with
                                {
                                    Id = "e0",
                                    Level = DiplomaLevel.JuniorCollege,
                                },
                                SampleForm.Valid.Education[0],
                            ],
                        }
                    ),
                new Command.OpenUpload(Slot.BachelorDiploma, Page.Diploma, "e1", null)
            ),
        };

    public static TheoryData<string> Sentences => [.. JustAllowed.Keys];

    [Theory]
    [MemberData(nameof(Sentences))]
    public void It_is_accepted_up_to_the_limit(string what) =>
        Assert.NotEmpty(Assert.IsType<Decision.Accepted>(JustAllowed[what].Given.When(JustAllowed[what].When)).Events);

    [Fact]
    public void A_form_that_can_not_be_printed_is_refused_with_its_problems()
    {
        var problem = new FormProblem(FormField.Post, "post", FormProblemCode.Unprintable, "𪚥");
        var form = SampleForm.Valid with { Post = "主任𪚥" };
        Assert.Equal(
            [problem],
            Refused(AnApplication.Complete(), new Command.SaveForm(form, 1, [problem])).FormProblems
        );
    }

    [Fact]
    public void A_submission_is_refused_with_everything_that_it_lacks()
    {
        var refusal = Refused(
            AnApplication
                .Complete()
                .With(new Event.FormSaved([FormField.Post], Form.Empty), new Event.ImageRemoved(Uploads.Id(1))),
            new Command.Submit(HasCommitted: true)
        );
        Assert.Equal([new(FormField.Post, "post", FormProblemCode.Missing)], refusal.FormProblems);
        Assert.Equal([new(ShortcomingCode.SlotEmpty) { Slot = Slot.IdPhoto }], refusal.Shortcomings);
    }

    [Theory]
    [InlineData(TextState.Queued, TextState.Delivered, true)]
    [InlineData(TextState.Accepted, TextState.Delivered, true)]
    [InlineData(TextState.Accepted, TextState.Failed, true)]
    [InlineData(TextState.Failed, TextState.Delivered, true)]
    [InlineData(TextState.Unknown, TextState.Accepted, true)]
    [InlineData(TextState.Queued, TextState.Unknown, true)]
    [InlineData(TextState.Delivered, TextState.Failed, false)]
    [InlineData(TextState.Delivered, TextState.Accepted, false)]
    [InlineData(TextState.Accepted, TextState.Queued, false)]
    [InlineData(TextState.Failed, TextState.Accepted, false)]
    [InlineData(TextState.Accepted, TextState.Unknown, false)]
    [InlineData(TextState.Failed, TextState.Unknown, false)]
    [InlineData(TextState.Failed, TextState.Failed, false)]
    public void A_text_only_moves_forward_and_a_draft_has_its_receipt(TextState known, TextState told, bool isNews)
    {
        var draft = AnApplication.Drafting();
        var decision = draft
            .With(new Event.TextReported(draft.LastText, known))
            .When(new Command.ReportText(draft.LastText, told, IsFinal: true));
        Assert.Equal(
            isNews ? [new Event.TextReported(draft.LastText, told)] : [],
            Assert.IsType<Decision.Accepted>(decision).Events
        );
    }

    private static Refusal Refused(AnApplication given, Command when) =>
        Assert.IsType<Decision.Refused>(given.When(when)).Refusal;
}
