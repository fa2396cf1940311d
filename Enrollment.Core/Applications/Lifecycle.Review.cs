using Enrollment.Collections;
using Enrollment.Materials;
using Enrollment.People;
using Enrollment.Seasons;
using Enrollment.TextMessages;

namespace Enrollment.Applications;

/// <content>Review (R10).</content>
public static partial class Lifecycle
{
    /// <summary>How long a claim keeps others out without a sign of life.</summary>
    public static readonly TimeSpan ClaimLease = TimeSpan.FromMinutes(30);

    private static Decision ClaimReview(Stage.Submitted submitted, Context context) =>
        KeptOutBy(submitted, context) is { } claim
            ? Refuse(RefusalCode.ClaimedByAnother, claim.By.Name)
            : Accept(new Event.Claimed(context.Now + ClaimLease));

    private static Decision ReleaseReview(Stage.Submitted submitted, Context context) =>
        submitted.Claim is null ? Accept()
        : KeptOutBy(submitted, context) is { } claim ? Refuse(RefusalCode.ClaimedByAnother, claim.By.Name)
        : Accept(new Event.Released());

    /// <summary>The claim of another, while it has not lapsed.</summary>
    private static Claim? KeptOutBy(Stage.Submitted submitted, Context context) =>
        submitted.Claim is { } claim && !Holds(submitted, context.By) && context.Now < claim.LapsesAt ? claim : null;

    private static Decision MarkParts(Application application, Command.MarkParts marks)
    {
        foreach (var mark in marks.Marks)
        {
            if (mark.Target is ReviewTarget.OfImage target && application.FindImage(target.Image) is null)
            {
                return Refuse(RefusalCode.MarkTargetUnknown, target.ToString());
            }
            if (mark.Verdict == Verdict.Commented && string.IsNullOrWhiteSpace(mark.Comment))
            {
                return Refuse(RefusalCode.CommentMissing, mark.Target.ToString());
            }
            if (mark.Comment?.Length > MaxReasonLength)
            {
                return Refuse(RefusalCode.TextTooLong, mark.Target.ToString());
            }
            if (mark.Verdict == Verdict.Accepted && NeedsOnlineVerification(application, mark.Target))
            {
                return Refuse(RefusalCode.OnlineVerificationMissing, mark.Target.ToString());
            }
        }

        var news = marks.Marks.Where(mark => !application.Marks.Contains(mark)).ToValueList();
        return news.Count == 0 ? Accept() : Accept(new Event.Marked(news));
    }

    /// <summary>Slot 9 can't be accepted before its record was looked up on the official site (R9).</summary>
    private static bool NeedsOnlineVerification(Application application, ReviewTarget target) =>
        application.OnlineVerification is not { Matches: true }
        && target is ReviewTarget.OfImage { Image: var id }
        && application.FindImage(id) is { Slot: Slot.ChsiRecord };

    private static ReviewTarget? Unverified(Application application) =>
        PartsToReview(application).FirstOrDefault(part => NeedsOnlineVerification(application, part));

    /// <summary>Every part that a reviewer must have looked at: the fields that hold something, and all images.</summary>
    public static IEnumerable<ReviewTarget> PartsToReview(Application application) =>
        [
            .. FormFields
                .Changed(Form.Empty, application.Form)
                .Select(field => (ReviewTarget)new ReviewTarget.OfField(field)),
            .. application.Images.Select(image => (ReviewTarget)new ReviewTarget.OfImage(image.Id)),
        ];

    private static Decision Approve(Season season, Application application, Context context)
    {
        var open = PartsToReview(application)
            .Where(part => !application.Marks.Any(mark => mark.Target == part && mark.Verdict == Verdict.Accepted))
            .Concat(Comments(application).Select(mark => mark.Target))
            .Distinct()
            .ToList();
        return open.Count > 0 ? Refuse(RefusalCode.PartsNotAccepted, string.Join('、', open.Take(20)))
            : Unverified(application) is { } record ? Refuse(RefusalCode.OnlineVerificationMissing, record.ToString())
            : Accept(
                new Event.Approved(),
                new Event.PapersOutdated((application.Papers?.Version ?? 0) + 1),
                Texts.Approved(season, application, context)
            );
    }

    private static IEnumerable<Mark> Comments(Application application) =>
        application.Marks.Where(mark => mark.Verdict == Verdict.Commented);

    private static Decision Return(Season season, Application application, Command.Return back, Context context)
    {
        var comments = Comments(application).ToList();
        if (comments.Count == 0)
        {
            return Refuse(RefusalCode.NothingCommented);
        }
        return back.Reason?.Length > MaxReasonLength
            ? Refuse(RefusalCode.TextTooLong)
            : Accept(
                new Event.Returned(Opened(application, comments), back.Reason),
                Texts.OfResult(season, application, TextTemplate.Returned, context)
            );
    }

    /// <summary>What was commented and what depends on it, nothing else (R10).</summary>
    private static OpenParts Opened(Application application, List<Mark> comments)
    {
        var fields = new SortedSet<FormField>();
        var slots = new SortedSet<Slot>();
        foreach (var mark in comments)
        {
            var (moreFields, moreSlots) = mark.Target switch
            {
                ReviewTarget.OfField of => FormFields.OpensWith(of.Field),
                ReviewTarget.OfImage of => FormFields.OpensWith(application.FindImage(of.Image)!.Slot),
                ReviewTarget.OfSlot of => FormFields.OpensWith(of.Slot),
                _ => throw new System.Diagnostics.UnreachableException(),
            };
            fields.UnionWith(moreFields);
            slots.UnionWith(moreSlots);
        }
        return new([.. fields], [.. slots]);
    }

    private static Decision Reject(Season season, Application application, Command.Reject reject, Context context) =>
        WithReason(
            reject.Reason,
            new Event.Rejected(reject.Reason),
            Texts.OfResult(season, application, TextTemplate.Rejected, context)
        );

    private static Claim ClaimOf(Actor by, DateTimeOffset lapsesAt) =>
        by is Actor.Staff staff
            ? new(staff, lapsesAt)
            : throw new InvalidOperationException("Only staff claim an application.");
}
