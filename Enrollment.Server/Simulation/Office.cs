using System.Text.Json.Nodes;
using Enrollment.Applications;

namespace Enrollment.Server.Simulation;

/// <summary>The branch's people: administrator, reviewer and desk clerk, each signed in and acting through the API.</summary>
internal sealed class Office(StaffMember administrator, StaffMember reviewer, StaffMember clerk, long feeFen)
    : IDisposable
{
    /// <summary>Opens all accounts from one spreadsheet: looked at first, then committed.</summary>
    public async Task ImportAsync(IEnumerable<Account> accounts)
    {
        var lines = accounts.Select(account =>
            $"{account.Name},{account.Phone},{account.IdentityNumber},{account.Employer},{account.Programme}"
        );
        var csv = string.Join('\n', ["姓名,手机号,身份证号,工作单位,报考专业", .. lines]) + "\n";
        (
            await (await administrator.AtWorkAsync()).PostTextAsync(
                "/api/admin/accounts/import?dryRun=true",
                csv,
                "text/csv"
            )
        ).Expect();
        (
            await (await administrator.AtWorkAsync()).PostTextAsync(
                "/api/admin/accounts/import?dryRun=false",
                csv,
                "text/csv"
            )
        ).Expect();
    }

    /// <summary>Marks every part accepted, except those commented on.</summary>
    public async Task ReviewAsync(ApplicationId id, params (string Target, string Comment)[] comments)
    {
        var path = $"/api/review/applications/{id}";
        var page = (await (await reviewer.AtWorkAsync()).PutAsync($"{path}/claim", new JsonObject())).Expect().Json!;
        (
            await (await reviewer.AtWorkAsync()).PutAsync(
                $"{path}/online-verification",
                new OnlineVerification("与申报一致", "河北大学", "100751201505001234", Matches: true)
            )
        ).Expect();
        var marks = page["toReview"]!
            .AsArray()
            .Select(part => part!.GetValue<string>())
            .Select(target =>
                comments.FirstOrDefault(one =>
                    one.Target == target || target.StartsWith(one.Target, StringComparison.Ordinal)
                )
                    is { Comment: { } comment }
                    ? new JsonObject
                    {
                        ["target"] = target,
                        ["verdict"] = "commented",
                        ["comment"] = comment,
                    }
                    : new JsonObject { ["target"] = target, ["verdict"] = "accepted" }
            )
            .ToArray<JsonNode>();
        (
            await (await reviewer.AtWorkAsync()).PutAsync(
                $"{path}/marks",
                new JsonObject { ["marks"] = new JsonArray(marks) }
            )
        ).Expect();
    }

    public async Task ApproveAsync(ApplicationId id)
    {
        await ReviewAsync(id);
        (await (await reviewer.AtWorkAsync()).PostAsync($"/api/review/applications/{id}/approval")).Expect();
    }

    /// <summary>Returns with comments on two fields and the photo.</summary>
    public async Task ReturnAsync(ApplicationId id, string photoTarget)
    {
        await ReviewAsync(
            id,
            ("field:post", "职务请按任职文件填写全称"),
            ("field:nativePlace", "籍贯请填写到市县"),
            (photoTarget, "证件照请使用近期照片")
        );
        (
            await (await reviewer.AtWorkAsync()).PostAsync(
                $"/api/review/applications/{id}/return",
                new { reason = "请按意见修改" }
            )
        ).Expect();
    }

    public async Task RejectAsync(ApplicationId id)
    {
        await ReviewAsync(id);
        (
            await (await reviewer.AtWorkAsync()).PostAsync(
                $"/api/review/applications/{id}/rejection",
                new { reason = "不符合报考条件" }
            )
        ).Expect();
    }

    /// <summary>The target of the portrait, as the reviewer's page names it.</summary>
    public async Task<string> PhotoTargetAsync(ApplicationId id)
    {
        var page = (await (await reviewer.AtWorkAsync()).GetAsync($"/api/review/applications/{id}")).Expect().Json!;
        var photo = page["images"]!
            .AsArray()
            .First(image => image!["image"]!["slot"]!.GetValue<string>() == "id-photo")!;
        return $"image:{photo["image"]!["id"]!.GetValue<string>()}";
    }

    public async Task PrintAsync(ApplicationId id) =>
        (await (await clerk.AtWorkAsync()).PostAsync($"/api/desk/applications/{id}/printing")).Expect();

    /// <summary>Takes every row as it is expected to end, except those that the candidate has forgotten.</summary>
    public async Task CheckOriginalsAsync(ApplicationId id, params string[] owed)
    {
        // A waiver shows once the paper that it leans on is kept, so the rows are read again after the first round.
        for (var round = 0; round < 2; round++)
        {
            var page = (await (await clerk.AtWorkAsync()).GetAsync($"/api/desk/applications/{id}")).Expect().Json!;
            var checks = page["rows"]!.AsArray().Select(row => CheckOf(row!, owed)).ToArray<JsonNode>();
            (
                await (await clerk.AtWorkAsync()).PutAsync(
                    $"/api/desk/applications/{id}/originals",
                    new JsonObject { ["checks"] = new JsonArray(checks) }
                )
            ).Expect();
        }
    }

    public async Task<Answer> TryVerifyAsync(ApplicationId id) =>
        await (await clerk.AtWorkAsync()).PostAsync($"/api/desk/applications/{id}/verification");

    public async Task VerifyAsync(ApplicationId id)
    {
        await CheckOriginalsAsync(id);
        (await TryVerifyAsync(id)).Expect();
    }

    public async Task PayAsync(ApplicationId id, string transactionNo) =>
        (
            await (await clerk.AtWorkAsync()).PostAsync(
                $"/api/desk/applications/{id}/payments/manual",
                new
                {
                    method = "wechat",
                    amountFen = feeFen,
                    transactionNo,
                    reason = "现场扫码，凭交易单补录",
                }
            )
        ).Expect();

    public async Task ReverseAsync(ApplicationId id) =>
        (
            await (await clerk.AtWorkAsync()).PostAsync(
                $"/api/desk/applications/{id}/payments/{await OrderNoAsync(id)}/reversal",
                new { reason = "录入他人交易单，冲正" }
            )
        ).Expect();

    public async Task RefundAsync(ApplicationId id) =>
        (
            await (await clerk.AtWorkAsync()).PostAsync(
                $"/api/desk/applications/{id}/payments/{await OrderNoAsync(id)}/refund",
                new { reason = "考生申请退出", outcome = "withdraws" }
            )
        ).Expect();

    public async Task ExtendAsync(ApplicationId id, DateOnly lastDay) =>
        (
            await (await administrator.AtWorkAsync()).PostAsync(
                $"/api/admin/applications/{id}/extension",
                new { lastDay, reason = "出差在外，书面申请" }
            )
        ).Expect();

    public async Task ReopenAsync(ApplicationId id, DateOnly lastDay) =>
        (
            await (await administrator.AtWorkAsync()).PostAsync(
                $"/api/admin/applications/{id}/reopening",
                new { lastDay, reason = "住院治疗，凭证明恢复" }
            )
        ).Expect();

    public void Dispose()
    {
        administrator.Dispose();
        reviewer.Dispose();
        clerk.Dispose();
    }

    private static JsonObject CheckOf(JsonNode row, string[] owed)
    {
        var item = row["item"]!.GetValue<string>();
        var expected = row["allowed"]![0]!["result"]!.GetValue<string>();
        return new JsonObject
        {
            ["item"] = item,
            ["result"] = owed.Contains(item) ? "owed" : expected,
            ["copies"] = item == "registration-forms" ? OriginalRules.RegistrationFormCopies : null,
        };
    }

    private async Task<string> OrderNoAsync(ApplicationId id)
    {
        var page = (await (await clerk.AtWorkAsync()).GetAsync($"/api/desk/applications/{id}")).Expect().Json!;
        return page["payments"]!.AsArray()[^1]!["orderNo"]!.GetValue<string>();
    }
}
