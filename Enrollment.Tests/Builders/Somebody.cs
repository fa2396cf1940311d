using Enrollment.Applications;
using Enrollment.People;
using Enrollment.Tests.Applications;

namespace Enrollment.Tests.Builders;

/// <summary>Who acts in the tests, and whose application it is.</summary>
internal static class Somebody
{
    public static Actor.Candidate Candidate { get; } = new();

    public static Actor.Staff Reviewer { get; } = new("reviewer-1", "李审核");

    public static Actor.Staff OtherReviewer { get; } = new("reviewer-2", "王审核");

    public static Actor.Staff Clerk { get; } = new("desk-1", "赵现场");

    public static Actor.TheSystem System { get; } = new();

    public static Account Account { get; } =
        new()
        {
            Name = "张三",
            Phone = PhoneNumber.Parse("13800000001"),
            IdentityNumber = IdentityNumber.Parse(SampleForm.Number),
            Employer = "某某街道办事处",
            Programme = "法学",
        };

    /// <summary>Who sends such a command in the ordinary course.</summary>
    public static Actor Sending(Command command) =>
        command switch
        {
            Command.Appear
            or Command.GiveConsent
            or Command.SaveForm
            or Command.OpenUpload
            or Command.ReceiveImage
            or Command.RemoveImage
            or Command.ExplainImage
            or Command.Submit
            or Command.FetchPaper
            or Command.Withdraw => Candidate,
            Command.CatchUp
            or Command.ReportText
            or Command.RecordInspection
            or Command.RecordPapers
            or Command.RecordOrderPlaced
            or Command.RecordOrderClosed
            or Command.SettleOrder
            or Command.RecordGivenBack
            or Command.RecordRefund => System,
            _ => Reviewer,
        };
}
