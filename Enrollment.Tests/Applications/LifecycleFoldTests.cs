using Enrollment.Applications;
using Enrollment.Documents;
using Enrollment.Materials;
using Enrollment.People;
using Enrollment.Tests.Builders;
using Enrollment.TextMessages;

namespace Enrollment.Tests.Applications;

/// <summary>What an event makes of the state, and what it leaves as it was.</summary>
public sealed class LifecycleFoldTests
{
    private static readonly Mark NameAccepted = new(new ReviewTarget.OfField(FormField.Name), Verdict.Accepted);

    private static readonly Mark PostAccepted = new(new ReviewTarget.OfField(FormField.Post), Verdict.Accepted);

    private static readonly Mark PostCommented = PostAccepted with { Verdict = Verdict.Commented, Comment = "请核对" };

    private static readonly OnlineVerification Matching = new("张三", "某某大学", "104221201205001234", Matches: true);

    private static AnApplication Missed => AnApplication.Invited().With(new Event.ReceiptMissed("m"));

    [Fact]
    public void Before_its_opening_an_application_has_neither_season_nor_number()
    {
        var unopened = Application.Unopened(AnApplication.Id);
        Assert.Equal(("", ""), (unopened.Season, unopened.Number));
    }

    [Theory]
    [InlineData(TextTemplate.Confirmation, false)]
    [InlineData(TextTemplate.Returned, false)]
    [InlineData(TextTemplate.SignInCode, true)]
    public void A_text_that_starts_the_clock_takes_its_reader_off_the_staffs_list(TextTemplate template, bool stays)
    {
        Assert.True(Missed.State.IsReceiptMissing);
        Assert.Equal(stays, Missed.With(new Event.TextQueued("m2", template, [])).State.IsReceiptMissing);
        Assert.False(AnApplication.Invited().With(new Event.TextQueued("m2", template, [])).State.IsReceiptMissing);
    }

    [Fact]
    public void A_receipt_takes_its_reader_off_the_staffs_list() =>
        Assert.False(
            Missed
                .With(new Event.ReceiptConfirmed(ReceiptEvidence.SignIn, ASeason.Opening, ASeason.DraftDeadline))
                .State.IsReceiptMissing
        );

    [Fact]
    public void A_report_is_about_its_own_message() =>
        Assert.Equal(
            [TextState.Queued, TextState.Failed],
            AnApplication
                .Invited()
                .With(
                    new Event.TextQueued("m2", TextTemplate.Reminder, []),
                    new Event.TextReported("m2", TextState.Failed)
                )
                .State.Messages.Select(message => message.State)
        );

    [Fact]
    public void The_marks_of_an_image_go_with_it()
    {
        var reviewed = AnApplication.Reviewed();
        var gone = new ReviewTarget.OfImage(Uploads.Id(1));
        Assert.Equal(
            reviewed.State.Marks.RemoveAll(mark => mark.Target == gone),
            reviewed.With(new Event.ImageRemoved(gone.Image)).State.Marks
        );
    }

    [Fact]
    public void A_mark_takes_the_place_of_the_one_before_and_of_no_other() =>
        Assert.Equal(
            [NameAccepted, PostCommented],
            AnApplication
                .Claimed()
                .With(new Event.Marked([PostAccepted, NameAccepted]), new Event.Marked([PostCommented]))
                .State.Marks
        );

    [Fact]
    public void Several_marks_made_at_once_take_each_the_place_of_their_own() =>
        Assert.Equal(
            [NameAccepted, PostCommented],
            AnApplication
                .Claimed()
                .With(new Event.Marked([PostAccepted]), new Event.Marked([NameAccepted, PostCommented]))
                .State.Marks
        );

    [Fact]
    public void Each_submission_is_a_round()
    {
        Assert.Equal(1, AnApplication.Submitted().State.Round);
        Assert.Equal(2, AnApplication.Correcting().With(new Event.Submitted(AnApplication.Commitment)).State.Round);
    }

