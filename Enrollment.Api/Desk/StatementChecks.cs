using System.Runtime.CompilerServices;
using Enrollment.Access;
using Enrollment.Api.Admin;
using Enrollment.Api.Problems;
using Enrollment.Api.Staff;
using Enrollment.Applications;
using Enrollment.Payments;
using Enrollment.Seasons;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Enrollment.Api.Desk;

using Cells = IReadOnlyList<(string Heading, object? Value)>;

/// <summary>The ledger of a day against the providers' own statements (对账, R13): every difference by name, and all of it as XLSX.</summary>
internal static class StatementChecks
{
    public static void MapStatementChecks(this IEndpointRouteBuilder desk)
    {
        desk.MapGet("/reconciliation/differences", GetAsync).WithName("DeskReconciliationDifferences");
        desk.MapGet("/reconciliation.xlsx", ExportAsync).WithName("DeskReconciliationSheet");
    }

    /// <param name="date">A day in China; yesterday when left out, whose statements are there from ten o'clock.</param>
    private static async Task<Results<Ok<StatementAnswer>, ProblemHttpResult>> GetAsync(
        DateOnly? date,
        PaymentProviders providers,
        IApplicationIndex index,
        IApplicationStore store,
        [AsParameters] StaffCommands staff
    ) =>
        await staff.Seasons.CurrentAsync(staff.Aborted) is { } season
            ? TypedResults.Ok(
                await CompareAsync(
                    date ?? ChinaTime.DateOf(staff.Clock.Now).AddDays(-1),
                    providers,
                    await PayersAsync(season, index, store, staff),
                    staff.Language,
                    staff.Aborted
                )
            )
            : Problem.Of(ProblemCode.NoSeason, staff.Language);

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> ExportAsync(
        DateOnly? date,
        PaymentProviders providers,
        IApplicationIndex index,
        IApplicationStore store,
        IJournal journal,
        [AsParameters] StaffCommands staff
    )
    {
        if (await staff.Seasons.CurrentAsync(staff.Aborted) is not { } season)
        {
            return Problem.Of(ProblemCode.NoSeason, staff.Language);
        }
        var day = date ?? ChinaTime.DateOf(staff.Clock.Now).AddDays(-1);
        await journal.NoteAsync(staff, JournalAct.Exported, "reconciliation.xlsx", $"{day:yyyy-MM-dd}");
        var payers = await PayersAsync(season, index, store, staff);
        var entries = ReconciliationAnswer.Of(
            day,
            [.. payers.SelectMany(Reconciliation.EntriesOf).Where(entry => ChinaTime.DateOf(entry.At) == day)]
        );
        var compared = await CompareAsync(day, providers, payers, staff.Language, staff.Aborted);
        return TypedResults.File(
            await Sheet.WriteAsync(Rows(entries, compared, staff.Aborted), staff.Aborted),
            Sheet.ContentType,
            $"reconciliation-{day:yyyy-MM-dd}.xlsx"
        );
    }

    private static async Task<List<Application>> PayersAsync(
        Season season,
        IApplicationIndex index,
        IApplicationStore store,
        StaffCommands staff
    )
    {
        var payers = new List<Application>();
        await foreach (var application in Reconciliation.PayersAsync(season.Id, index, store, staff.Aborted))
        {
            payers.Add(application);
        }
        return payers;
    }

    public static async Task<StatementAnswer> CompareAsync(
        DateOnly day,
        PaymentProviders providers,
        List<Application> payers,
        Language language,
        CancellationToken cancellationToken
    )
    {
        var checks = new List<StatementCheck>();
        var differences = new List<StatementDifference>();
        foreach (var method in providers.Methods)
        {
            var provider = providers.Find(method)!;
            try
            {
                if ((await provider.StatementAsync(day, cancellationToken)).Lines is not { } lines)
                {
                    checks.Add(new(method, StatementState.NotYet, 0, 0));
                    continue;
                }
                var ledger = payers
                    .SelectMany(one => one.Payments, (one, payment) => new LedgerLine(one.Id, payment))
                    .Where(line => line.Payment.Method == method)
                    .ToList();
                var found = StatementComparison.Of(method, day, ledger, lines, []);
                if (found.Any(one => one.ThereFen is null))
                {
                    // What was recorded around midnight may stand on a neighbour's statement.
                    var before = await provider.StatementAsync(day.AddDays(-1), cancellationToken);
                    var after = await provider.StatementAsync(day.AddDays(1), cancellationToken);
                    found = StatementComparison.Of(
                        method,
                        day,
                        ledger,
                        lines,
                        [.. before.Lines ?? [], .. after.Lines ?? []]
                    );
                }
                checks.Add(new(method, StatementState.Compared, lines.Count, lines.Sum(line => line.AmountFen)));
                differences.AddRange(found);
            }
            catch (Exception fault)
                when (fault is HttpRequestException or ProviderFaultException or TaskCanceledException
                    && !cancellationToken.IsCancellationRequested
                )
            {
                checks.Add(new(method, StatementState.Unreachable, 0, 0));
            }
        }
        var byId = payers.ToDictionary(one => one.Id);
        return new(day, [.. checks], [.. differences.Select(one => DifferenceItem.Of(one, byId, language))]);
    }

    private static async IAsyncEnumerable<Cells> Rows(
        ReconciliationAnswer entries,
        StatementAnswer compared,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await Task.CompletedTask;
        foreach (var entry in entries.Entries)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return Row(
                entry.Kind switch
                {
                    ReconciliationKind.Payment => "缴费",
                    ReconciliationKind.Reversal => "冲正",
                    ReconciliationKind.Refund => "退费",
                },
                entry.At,
                entry.Number,
                entry.Name,
                entry.Method,
                entry.AmountFen,
                thereFen: null,
                entry.OrderNo,
                entry.TransactionNo,
                entry.ReceiptNo,
                entry.Reason
            );
        }
        foreach (var one in compared.Differences)
        {
            yield return Row(
                "差异",
                one.At,
                one.Number,
                one.Name,
                one.Method,
                one.HereFen,
                one.ThereFen,
                one.OrderNo,
                one.TransactionNo,
                receiptNo: null,
                one.Text
            );
        }
        foreach (var check in compared.Statements)
        {
            yield return Row(
                "平台账单",
                ChinaTime.EndOf(compared.Date),
                number: null,
                name: null,
                check.Method,
                hereFen: null,
                check.State == StatementState.Compared ? check.NetFen : null,
                orderNo: null,
                transactionNo: null,
                receiptNo: null,
                check.State switch
                {
                    StatementState.Compared => $"已核对 {check.Lines} 笔",
                    StatementState.NotYet => "账单尚未生成",
                    StatementState.Unreachable => "未能取得账单",
                }
            );
        }
    }

    private static Cells Row(
        string kind,
        DateTimeOffset at,
        string? number,
        string? name,
        PaymentMethod method,
        long? hereFen,
        long? thereFen,
        string? orderNo,
        string? transactionNo,
        string? receiptNo,
        string? note
    ) =>
        [
            ("类别", kind),
            ("时间", at.ToOffset(ChinaTime.Offset).ToString("yyyy-MM-dd HH:mm:ss")),
            ("报名号", number),
            ("姓名", name),
            ("方式", PaymentWords.Of(method, Language.Chinese)),
            ("系统金额（元）", hereFen / 100m),
            ("平台金额（元）", thereFen / 100m),
            ("订单号", orderNo),
            ("交易号", transactionNo),
            ("票据号", receiptNo),
            ("说明", note),
        ];
}
