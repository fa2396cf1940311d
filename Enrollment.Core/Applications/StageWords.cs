namespace Enrollment.Applications;

/// <summary>What the stages and the reasons of a lapse are called (DESIGN §2).</summary>
public static class StageWords
{
    public static string Of(StageName stage, Language language) => Of(stage).In(language);

    public static string Of(Lapse lapse, Language language) => Of(lapse).In(language);

    private static Words Of(StageName stage) =>
        stage switch
        {
            StageName.Unopened => new("未开通", "Not opened"),
            StageName.Invited => new("已开通", "Account opened"),
            StageName.Draft => new("填报中", "Filling in"),
            StageName.Submitted => new("待审核", "Awaiting review"),
            StageName.Returned => new("退回修改", "Returned for changes"),
            StageName.Approved => new("审核通过", "Approved"),
            StageName.Printed => new("待现场审核", "Awaiting the on-site check"),
            StageName.OriginalsVerified => new("待缴费", "Awaiting payment"),
            StageName.Paid => new("报名完成", "Enrolled"),
            StageName.Abandoned => new("自动放弃", "Lapsed"),
            StageName.Rejected => new("审核不通过", "Rejected"),
            StageName.Withdrawn => new("主动放弃", "Withdrawn"),
        };

    private static Words Of(Lapse lapse) =>
        lapse switch
        {
            Lapse.NotSubmitted => new("逾期未提交", "not submitted in time"),
            Lapse.NotOnSite => new("未到现场", "did not come to the on-site check"),
            Lapse.NotPaid => new("逾期未缴费", "not paid in time"),
        };
}
