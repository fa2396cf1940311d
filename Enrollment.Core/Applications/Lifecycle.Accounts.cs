using Enrollment.Collections;
using Enrollment.Seasons;
using Enrollment.TextMessages;

namespace Enrollment.Applications;

/// <content>Accounts, consents and text messages (R1, R2, R15).</content>
public static partial class Lifecycle
{
    private static Decision.Accepted Open(Season season, Command.OpenAccount open, Context context) =>
        Accept(
            new Event.AccountOpened(season.Id, open.Number, open.Account),
            Texts.Confirmation(season, open.Account, context)
        );

    /// <summary>Corrects who the account is for; the text is sent anew, and papers that print the old name are outdated.</summary>
    private static Decision Correct(
        Season season,
        Application application,
        Command.CorrectAccount correct,
        Context context
    )
    {
        var before = application.OpenedAccount;
        if (correct.Account == before)
        {
            return Accept();
        }

        var events = new List<Event> { new Event.AccountCorrected(correct.Account, correct.Reason) };
        if (application.Stage is Stage.Invited || correct.Account.Phone != before.Phone)
        {
            events.Add(
                application.Stage is Stage.Returned { Deadline: null }
                    ? Texts.OfResult(
                        season,
                        application with
                        {
                            Account = correct.Account,
                        },
                        TextTemplate.Returned,
                        context
                    )
                    : Texts.Confirmation(season, correct.Account, context)
            );
        }
        if (application.Papers is { } papers && HasPapers(application.Stage) && PrintsDiffer(before, correct.Account))
        {
            events.Add(new Event.PapersOutdated(papers.Version + 1));
        }
        return WithReason(correct.Reason, [.. events]);
    }

    /// <summary>Papers are in force, or being made, from the approval on.</summary>
    private static bool HasPapers(Stage stage) =>
        stage is Stage.Approved or Stage.Printed or Stage.OriginalsVerified or Stage.Paid;

    private static bool PrintsDiffer(Account before, Account after) =>
        before.Name != after.Name || before.IdentityNumber != after.IdentityNumber || before.Phone != after.Phone;

    private static Decision.Accepted Appear(Season season, Application application, Context context) =>
        AwaitsReceipt(application)
            ? Accept(Receipt(season, application, ReceiptEvidence.SignIn, context.Now))
            : Accept();

    /// <summary>Invited, or returned and not yet known to have been received: no clock runs.</summary>
    private static bool AwaitsReceipt(Application application) =>
        application.Stage is Stage.Invited or Stage.Returned { Deadline: null };

    private static Event.ReceiptConfirmed Receipt(
        Season season,
        Application application,
        ReceiptEvidence evidence,
        DateTimeOffset receivedAt
    ) =>
        new(
            evidence,
            receivedAt,
            application.Stage is Stage.Invited
                ? Deadline.AfterReceipt(season, receivedAt)
                : Deadline.AfterReturn(season, receivedAt)
        );

    /// <summary>
    /// A message's state only moves forward: reports may come twice, late or out of order, and a delivered message stays
    /// delivered.
    /// </summary>
    private static Decision ReportText(
        Season season,
        Application application,
        Command.ReportText report,
        Context context
    )
    {
        if (application.Messages.FirstOrDefault(message => message.Id == report.MessageId) is not { } message)
        {
            return Refuse(RefusalCode.MessageUnknown);
        }

        var events = new List<Event>();
        if (IsNews(message.State, report.State))
        {
            events.Add(new Event.TextReported(report.MessageId, report.State, report.Detail));
        }
        if (StartsTheClock(application, message))
        {
            if (report.State == TextState.Delivered)
            {
                events.Add(Receipt(season, application, ReceiptEvidence.DeliveryReport, context.Now));
            }
            else if (report is { State: TextState.Accepted, IsFinal: true })
            {
                events.Add(Receipt(season, application, ReceiptEvidence.Acceptance, context.Now));
            }
            else if (report.State == TextState.Failed && !application.IsReceiptMissing)
            {
                events.Add(new Event.ReceiptMissed(report.MessageId));
            }
        }
        return Accept([.. events]);
    }

    private static bool IsNews(TextState known, TextState reported) =>
        (known, reported) switch
        {
            (TextState.Delivered, _) => false,
            (_, TextState.Queued) => false,
            (TextState.Failed, TextState.Accepted) => false,
            (TextState.Accepted or TextState.Failed, TextState.Unknown) => false,
            _ => known != reported,
        };

    /// <summary>
    /// The confirmation of an invited person, or the return text of a returned one; not one that went to a phone which
    /// was corrected since.
    /// </summary>
    private static bool StartsTheClock(Application application, MessageState message) =>
        application.Stage switch
        {
            Stage.Invited => message.Template == TextTemplate.Confirmation
                && message.QueuedAt >= application.PhoneSince,
            Stage.Returned { Deadline: null } => message.Template == TextTemplate.Returned
                && message.QueuedAt >= application.StageSince
                && message.QueuedAt >= application.PhoneSince,
            _ => false,
        };

    private static Decision SendTextAgain(
        Season season,
        Application application,
        Command.SendTextAgain again,
        Context context
    ) =>
        application.Messages.FirstOrDefault(message => message.Id == again.MessageId) switch
        {
            null => Refuse(RefusalCode.MessageUnknown),
            { State: TextState.Queued or TextState.Delivered } => Refuse(RefusalCode.MessageNotFailed),
            var message => Accept(Texts.Again(season, message, context)),
        };

    private static Decision.Accepted GiveConsent(Season season, Application application, Command.GiveConsent consent) =>
        Accept([
            .. OutstandingConsents(season, application)
                .Where(required => consent.Kinds.Contains(required.Kind))
                .Select(required => new Event.Consented(required.Kind, required.Version)),
        ]);

    /// <summary>
    /// What the candidate has still to agree to or confirm (R1), with the version in force. A new version asks again.
    /// </summary>
    public static IEnumerable<(ConsentKind Kind, string Version)> OutstandingConsents(
        Season season,
        Application application
    )
    {
        ValueList<(ConsentKind Kind, string Version)> required =
        [
            (ConsentKind.PrivacyNotice, season.PrivacyNoticeVersion),
            (ConsentKind.SensitiveData, season.PrivacyNoticeVersion),
            .. season.AdmissionRules is { } rules ? new[] { (ConsentKind.AdmissionRules, rules.Version) } : [],
        ];
        return required.Where(one =>
            !application.Consents.Any(given => given.Kind == one.Kind && given.Version == one.Version)
        );
    }
}
