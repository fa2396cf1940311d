using System.Runtime.CompilerServices;
using Enrollment.Access;
using Enrollment.Api.Desk;
using Enrollment.Api.Problems;
using Enrollment.Api.Staff;
using Enrollment.Applications;
using Enrollment.Materials;
using Enrollment.Payments;
using Enrollment.Seasons;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Enrollment.Api.Admin;

using Cells = IReadOnlyList<(string Heading, object? Value)>;
using SheetAnswer = Results<FileContentHttpResult, ProblemHttpResult>;

/// <summary>报名、缴费、花名册 as XLSX (R16). Headings are Chinese: these files go into offices, not into programs.</summary>
internal static class Sheets
{
    public static void MapSheets(this IEndpointRouteBuilder admin)
    {
        var exports = admin.MapGroup("/exports");
        exports.MapGet("/applications.xlsx", ApplicationsAsync).WithName("AdminExportApplications");
        exports.MapGet("/payments.xlsx", PaymentsAsync).WithName("AdminExportPayments");
        exports.MapGet("/roster.xlsx", RosterAsync).WithName("AdminExportRoster");
    }

    private static Task<SheetAnswer> ApplicationsAsync(
        [AsParameters] ListFilter filter,
        IApplicationIndex index,
        IJournal journal,
        [AsParameters] StaffCommands staff
    )
    {
        return WriteAsync("applications.xlsx", filter, journal, staff, Rows);

        async IAsyncEnumerable<Cells> Rows(
            ApplicationQuery query,
            [EnumeratorCancellation] CancellationToken cancellationToken
        )
        {
            await foreach (var item in index.WalkAsync(query, cancellationToken))
            {
                yield return SheetRows.Of(item);
            }
        }
    }

    private static Task<SheetAnswer> PaymentsAsync(
        IApplicationIndex index,
        IApplicationStore store,
        IJournal journal,
        [AsParameters] StaffCommands staff
    )
    {
        return WriteAsync("payments.xlsx", Everything, journal, staff, Rows);

        async IAsyncEnumerable<Cells> Rows(
            ApplicationQuery query,
            [EnumeratorCancellation] CancellationToken cancellationToken
        )
        {
            await foreach (var application in Reconciliation.PayersAsync(query.Season, index, store, cancellationToken))
            {
                foreach (var payment in application.Payments)
                {
                    yield return SheetRows.Of(application, payment);
                }
            }
        }
    }

    /// <summary>花名册: those who are enrolled, unless other stages are named.</summary>
    private static Task<SheetAnswer> RosterAsync(
        [AsParameters] ListFilter filter,
        IApplicationIndex index,
        IApplicationStore store,
        IJournal journal,
        [AsParameters] StaffCommands staff
    )
    {
        return WriteAsync("roster.xlsx", filter with { Stage = filter.Stage ?? Enrolled }, journal, staff, Rows);

        async IAsyncEnumerable<Cells> Rows(
            ApplicationQuery query,
            [EnumeratorCancellation] CancellationToken cancellationToken
        )
        {
            await foreach (var item in index.WalkAsync(query, cancellationToken))
            {
                if (await store.FindAsync(item.Id, cancellationToken) is { Application: var application })
                {
                    yield return SheetRows.OfRoster(application);
                }
            }
        }
    }

    private static async Task<SheetAnswer> WriteAsync(
        string name,
        ListFilter filter,
        IJournal journal,
        StaffCommands staff,
        Func<ApplicationQuery, CancellationToken, IAsyncEnumerable<Cells>> rows
    )
    {
        if (await staff.Seasons.CurrentAsync(staff.Aborted) is not { } season)
        {
            return Problem.Of(ProblemCode.NoSeason, staff.Language);
        }
        var (query, problem) = filter.Read(season, staff);
        if (query is null)
        {
            return problem!;
        }
        await journal.NoteAsync(staff, JournalAct.Exported, name, filter.ToString());
        var file = await Sheet.WriteAsync(rows(query, staff.Aborted), staff.Aborted);
        return TypedResults.File(file, Sheet.ContentType, name);
    }

    private static readonly string Enrolled = WireName.Of(StageName.Paid);

    private static readonly ListFilter Everything = new();
}

/// <summary>What stands in a row of each sheet.</summary>
internal static class SheetRows
{
    private const Language Zh = Language.Chinese;

    public static Cells Of(ApplicationSummary item) =>
        [
            ("报名号", item.Number),
            ("姓名", item.Name),
            ("手机号", item.Phone),
            ("工作单位", item.Employer),
            ("报考专业", item.Programme),
            ("阶段", StageWords.Of(item.Stage, Zh)),
            ("进入阶段时间", Time(item.StageSince)),
            ("开通时间", Time(item.OpenedAt)),
            ("截止时间", item.Deadline is { } deadline ? Time(deadline) : null),
            ("提交次数", item.Round),
            ("图片提示数", item.Warnings),
            ("需联系", item.NeedsAttention ? "是" : null),
        ];

    public static Cells Of(Application application, Payment payment) =>
        [
            ("报名号", application.Number),
            ("姓名", application.Form.Name ?? application.OpenedAccount.Name),
            ("缴费时间", Time(payment.PaidAt)),
            (
                "方式",
                payment.Method switch
                {
                    PaymentMethod.WeChat => "微信支付",
                    PaymentMethod.Alipay => "支付宝",
                }
            ),
            ("金额（元）", payment.AmountFen / 100m),
            ("票据号", payment.ReceiptNo),
            ("订单号", payment.OrderNo),
            ("交易号", payment.TransactionNo),
            ("手工录入原因", payment.Reason),
            ("冲正时间", payment.Reversed is { } reversed ? Time(reversed.At) : null),
            ("冲正原因", payment.Reversed?.Reason),
            ("退费时间", payment.Refunded is { } refunded ? Time(refunded.At) : null),
            ("退费原因", payment.Refunded?.Reason),
        ];

    public static Cells OfRoster(Application application)
    {
        var form = application.Form;
        return
        [
            ("报名号", application.Number),
            ("姓名", form.Name),
            ("性别", form.Sex is { } sex ? ChoiceWords.Of(sex, Zh) : null),
            ("民族", form.EthnicGroup),
            ("出生日期", form.BirthDate?.ToString("yyyy-MM-dd")),
            ("身份证号", form.IdentityNumber),
            ("籍贯", form.NativePlace),
            ("手机号", application.OpenedAccount.Phone.Value),
            ("电子邮箱", form.Email),
            ("政治面貌", form.PoliticalStatus is { } status ? ChoiceWords.Of(status, Zh) : null),
            ("入党时间", form.PartyJoined?.ToChinese()),
            ("参加工作时间", form.FirstEmployed?.ToChinese()),
            ("工作单位", form.Employer),
            ("职务", form.Post),
            ("职称", form.TitleSeries),
            ("职称级别", form.TitleGrade is { } grade ? ChoiceWords.Of(grade, Zh) : null),
            ("文化程度", form.EducationLevel is { } level ? ChoiceWords.Of(level, Zh) : null),
            ("毕业学校", form.GraduationSchool),
            ("毕业时间", form.GraduationMonth?.ToChinese()),
            ("报考专业", form.Programme),
            ("阶段", StageWords.Of(application.Stage.Name, Zh)),
        ];
    }

    private static string Time(DateTimeOffset instant) =>
        instant.ToOffset(ChinaTime.Offset).ToString("yyyy-MM-dd HH:mm");
}
