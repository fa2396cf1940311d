using Enrollment.Applications;
using Enrollment.Materials;
using Enrollment.Seasons;
using Enrollment.Tests.Builders;
using Enrollment.TextMessages;
using static Enrollment.Tests.Applications.LifecycleEdge;

namespace Enrollment.Tests.Applications;

/// <content>What time alone does, and what staff do about time (R2, R3, R17).</content>
internal static partial class LifecycleEdges
{
    private static readonly Command CatchUp = new Command.CatchUp();

    private static readonly DateTimeOffset ThirdLastDay = ChinaTime.At(new(2026, 5, 23), new(10, 0));

    private static readonly DateTimeOffset LastMorning = ChinaTime.At(new(2026, 5, 25), new(10, 0));

    private static readonly DateTimeOffset LastEvening = ChinaTime.At(new(2026, 5, 25), new(18, 0));

    private static readonly DateTimeOffset LastNight = ChinaTime.At(new(2026, 5, 25), new(22, 0));

    private static DateTimeOffset Morning(int month, int day) => ChinaTime.At(new(2026, month, day), new(8, 0));

    private static Event.TextQueued Lapsed(DateTimeOffset notBefore) =>
        Text(1, TextTemplate.Abandoned) with
        {
            NotBefore = notBefore,
        };

