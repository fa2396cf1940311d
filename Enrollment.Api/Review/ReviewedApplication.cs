using Enrollment.Api.Problems;
using Enrollment.Applications;
using Enrollment.Collections;
using Enrollment.Materials;
using Enrollment.People;
using Enrollment.Seasons;

namespace Enrollment.Api.Review;

/// <summary>All that a reviewer looks at, form and images side by side (R10).</summary>
public sealed record ReviewedApplication
{
    public required ApplicationId Id { get; init; }

    public required string Number { get; init; }

    public required StageName Stage { get; init; }

    public required string StageText { get; init; }

    public required DateTimeOffset StageSince { get; init; }

    public required int WorkdaysInStage { get; init; }

    public required int Round { get; init; }

    public required Account Account { get; init; }

    public required Form Form { get; init; }

    /// <summary>The fields in the form's order, with their names and marks.</summary>
    public required ValueList<ReviewedField> Fields { get; init; }

    public required ValueList<ReviewedImage> Images { get; init; }

    /// <summary>Marks on slots: what is not there and was asked for.</summary>
    public required ValueList<Mark> SlotMarks { get; init; }

    /// <summary>Parts that approval still waits for.</summary>
    public required ValueList<ReviewTarget> ToReview { get; init; }

    public required ValueList<CrossCheck> CrossChecks { get; init; }

    public OnlineVerification? OnlineVerification { get; init; }

    public required ReviewedCompleteness Completeness { get; init; }

    /// <summary>How the rounds before ended.</summary>
    public required ValueList<ReviewOutcome> Outcomes { get; init; }

    public required ValueList<Note> Notes { get; init; }

    public Claim? Claim { get; init; }

    /// <summary>Whether whoever asks holds the claim.</summary>
    public required bool IsMine { get; init; }

    /// <summary>Whether whoever asks may claim it now: nobody has it, or the claim has lapsed by the server's clock.</summary>
    public required bool CanClaim { get; init; }

    public static ReviewedApplication Of(
        Season season,
        Application application,
        Actor.Staff caller,
        DateTimeOffset now,
        Language language
    )
    {
        var claim = (application.Stage as Stage.Submitted)?.Claim;
        return new()
        {
            Id = application.Id,
            Number = application.Number,
            Stage = application.Stage.Name,
            StageText = StageWords.Of(application.Stage.Name, language),
            StageSince = application.StageSince,
            WorkdaysInStage = QueueItem.WorkdaysSince(season, application.StageSince, now),
            Round = application.Round,
            Account = application.OpenedAccount,
            Form = application.Form,
            Fields = [.. FormFields.All.Select(field => ReviewedField.Of(application, field, language))],
            Images = [.. application.Images.Select(image => ReviewedImage.Of(application, image, language))],
            SlotMarks = application.Marks.RemoveAll(mark => mark.Target is not ReviewTarget.OfSlot),
            ToReview =
            [
                .. Lifecycle
                    .PartsToReview(application)
                    .Where(part =>
                        !application.Marks.Any(mark => mark.Target == part && mark.Verdict == Verdict.Accepted)
                    ),
            ],
            CrossChecks = Review.CrossChecks.Of(application, language),
            OnlineVerification = application.OnlineVerification,
            Completeness = ReviewedCompleteness.Of(
                Applications.Completeness.Of(season, application, ChinaTime.DateOf(now)),
                language
            ),
            Outcomes = application.Outcomes,
            Notes = application.Notes,
            Claim = claim,
            IsMine = claim?.By.Id == caller.Id,
            CanClaim =
                application.Stage is Stage.Submitted
                && claim?.By.Id != caller.Id
                && (claim is null || claim.LapsesAt <= now),
        };
    }
}

/// <param name="Text">What it says, in words; a line for each entry of a list.</param>
/// <param name="Mark">Null until somebody looked at it.</param>
public sealed record ReviewedField(FormField Field, string Name, string? Text, bool IsEmpty, Mark? Mark)
{
    internal static ReviewedField Of(Application application, FormField field, Language language) =>
        new(
            field,
            FormFields.NameOf(field, language),
            FieldWords.Of(application.Form, field, language),
            FormFields.IsEmpty(application.Form, field),
            application.Marks.FirstOrDefault(mark => mark.Target is ReviewTarget.OfField of && of.Field == field)
        );
}

/// <summary>An image with what inspection found, in words, and what staff overruled (R9).</summary>
public sealed record ReviewedImage
{
    public required Image Image { get; init; }

    public required string SlotName { get; init; }

    public required string PageName { get; init; }

    public required ValueList<ReviewedFinding> Findings { get; init; }

    public Mark? Mark { get; init; }

    /// <summary>Where its bytes are.</summary>
    public required string Content { get; init; }

    internal static ReviewedImage Of(Application application, Image image, Language language) =>
        new()
        {
            Image = image,
            SlotName = Slots.NameOf(image.Slot, language),
            PageName = Slots.NameOf(image.Page, language),
            Findings =
            [
                .. (image.Inspection?.Findings ?? []).Select(finding => new ReviewedFinding(
                    finding,
                    FindingWords.Of(finding, language),
                    image.Overruled.Contains(finding.Code)
                )),
            ],
            Mark = application.Marks.FirstOrDefault(mark =>
                mark.Target is ReviewTarget.OfImage of && of.Image == image.Id
            ),
            Content = $"/api/review/applications/{application.Id}/images/{image.Id}/content",
        };
}

public sealed record ReviewedFinding(Finding Finding, FindingText Words, bool IsOverruled);

/// <summary>What is still missing, by the rules of submission, in words.</summary>
public sealed record ReviewedCompleteness(
    bool IsComplete,
    IReadOnlyDictionary<string, ValueList<FieldError>> Errors,
    ValueList<ShortcomingView> Shortcomings
)
{
    internal static ReviewedCompleteness Of(Completeness completeness, Language language) =>
        new(
            completeness.IsComplete,
            Problem.ErrorsOf(completeness.FormProblems, language),
            [.. completeness.Shortcomings.Select(one => ShortcomingView.Of(one, language))]
        );
}
