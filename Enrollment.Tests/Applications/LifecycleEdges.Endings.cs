using Enrollment.Applications;
using Enrollment.Seasons;
using Enrollment.Tests.Builders;
using Enrollment.TextMessages;
using static Enrollment.Tests.Applications.LifecycleEdge;

namespace Enrollment.Tests.Applications;

/// <content>Ended applications and their way back (DESIGN §2, last row).</content>
internal static partial class LifecycleEdges
{
    private static readonly DateOnly NewLastDay = new(2026, 7, 31);

    private static readonly DateTimeOffset NewEnd = ChinaTime.EndOf(NewLastDay);

    private static readonly Event NotCome = new Event.Abandoned(Lapse.NotOnSite);

    private static readonly Event Withdrawal = new Event.Withdrawn("工作调动");

    private static Dictionary<string, LifecycleEdge> Endings =>
        new(StringComparer.Ordinal)
        {
            ["A lapsed draft is reopened as a draft"] = Reopening(AnApplication.Abandoned(), new Stage.Draft(NewEnd)),
            ["A rejected application is reopened as a draft"] = Reopening(
                AnApplication.Rejected(),
                new Stage.Draft(NewEnd)
            ),
            ["A closed account is reopened as a draft"] = Reopening(Invited.With(Withdrawal), new Stage.Draft(NewEnd)),
            ["A draft that was withdrawn is reopened as a draft"] = Reopening(
                AnApplication.Withdrawn(),
                new Stage.Draft(NewEnd)
            ),
            ["A return that was withdrawn is reopened with what it had opened"] = Reopening(
                AnApplication.Correcting().With(Withdrawal),
                new Stage.Returned(PostOpened, NewEnd)
            ),
            ["Who was rejected at the desk is reopened on the way there"] = Reopening(
                AnApplication.Printed().With(new Event.Rejected("原件不实")),
                new Stage.Printed(NewEnd)
            ),
            ["A lapsed return is reopened with what it had opened"] = Reopening(
                AnApplication.Correcting().With(NotCome),
                new Stage.Returned(PostOpened, NewEnd)
            ),
            ["An approved person who lapsed is reopened on the way to the desk"] = Reopening(
                AnApplication.Approved().With(NotCome),
                new Stage.Printed(NewEnd)
            ),
            ["A printed application that was withdrawn is reopened on the way to the desk"] = Reopening(
                AnApplication.Printed().With(Withdrawal),
                new Stage.Printed(NewEnd)
            ),
            ["Who did not pay is reopened on the way to the desk"] = Reopening(
                AnApplication.Verified().With(NotCome),
                new Stage.Printed(NewEnd)
            ),
            ["Who left with the money is reopened on the way to the desk"] = Reopening(
                AnApplication
                    .Paid()
                    .With(new Event.PaymentRefunded(AnApplication.APayment.OrderNo, "放弃入学"), Withdrawal),
                new Stage.Printed(NewEnd)
            ),
            ["Who was reopened after 缴费截止 may still be verified and pay"] = new(
                AnApplication
                    .Checked()
                    .With(NotCome, new Event.Reopened(new Stage.Printed(NewEnd), "出差"), new Event.OriginalsVerified())
                    .At(ASeason.PaymentEnd),
                Pay,
                StageName.Paid,
                new Event.PaymentSettled(Entered with { PaidAt = ASeason.PaymentEnd }),
                Text(2, TextTemplate.Paid) with
                {
                    NotBefore = Morning(7, 21),
                }
            ),
            ["Time changes nothing about what has ended"] = new(
                AnApplication.Abandoned().At(ASeason.PaymentEnd),
                CatchUp,
                StageName.Abandoned
            ),
        };

    private static LifecycleEdge Reopening(AnApplication given, Stage to) =>
        new(
            given,
            new Command.Reopen(NewLastDay, "情况属实"),
            to.Name,
            new Event.Reopened(to, "情况属实"),
            Text(1, TextTemplate.DeadlineMoved, Until("7月31日24时")) with
            {
                NotBefore = given.Now == ASeason.DraftDeadline ? Morning(5, 26) : null,
            }
        );
}