    private static Dictionary<string, LifecycleEdge> Time =>
        new(StringComparer.Ordinal)
        {
            ["Without a report in 24 hours the account goes on the staff's list"] = new(
                Invited.Later(TimeSpan.FromHours(24)),
                CatchUp,
                StageName.Invited,
                new Event.ReceiptMissed(Invited.LastText)
            ),
            ["A report may take 24 hours"] = new(
                Invited.Later(TimeSpan.FromHours(24) - TimeSpan.FromTicks(1)),
                CatchUp,
                StageName.Invited
            ),
            ["A return without a report goes on the staff's list as well"] = new(
                AnApplication.Returned().Later(TimeSpan.FromHours(24)),
                CatchUp,
                StageName.Returned,
                new Event.ReceiptMissed(AnApplication.Returned().LastText)
            ),
            ["A reminder goes out at 10:00 of the third-last day"] = new(
                AnApplication.Complete().At(ThirdLastDay),
                CatchUp,
                StageName.Draft,
                new Event.Reminded(ThirdLastDay),
                Text(1, TextTemplate.Reminder, Until("5月25日24时"))
            ),
            ["A reminder that went out is not sent again"] = new(
                AnApplication.Complete().At(ThirdLastDay).With(new Event.Reminded(ThirdLastDay)),
                CatchUp,
                StageName.Draft
            ),
            ["Reminders that came due during a standstill are one text"] = new(
                AnApplication.Complete().At(LastEvening),
                CatchUp,
                StageName.Draft,
                new Event.Reminded(ThirdLastDay),
                new Event.Reminded(LastMorning),
                new Event.Reminded(LastEvening),
                Text(1, TextTemplate.Reminder, Until("5月25日24时"))
            ),
            ["No reminder goes out at night, and none that could only arrive too late"] = new(
                AnApplication.Complete().At(LastNight),
                CatchUp,
                StageName.Draft,
                new Event.Reminded(ThirdLastDay),
                new Event.Reminded(LastMorning),
                new Event.Reminded(LastEvening)
            ),
            ["A reminder that could only arrive as the deadline passes does not go out either"] = new(
                AnApplication
                    .Complete()
                    .In(ASeason.Current with { Reminders = new() { QuietUntil = TimeOnly.MinValue } })
                    .At(LastNight),
                CatchUp,
                StageName.Draft,
                new Event.Reminded(ThirdLastDay),
                new Event.Reminded(LastMorning),
                new Event.Reminded(LastEvening)
            ),
            ["A reminder whose hour was over before the clock ran is not owed"] = new(
                DraftSince(ThirdLastDay.AddDays(1)),
                CatchUp,
                StageName.Draft
            ),
            ["A reminder whose hour strikes as the clock starts is not owed"] = new(
                DraftSince(ThirdLastDay),
                CatchUp,
                StageName.Draft
            ),
            ["A draft lapses at its deadline"] = new(
                AnApplication.Complete().At(ASeason.DraftDeadline),
                CatchUp,
                StageName.Abandoned,
                new Event.Abandoned(Lapse.NotSubmitted),
                Lapsed(Morning(5, 26))
            ),
            ["A returned application lapses at its deadline"] = new(
                AnApplication.Correcting().At(ChinaTime.EndOf(new(2026, 5, 25))),
                CatchUp,
                StageName.Abandoned,
                new Event.Abandoned(Lapse.NotSubmitted),
                Lapsed(Morning(5, 26))
            ),
            ["An approved person who did not come lapses"] = new(
                AnApplication.Approved().At(ASeason.OnSiteEnd),
                CatchUp,
                StageName.Abandoned,
                new Event.Abandoned(Lapse.NotOnSite),
                Lapsed(Morning(7, 18))
            ),
            ["A printed application lapses after the on-site days"] = new(
                AnApplication.Printed().At(ASeason.OnSiteEnd),
                CatchUp,
                StageName.Abandoned,
                new Event.Abandoned(Lapse.NotOnSite),
                Lapsed(Morning(7, 18))
            ),
            ["Who has not paid by 缴费截止 lapses"] = new(
                AnApplication.Verified().At(ASeason.PaymentEnd),
                CatchUp,
                StageName.Abandoned,
                new Event.Abandoned(Lapse.NotPaid),
                Lapsed(Morning(7, 21))
            ),
            ["A submitted application has no deadline"] = new(
                AnApplication.Submitted().At(ASeason.PaymentEnd),
                CatchUp,
                StageName.Submitted
            ),
            ["An upload that never came is forgotten after a day"] = new(
                AnApplication.Drafting().With(Uploads.Opened(Extra, Slot.Other)).Later(Lifecycle.UploadPatience),
                CatchUp,
                StageName.Draft,
                new Event.ImageRemoved(Extra)
            ),
            ["Staff extend a draft's deadline"] = Extending(AnApplication.Drafting(), StageName.Draft, new(2026, 6, 1)),
            ["Staff extend a return's deadline"] = Extending(
                AnApplication.Correcting(),
                StageName.Returned,
                new(2026, 6, 1)
            ),
            ["Staff give an approved person more time"] = Extending(
                AnApplication.Approved(),
                StageName.Approved,
                new(2026, 7, 25)
            ),
            ["Staff give somebody more time to come"] = Extending(
                AnApplication.Printed(),
                StageName.Printed,
                new(2026, 7, 25)
            ),
            ["Staff give somebody more time to pay"] = Extending(
                AnApplication.Verified(),
                StageName.OriginalsVerified,
                new(2026, 7, 25)
            ),
            ["Who was given more time to come may pay in that time"] = new(
                AnApplication
                    .Printed()
                    .With(new Event.DeadlineExtended(ChinaTime.EndOf(new(2026, 7, 25)), "出差"))
                    .CheckAll()
                    .With(new Event.OriginalsVerified())
                    .At(ASeason.PaymentEnd),
                CatchUp,
                StageName.OriginalsVerified
            ),
            ["A verification taken back leaves the time that was given"] = new(
                AnApplication
                    .Printed()
                    .With(new Event.DeadlineExtended(ChinaTime.EndOf(new(2026, 7, 19)), "出差"))
                    .CheckAll()
                    .With(new Event.OriginalsVerified(), new Event.VerificationTakenBack("证书有误"))
                    .At(ASeason.OnSiteEnd),
                CatchUp,
                StageName.Printed
            ),
            ["An upload may take a day"] = new(
                AnApplication
                    .Drafting()
                    .With(Uploads.Opened(Extra, Slot.Other))
                    .Later(Lifecycle.UploadPatience - TimeSpan.FromTicks(1)),
                CatchUp,
                StageName.Draft
            ),
            ["Who was given more time before fetching the papers has it"] = new(
                AnApplication
                    .Approved()
                    .With(new Event.DeadlineExtended(ChinaTime.EndOf(new(2026, 7, 25)), "出差"))
                    .At(ASeason.OnSiteEnd),
                CatchUp,
                StageName.Approved
            ),
        };

    private static AnApplication DraftSince(DateTimeOffset receipt) =>
        Invited.At(receipt).With(new Event.ReceiptConfirmed(ReceiptEvidence.SignIn, receipt, ASeason.DraftDeadline));

    private static LifecycleEdge Extending(AnApplication given, StageName stage, DateOnly lastDay) =>
        new(
            given,
            new Command.ExtendDeadline(lastDay, "出差"),
            stage,
            new Event.DeadlineExtended(ChinaTime.EndOf(lastDay), "出差"),
            Text(1, TextTemplate.DeadlineMoved, Until($"{lastDay.Month}月{lastDay.Day}日24时"))
        );
}
