using Enrollment.Applications;
using Enrollment.Collections;
using Enrollment.Documents;
using Enrollment.Payments;
using Enrollment.People;
using Enrollment.Seasons;
using Enrollment.Tests.Applications;
using Enrollment.TextMessages;

namespace Enrollment.Tests.Builders;

/// <summary>
/// An application made of events, never of set state, with the season it is in and the time that it is. Every step adds
/// what happened in the ordinary course; <see cref="With(Event[])"/> adds anything else, <see cref="After"/> whatever a
/// command leads to.
/// </summary>
internal sealed partial record AnApplication
{
    public static ApplicationId Id { get; } = ApplicationId.Parse("0000000000000000000000000000000a");

    public Season Season { get; private init; } = ASeason.Current;

    public ValueList<Happened> History { get; private init; } = [];

    /// <summary>The time of what comes next.</summary>
    public DateTimeOffset Now { get; private init; } = ASeason.Opening;

    public Application State => Lifecycle.Fold(Id, History);

    /// <summary>The id of the confirmation text, or of the text that came with the last return.</summary>
    public string LastText => State.Messages[^1].Id;

    public static AnApplication Unopened() => new();

    public static AnApplication Invited() =>
        Unopened()
            .By(Somebody.Reviewer, new Event.AccountOpened(ASeason.Current.Id, "202600001", Somebody.Account))
            .Texted(TextTemplate.Confirmation);

    public static AnApplication Drafting() =>
        Invited()
            .Later(TimeSpan.FromMinutes(5))
            .By(
                Somebody.Candidate,
                [
                    new Event.ReceiptConfirmed(ReceiptEvidence.SignIn, ASeason.Opening, ASeason.DraftDeadline),
                    .. Lifecycle
                        .OutstandingConsents(ASeason.Current, Application.Unopened(Id))
                        .Select(consent => new Event.Consented(consent.Kind, consent.Version)),
                ]
            );

    /// <summary>A draft that lacks nothing but the commitment.</summary>
    public static AnApplication Complete() => Drafting().Filled(SampleForm.Valid);

    public static AnApplication Submitted() =>
        Complete().Later(TimeSpan.FromDays(1)).By(Somebody.Candidate, new Event.Submitted(Commitment));

    /// <summary>Submitted, and claimed by <see cref="Somebody.Reviewer"/>.</summary>
    public static AnApplication Claimed() => Submitted().Claim();

    /// <summary>Claimed, with every part accepted.</summary>
    public static AnApplication Reviewed() => Claimed().AcceptAll();

    /// <summary>Returned for these parts; no deadline runs until the candidate has the text.</summary>
    public static AnApplication Returned(params ReviewTarget[] commented)
    {
        ValueList<ReviewTarget> targets =
            commented.Length > 0 ? [.. commented] : [new ReviewTarget.OfField(FormField.Post)];
        var claimed = Claimed()
            .By(
                Somebody.Reviewer,
                new Event.Marked([.. targets.Select(target => new Mark(target, Verdict.Commented, "请核对"))])
            );
        return claimed.After(new Command.Return("请修改后重新提交"));
    }

    /// <summary>Returned, and received.</summary>
    public static AnApplication Correcting(params ReviewTarget[] commented) =>
        Returned(commented).Later(TimeSpan.FromHours(1)).After(new Command.Appear());

    /// <summary>Approved, with the papers made.</summary>
    public static AnApplication Approved() =>
        Reviewed().Later(TimeSpan.FromDays(1)).After(new Command.Approve()).PapersMade();

    /// <summary>The candidate fetched both papers that need seals.</summary>
    public static AnApplication Printed() =>
        Approved()
            .By(
                Somebody.Candidate,
                [.. IssuedPapers.ToBeSealed.Select(kind => new Event.PaperFetched(kind, Version: 1))]
            );

    /// <summary>At the desk on the first on-site day, with every row looked at and none owed.</summary>
    public static AnApplication Checked() => Printed().On(ASeason.Current.Calendar.OnSiteFrom).CheckAll();

    public static AnApplication Verified() => Checked().By(Somebody.Clerk, new Event.OriginalsVerified());

    /// <summary>An order was committed; the provider has not answered.</summary>
    public static AnApplication Ordered() => Verified().By(Somebody.Clerk, new Event.OrderOpened(AnOrder));

    /// <summary>The code is on the desk's screen.</summary>
    public static AnApplication Waiting() =>
        Ordered().By(Somebody.System, new Event.OrderPlaced(AnOrder.OrderNo, CodeUrl));

    public static AnApplication Paid() =>
        Verified().By(Somebody.Clerk, new Event.PaymentSettled(APayment)).Texted(TextTemplate.Paid);

    public static AnApplication Abandoned() =>
        Drafting().At(ASeason.DraftDeadline).By(Somebody.System, new Event.Abandoned(Lapse.NotSubmitted));

    public static AnApplication Rejected() => Claimed().By(Somebody.Reviewer, new Event.Rejected("不符合报考条件"));

    public static AnApplication Withdrawn() => Drafting().By(Somebody.Candidate, new Event.Withdrawn("工作调动"));

    public static Payment APayment { get; } =
        new()
        {
            OrderNo = NewIdOf(1),
            Method = PaymentMethod.WeChat,
            AmountFen = ASeason.Current.FeeFen,
            TransactionNo = "4200001",
            ReceiptNo = "202600001-1",
            PaidAt = ChinaTime.At(ASeason.Current.Calendar.OnSiteFrom, new(9, 0)),
            Reason = "窗口收款",
        };

