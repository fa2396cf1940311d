using Enrollment.TextMessages;

namespace Enrollment.Applications;

/// <content>The fold: what each event makes of the state.</content>
public static partial class Lifecycle
{
    public static Application Fold(ApplicationId id, IEnumerable<Happened> events) =>
        events.Aggregate(Application.Unopened(id), Evolve);

    public static Application Evolve(Application application, Happened happened) =>
        happened.Event switch
        {
            Event.AccountOpened opened => Opened(application, opened, happened.At),
            Event.AccountCorrected corrected => Corrected(application, corrected.Account, happened.At),
            Event.SignInCodeIssued => application,
            Event.TextQueued queued => application with
            {
                Messages = application.Messages.Add(
                    new(queued.MessageId, queued.Template, queued.Variables, TextState.Queued, happened.At)
                ),
                IsReceiptMissing = application.IsReceiptMissing && !StartsTheClock(queued.Template),
            },
            Event.TextReported reported => application with
            {
                Messages =
                [
                    .. application.Messages.Select(message =>
                        message.Id == reported.MessageId ? message with { State = reported.State } : message
                    ),
                ],
            },
            Event.ReceiptConfirmed receipt => StartClock(application, receipt, happened.At),
            Event.ReceiptMissed => application with { IsReceiptMissing = true },
            Event.Reminded reminded => application with { Reminded = application.Reminded.Add(reminded.DueAt) },
            Event.Consented consented => application with
            {
                Consents = application.Consents.Add(new(consented.Kind, consented.Version, happened.At)),
            },

            Event.FormSaved saved => application with
            {
                Form = FormFields.Merge(application.Form, saved.Values, saved.Changed),
                FormRevision = application.FormRevision + 1,
            },
            Event.UploadOpened
            or Event.ImageReceived
            or Event.ImageInspected
            or Event.ImageRemoved
            or Event.ImageExplained
            or Event.FindingOverruled => application with
            {
                Images = EvolveImages(application.Images, happened),
                Marks = happened.Event is Event.ImageRemoved removed
                    ? application.Marks.RemoveAll(mark => mark.Target == new ReviewTarget.OfImage(removed.Image))
                    : application.Marks,
            },
            Event.Submitted => Enter(application, new Stage.Submitted(Claim: null), happened.At) with
            {
                Round = application.Round + 1,
            },
            Event.Withdrawn withdrawn => Enter(
                application,
                new Stage.Withdrawn(withdrawn.Reason, application.Stage),
                happened.At
            ),

            Event.Claimed claimed => application with
            {
                Stage = new Stage.Submitted(ClaimOf(happened.By, claimed.LapsesAt)),
            },
            Event.Released => application with { Stage = new Stage.Submitted(Claim: null) },
            Event.Marked marked => application with
            {
                Marks = application
                    .Marks.RemoveAll(mark => marked.Marks.Any(news => news.Target == mark.Target))
                    .AddRange(marked.Marks),
            },
            Event.NoteAdded note => application with
            {
                Notes = application.Notes.Add(new(note.Text, happened.By, happened.At)),
            },
            Event.VerifiedOnline verified => application with { OnlineVerification = verified.Verification },
            Event.Approved => Enter(
                Ended(application, StageName.Approved, null, happened),
                new Stage.Approved(null),
                happened.At
            ),
            Event.Returned returned => Returned(application, returned, happened),
            Event.Rejected rejected => Enter(
                Ended(application, StageName.Rejected, rejected.Reason, happened),
                new Stage.Rejected(rejected.Reason, application.Stage),
                happened.At
            ),

            Event.PapersOutdated outdated => application with
            {
                Papers = new(outdated.Version, [], []),
                Originals = OweNewPrints(application),
            },
            Event.PapersMade made => application with { Papers = new(made.Version, made.Made, []) },
            Event.PaperFetched fetched => Fetched(application, fetched.Kind, happened.At),
            Event.PapersPrinted => application.Stage is Stage.Approved approved
                ? Enter(application, new Stage.Printed(approved.Until), happened.At)
                : application,

            Event.OriginalsChecked check => application with
            {
                Originals = application
                    .Originals.RemoveAll(row => check.Checks.Any(one => one.Item == row.Item))
                    .AddRange(check.Checks.Select(one => Row(one, happened))),
            },
            Event.OriginalsVerified => Enter(
                application,
                new Stage.OriginalsVerified(UntilOf(application.Stage)),
                happened.At
            ),
            Event.VerificationTakenBack => Enter(
                application,
                new Stage.Printed(UntilOf(application.Stage)),
                happened.At
            ),
            Event.OriginalGivenBack back => application with
            {
                Originals =
                [
                    .. application.Originals.Select(row =>
                        row.Item == back.Item
                            ? row with
                            {
                                ReturnedTo = back.ReturnedTo,
                                ReturnedAt = happened.At,
                            }
                            : row
                    ),
                ],
            },

            Event.OrderOpened or Event.OrderPlaced or Event.OrderClosing or Event.OrderClosed => application with
            {
                Orders = EvolveOrders(application.Orders, happened),
            },
            Event.PaymentSettled settled => Enter(
                application with
                {
                    Payments = application.Payments.Add(settled.Payment),
                },
                new Stage.Paid(),
                happened.At
            ),
            Event.SurplusReceived surplus => application with { Payments = application.Payments.Add(surplus.Payment) },
            Event.SurplusCounted => Enter(EvolvePayments(application, happened), new Stage.Paid(), happened.At),
            Event.PaymentConfirmed or Event.RefundAsked or Event.RefundFailed or Event.PaymentRefunded =>
                EvolvePayments(application, happened),
            Event.PaymentReversed => Enter(
                EvolvePayments(application, happened),
                new Stage.OriginalsVerified(null),
                happened.At
            ),

            Event.DeadlineExtended extended => MoveDeadline(application, extended.Deadline, happened.At),
            Event.Abandoned abandoned => Enter(
                application,
                new Stage.Abandoned(abandoned.Lapse, application.Stage),
                happened.At
            ),
            Event.Reopened reopened => Enter(application, reopened.To, happened.At) with
            {
                ClockSince = happened.At,
                Reminded = [],
            },
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private static Application Enter(Application application, Stage stage, DateTimeOffset at) =>
        application with
        {
            Stage = stage,
            StageSince = at,
            IsReceiptMissing = false,
        };

    /// <summary>The account's facts are the form's first content, so that nobody types twice what staff knew.</summary>
    private static Application Opened(Application application, Event.AccountOpened opened, DateTimeOffset at) =>
        Enter(application, new Stage.Invited(), at) with
        {
            Season = opened.Season,
            Number = opened.Number,
            Account = opened.Account,
            PhoneSince = at,
            OpenedAt = at,
            Form = Form.Empty with
            {
                Name = opened.Account.Name,
                IdentityNumber = opened.Account.IdentityNumber?.Value,
                Employer = opened.Account.Employer,
                Programme = opened.Account.Programme,
            },
        };

    /// <summary>The form follows the account where the account speaks: name and identity number.</summary>
    private static Application Corrected(Application application, Account account, DateTimeOffset at) =>
        application with
        {
            Account = account,
            PhoneSince = account.Phone == application.Account?.Phone ? application.PhoneSince : at,
            Form = application.Form with
            {
                Name = account.Name,
                IdentityNumber = account.IdentityNumber?.Value ?? application.Form.IdentityNumber,
            },
            FormRevision = application.FormRevision + 1,
        };

    private static bool StartsTheClock(TextTemplate template) =>
        template is TextTemplate.Confirmation or TextTemplate.Returned;

    private static Application StartClock(Application application, Event.ReceiptConfirmed receipt, DateTimeOffset at)
    {
        Stage stage = application.Stage is Stage.Returned returned
            ? returned with
            {
                Deadline = receipt.Deadline,
            }
            : new Stage.Draft(receipt.Deadline);
        return Enter(application, stage, application.Stage is Stage.Returned ? application.StageSince : at) with
        {
            ClockSince = receipt.ReceivedAt,
            Reminded = [],
        };
    }

    private static Application MoveDeadline(Application application, DateTimeOffset deadline, DateTimeOffset at) =>
        application with
        {
            Stage = application.Stage switch
            {
                Stage.Draft => new Stage.Draft(deadline),
                Stage.Returned returned => returned with { Deadline = deadline },
                Stage.Approved => new Stage.Approved(deadline),
                Stage.Printed => new Stage.Printed(deadline),
                Stage.OriginalsVerified => new Stage.OriginalsVerified(deadline),
                _ => throw new InvalidOperationException("This stage has no deadline to move."),
            },
            ClockSince = at,
            Reminded = [],
        };
}