    [Fact]
    public void Rows_that_are_ticked_again_are_replaced_and_the_others_stay()
    {
        var state = AnApplication
            .Checked()
            .With(
                new Event.OriginalsChecked([
                    new(OriginalItem.IdentityCard, OriginalResult.Owed),
                    new(OriginalItem.ChsiRecord, OriginalResult.Owed),
                ])
            )
            .State;
        Assert.Equal(OriginalRules.AllItems, state.Originals.Select(row => row.Item).Order());
        Assert.Equal(
            [OriginalItem.IdentityCard, OriginalItem.ChsiRecord],
            state.Originals.Where(row => row.Result == OriginalResult.Owed).Select(row => row.Item)
        );
    }

    [Fact]
    public void Another_phone_is_known_since_its_correction_and_the_same_one_since_before()
    {
        var later = AnApplication.Drafting().Later(TimeSpan.FromHours(1));
        var otherPhone = Somebody.Account with { Phone = PhoneNumber.Parse("13800000002") };
        var otherName = Somebody.Account with { Name = "张珊" };
        Assert.Equal(later.Now, later.With(new Event.AccountCorrected(otherPhone, "录错")).State.PhoneSince);
        Assert.Equal(ASeason.Opening, later.With(new Event.AccountCorrected(otherName, "录错")).State.PhoneSince);
    }

    [Fact]
    public void The_form_follows_a_corrected_account_where_the_account_speaks()
    {
        var draft = AnApplication.Complete();
        var other = IdentityNumber.Parse("11010519491231002X");
        var corrected = draft.With(
            new Event.AccountCorrected(Somebody.Account with { Name = "张珊", IdentityNumber = other }, "录错")
        );
        Assert.Equal(("张珊", other.Value), (corrected.State.Form.Name, corrected.State.Form.IdentityNumber));
        Assert.Equal(draft.State.FormRevision + 1, corrected.State.FormRevision);
        Assert.Equal(
            SampleForm.Number,
            draft
                .With(new Event.AccountCorrected(Somebody.Account with { IdentityNumber = null }, "录错"))
                .State.Form.IdentityNumber
        );
    }

    [Fact]
    public void A_draft_begins_with_its_receipt_and_a_return_with_the_reviewers_word()
    {
        var invited = AnApplication.Invited().Later(TimeSpan.FromHours(2));
        Assert.Equal(invited.Now, invited.After(new Command.Appear()).State.StageSince);
        var returned = AnApplication.Returned();
        var received = returned.Later(TimeSpan.FromHours(2)).After(new Command.Appear()).State;
        Assert.Equal(returned.Now, received.StageSince);
        Assert.Equal(returned.Now.AddHours(2), received.ClockSince);
    }

    [Fact]
    public void Time_is_moved_only_where_a_deadline_runs() =>
        Assert.Throws<InvalidOperationException>(() =>
            AnApplication.Submitted().With(new Event.DeadlineExtended(ASeason.OnSiteEnd, "出差")).State
        );

    [Theory]
    [InlineData(Slot.ChsiRecord, false)]
    [InlineData(Slot.IdPhoto, true)]
    public void A_return_that_opens_the_record_has_it_verified_anew(Slot opened, bool stays) =>
        Assert.Equal(
            stays ? Matching : null,
            AnApplication
                .Claimed()
                .With(new Event.VerifiedOnline(Matching), new Event.Returned(new([], [opened]), null))
                .State.OnlineVerification
        );

    [Fact]
    public void How_long_a_review_was_waited_for_is_known_where_it_was_waited_for()
    {
        var submitted = AnApplication.Submitted();
        var later = submitted.Later(TimeSpan.FromDays(1)).With(new Event.Rejected("不符合报考条件"));
        Assert.Equal(submitted.Now, Assert.Single(later.State.Outcomes).SubmittedAt);
        var atTheDesk = AnApplication.Printed().With(new Event.Rejected("原件不实"));
        Assert.Null(atTheDesk.State.Outcomes[^1].SubmittedAt);
    }

    [Fact]
    public void Papers_fetched_at_an_older_version_are_fetched_again()
    {
        var state = AnApplication.Approved().With(new Event.PaperFetched(DocumentKind.RegistrationForm, 1)).State;
        Assert.Equal([DocumentKind.RegistrationForm], state.Papers!.Fetched);
        Assert.Empty(
            AnApplication
                .Approved()
                .With(new Event.PaperFetched(DocumentKind.RegistrationForm, 1), new Event.PapersOutdated(2))
                .State.Papers!.Fetched
        );
    }
}
