using Enrollment.Api.Problems;
using Enrollment.Applications;
using Enrollment.Collections;
using Enrollment.Documents;
using Enrollment.Seasons;

namespace Enrollment.Api.Candidates;

/// <summary>Everything that the candidate's page shows, in one answer.</summary>
public sealed record CandidatePage
{
    public required ApplicationId Id { get; init; }

    /// <summary>The server's clock: deadlines are counted by it (R2).</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>报名号</summary>
    public required string Number { get; init; }

    public required string Name { get; init; }

    /// <summary>138****1234</summary>
    public required string Phone { get; init; }

    /// <summary>What stands above the form (R4).</summary>
    public required string Notice { get; init; }

    public required StageView Stage { get; init; }

    /// <summary>What is to be agreed to or confirmed before anything else (R1).</summary>
    public required ValueList<ConsentView> ConsentsOutstanding { get; init; }

    public required FormAnswer Form { get; init; }

    public required SharedList<SlotView> Slots { get; init; }

    public required ValueList<ImageView> Images { get; init; }

    /// <summary>What the materials and consents still lack; with no problems in the form either, it can be submitted.</summary>
    public required ValueList<ShortcomingView> Shortcomings { get; init; }

    public required bool IsComplete { get; init; }

    /// <summary>承诺, as it is ticked at submission.</summary>
    public required string Commitment { get; init; }

    /// <summary>When returned: the parts that may be changed (R10).</summary>
    public OpenParts? Open { get; init; }

    /// <summary>Comments and results of the rounds, the latest first (R10).</summary>
    public required ValueList<RoundView> Rounds { get; init; }

    /// <summary>打印材料, once approved (R11).</summary>
    public required ValueList<DocumentView> Documents { get; init; }

    public required OnSiteView OnSite { get; init; }

    public required PaymentView Payment { get; init; }

    public static CandidatePage Of(Season season, Application application, DateTimeOffset now, Language language)
    {
        var missing = Completeness.Outstanding(season, application, ChinaTime.DateOf(now));
        return new()
        {
            Id = application.Id,
            Now = now,
            Number = application.Number,
            Name = application.OpenedAccount.Name,
            Phone = application.OpenedAccount.Phone.Masked,
            Notice = NoticeWords.In(language),
            Stage = StageView.Of(season, application, language),
            ConsentsOutstanding =
            [
                .. Lifecycle
                    .OutstandingConsents(season, application)
                    .Select(one => ConsentView.Of(one.Kind, one.Version, language)),
            ],
            Form = FormAnswer.Of(season, application, missing, language),
            Slots = SlotViews.Of(season, application.Form, language),
            Images = [.. application.Images.Select(image => ImageView.Of(image, language))],
            Shortcomings = [.. missing.Shortcomings.Select(one => ShortcomingView.Of(one, language))],
            IsComplete = missing.IsComplete,
            Commitment = season.Wording.Commitment,
            Open = (application.Stage as Stage.Returned)?.Open,
            Rounds = [.. application.Outcomes.Reverse().Select(one => RoundView.Of(application, one, language))],
            Documents = DocumentView.AllOf(application),
            OnSite = OnSiteView.Of(season, application, language),
            Payment = PaymentView.Of(season, application),
        };
    }

    private static readonly Words NoticeWords = new(
        "如实填报，据此生成的《报名登记表》将进入个人档案。",
        "State the facts: the registration form that is made from them enters your personnel file."
    );
}

/// <summary>Where the application stands.</summary>
public sealed record StageView
{
    public required StageName Name { get; init; }

    public required string Words { get; init; }

    public required DateTimeOffset Since { get; init; }

    /// <summary>The first instant that is too late: 00:00 of the day after the last (R2).</summary>
    public DateTimeOffset? Deadline { get; init; }

    /// <summary>"2026年6月8日24时"</summary>
    public string? DeadlineWords { get; init; }

    /// <summary>Why it ended: a lapse in words, or the reason that was given.</summary>
    public string? Reason { get; init; }