    public const string CodeUrl = "weixin://wxpay/bizpayurl?pr=Zx81Kq";

    /// <summary>The order that a verified application opens first.</summary>
    public static PaymentOrder AnOrder { get; } =
        new()
        {
            OrderNo = OrderNumber.Of(Id, NewIdOf(1)),
            Method = PaymentMethod.WeChat,
            AmountFen = ASeason.Current.FeeFen,
            OpenedAt = AtTheDesk,
            ExpiresAt = AtTheDesk + PaymentOrder.Lifetime,
        };

    public static OrderReceipt AReceipt { get; } =
        new(AnOrder.OrderNo, AnOrder.Method, "4200002", AnOrder.AmountFen, AtTheDesk.AddMinutes(-1));

    /// <summary>What <see cref="AReceipt"/> is in the ledger.</summary>
    public static Payment APaymentByCode { get; } =
        new()
        {
            OrderNo = AnOrder.OrderNo,
            Method = AnOrder.Method,
            AmountFen = AnOrder.AmountFen,
            TransactionNo = AReceipt.TransactionNo,
            ReceiptNo = "202600001-1",
            PaidAt = AReceipt.PaidAt,
            ConfirmedAt = AtTheDesk,
        };

    private static DateTimeOffset AtTheDesk => ChinaTime.At(ASeason.Current.Calendar.OnSiteFrom, new(9, 0));

    public static string Commitment => ASeason.Current.Wording.Commitment;

    /// <summary>The n-th id that <see cref="When"/> gives out.</summary>
    public static string NewIdOf(int number) => $"f{number:x31}";

    public AnApplication In(Season season) => this with { Season = season };

    public AnApplication At(DateTimeOffset now) => this with { Now = now };

    public AnApplication On(DateOnly day) => At(ChinaTime.At(day, new(9, 0)));

    public AnApplication Later(TimeSpan time) => At(Now + time);

    /// <summary>By the system, which in tests stands for whoever it may be.</summary>
    public AnApplication With(params Event[] events) => By(Somebody.System, events);

    public AnApplication By(Actor actor, params IEnumerable<Event> events) =>
        this with
        {
            History = History.AddRange(events.Select(what => new Happened(what, actor, Now))),
        };

    /// <summary>Any form saved, with the images that it asks for.</summary>
    public AnApplication Filled(Form form)
    {
        var changed = FormFields.Changed(State.Form, form);
        return By(
            Somebody.Candidate,
            [new Event.FormSaved(changed, FormFields.Only(form, changed)), .. Uploads.ImagesFor(form)]
        );
    }

    public AnApplication Claim() => By(Somebody.Reviewer, new Event.Claimed(Now + Lifecycle.ClaimLease));

    public AnApplication AcceptAll() =>
        By(
            Somebody.Reviewer,
            new Event.VerifiedOnline(new("张三", "某某大学", "104221201205001234", Matches: true)),
            new Event.Marked([.. Lifecycle.PartsToReview(State).Select(part => new Mark(part, Verdict.Accepted))])
        );

    public AnApplication PapersMade()
    {
        var version = State.Papers!.Version;
        ValueList<DocumentKind> kinds = [.. IssuedPapers.ToBeSealed, DocumentKind.OnSiteList];
        return By(
            Somebody.System,
            new Event.PapersMade(version, [.. kinds.Select(kind => new MadePaper(kind, Uploads.Sha256, $"v{version}"))])
        );
    }

    /// <summary>Each row ends as is first expected for this candidate (R12).</summary>
    public AnApplication CheckAll() => By(Somebody.Clerk, new Event.OriginalsChecked(ChecksFor(State)));

    /// <summary>The eleven ticks that are first expected for this candidate.</summary>
    public ValueList<OriginalCheck> ChecksFor(Application state)
    {
        ValueList<OriginalCheck> checks = [];
        foreach (var item in OriginalRules.AllItems.OrderBy(item => item is OriginalItem.BachelorDiploma))
        {
            var result = OriginalRules.Allowed(Season, state, item, checks)[0];
            checks = checks.Add(
                new(item, result, item == OriginalItem.RegistrationForms ? OriginalRules.RegistrationFormCopies : null)
            );
        }
        return checks;
    }

    /// <summary>What the lifecycle says to a command now; new ids are <see cref="NewIdOf"/> 1, 2, …</summary>
    public Decision When(Command command, Actor? by = null)
    {
        var ids = 0;
        return Lifecycle.Decide(
            Season,
            State,
            command,
            new(by ?? Somebody.Sending(command), Now, () => NewIdOf(++ids))
        );
    }

    /// <summary>With the events that an accepted command leads to.</summary>
    public AnApplication After(Command command, Actor? by = null)
    {
        var actor = by ?? Somebody.Sending(command);
        var ids = 0;
        var decision = Lifecycle.Decide(
            Season,
            State,
            command,
            new(actor, Now, () => $"e{History.Count:x4}{++ids:x27}")
        );
        return decision is Decision.Accepted accepted
            ? By(actor, accepted.Events)
            : throw new InvalidOperationException($"{command} was refused: {decision}");
    }

    private AnApplication Texted(TextTemplate template) =>
        By(Somebody.System, new Event.TextQueued($"c{History.Count:x31}", template, []));
}