    internal static StageView Of(Season season, Application application, Language language)
    {
        var deadline = application.Stage switch
        {
            Stage.Draft draft => draft.Deadline,
            Stage.Returned returned => returned.Deadline,
            Stage.Approved approved => approved.Until ?? ChinaTime.EndOf(season.Calendar.OnSiteTo),
            Stage.Printed printed => printed.Until ?? ChinaTime.EndOf(season.Calendar.OnSiteTo),
            Stage.OriginalsVerified verified => verified.Until ?? ChinaTime.EndOf(season.Calendar.PaymentCloses),
            _ => null,
        };
        return new()
        {
            Name = application.Stage.Name,
            Words = StageWords.Of(application.Stage.Name, language),
            Since = application.StageSince,
            Deadline = deadline,
            DeadlineWords = deadline is { } end ? WordsOf(ChinaTime.DayEndingAt(end)).In(language) : null,
            Reason = application.Stage switch
            {
                Stage.Abandoned abandoned => StageWords.Of(abandoned.Lapse, language),
                Stage.Rejected rejected => rejected.Reason,
                Stage.Withdrawn withdrawn => withdrawn.Reason,
                _ => null,
            },
        };
    }

    private static Words WordsOf(DateOnly lastDay) =>
        new(
            $"{lastDay.Year}年{lastDay.Month}月{lastDay.Day}日24时",
            $"24:00 of {lastDay:yyyy-MM-dd}, China Standard Time"
        );
}

/// <param name="Version">Of what is shown: a new version asks again.</param>
public sealed record ConsentView(ConsentKind Kind, string Version, string Message)
{
    internal static ConsentView Of(ConsentKind kind, string version, Language language) =>
        new(kind, version, ShortcomingWords.Of(new(ShortcomingCode.ConsentMissing) { Consent = kind }, language));
}

/// <summary>How one round of review ended, with its comments.</summary>
public sealed record RoundView
{
    public required int Round { get; init; }

    public required StageName Result { get; init; }

    public required string Words { get; init; }

    public required DateTimeOffset At { get; init; }

    public string? Reason { get; init; }

    public required ValueList<CommentView> Comments { get; init; }

    internal static RoundView Of(Application application, ReviewOutcome outcome, Language language) =>
        new()
        {
            Round = outcome.Round,
            Result = outcome.Result,
            Words = StageWords.Of(outcome.Result, language),
            At = outcome.At,
            Reason = outcome.Reason,
            Comments =
            [
                .. outcome.Comments.Select(mark => new CommentView(
                    mark.Target,
                    CommentView.NameOf(application, mark.Target, language),
                    mark.Comment ?? ""
                )),
            ],
        };
}

/// <param name="Target">What it is about: "field:name", "image:0f…", "slot:other".</param>
/// <param name="Name">The same, as people call it.</param>
public sealed record CommentView(ReviewTarget Target, string Name, string Comment)
{
    internal static string NameOf(Application application, ReviewTarget target, Language language) =>
        target switch
        {
            ReviewTarget.OfField of => FormFields.NameOf(of.Field, language),
            ReviewTarget.OfSlot of => Materials.Slots.NameOf(of.Slot, language),
            ReviewTarget.OfImage of when application.FindImage(of.Image) is { } image =>
                $"{Materials.Slots.NameOf(image.Slot, language)} {Materials.Slots.NameOf(image.Page, language)}",
            _ => new Words("已删除的图片", "an image since removed").In(language),
        };
}

/// <summary>A paper that the candidate may fetch.</summary>
public sealed record DocumentView(DocumentKind Kind, string Url, int Version, bool IsFetched)
{
    internal static ValueList<DocumentView> AllOf(Application application) =>
        application is { Papers: { } papers, Stage: not (Stage.Abandoned or Stage.Rejected or Stage.Withdrawn) }
            ?
            [
                .. PaperMaker.MadeOnApproval.Select(kind => new DocumentView(
                    kind,
                    $"/api/application/documents/{Materials.WireName.Of(kind)}.pdf",
                    papers.Version,
                    papers.Fetched.Contains(kind)
                )),
            ]
            : [];
}
