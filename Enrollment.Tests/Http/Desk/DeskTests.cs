using Enrollment.Documents;
using Enrollment.Materials;
using Enrollment.Tests.Builders;

namespace Enrollment.Tests.Http.Desk;

[Collection(StaffApiTests.Name)]
public sealed class DeskTests(StaffHost host)
{
    private static readonly string One = $"/api/desk/applications/{StaffClient.One}";

    [Fact]
    public async Task The_desk_sees_eleven_rows_with_what_each_may_end_as()
    {
        await using var api = await host.WithAsync(AnApplication.Printed().On(ASeason.Current.Calendar.OnSiteFrom));
        var desk = await api.AsAsync(Somebody.Clerk);

        var seen = await desk.GetAsync(One);

        var rows = seen.GetProperty("rows").EnumerateArray().ToList();
        Assert.Equal(11, rows.Count);
        Assert.Equal("报名登记表三份", rows[0].GetProperty("name").GetString());
        Assert.Equal(3, rows[0].GetProperty("copiesNeeded").GetInt32());
        Assert.Equal("收取", rows[0].GetProperty("allowed")[0].GetProperty("name").GetString());
        Assert.Equal("查验后带回", rows[2].GetProperty("allowed")[0].GetProperty("name").GetString());
        Assert.Contains("免交", rows[3].GetProperty("waiver").GetString());
        Assert.Contains("组织部", seen.GetProperty("sealNeeded").GetString());
        Assert.Equal(11, seen.GetProperty("outstanding").GetArrayLength());
    }

    [Fact]
    public async Task Originals_pass_when_all_are_there_and_verification_is_taken_back_with_a_reason()
    {
        var printed = AnApplication.Printed().On(ASeason.Current.Calendar.OnSiteFrom);
        await using var api = await host.WithAsync(printed);
        var desk = await api.AsAsync(Somebody.Clerk);

        Assert.Equal("originals-owed", await desk.RefusedAsync(HttpMethod.Post, $"{One}/verification"));
        await desk.PutAsync($"{One}/originals", new { checks = ChecksOf(printed) });
        var verified = await desk.PostAsync($"{One}/verification");
        Assert.Equal("待缴费", verified.GetProperty("stageText").GetString());
        Assert.Equal(0, verified.GetProperty("outstanding").GetArrayLength());

        Assert.Equal("reason-missing", await desk.RefusedAsync(HttpMethod.Delete, $"{One}/verification"));
        var back = await desk.OkAsync(HttpMethod.Delete, $"{One}/verification?reason=登记表未盖章");
        Assert.Equal("待现场审核", back.GetProperty("stageText").GetString());
    }

    [Fact]
    public async Task Whoever_does_not_pass_at_the_desk_is_rejected_with_a_reason()
    {
        await using var api = await host.WithAsync(AnApplication.Printed().On(ASeason.Current.Calendar.OnSiteFrom));
        var desk = await api.AsAsync(Somebody.Clerk);

        Assert.Equal(
            "reason-missing",
            await desk.RefusedAsync(HttpMethod.Post, $"{One}/rejection", new { reason = " " })
        );
        var rejected = await desk.PostAsync($"{One}/rejection", new { reason = "原件与上传图片不符" });

        Assert.Equal("审核不通过", rejected.GetProperty("stageText").GetString());
    }

    [Fact]
    public async Task A_row_ends_only_as_the_rules_allow_and_forms_come_in_threes()
    {
        await using var api = await host.WithAsync(AnApplication.Printed().On(ASeason.Current.Calendar.OnSiteFrom));
        var desk = await api.AsAsync(Somebody.Clerk);

        Assert.Equal("original-result-not-allowed", await Check(new { item = "identity-card", result = "kept" }));
        Assert.Equal(
            "copies-missing",
            await Check(
                new
                {
                    item = "registration-forms",
                    result = "kept",
                    copies = 2,
                }
            )
        );
        Assert.Equal("bad-value", await Check(new { item = "passport", result = "kept" }));

        Task<string> Check(object check) =>
            desk.RefusedAsync(HttpMethod.Put, $"{One}/originals", new { checks = new[] { check } });
    }

    [Fact]
    public async Task What_is_held_is_listed_receipted_and_given_back()
    {
        await using var api = await host.WithAsync(AnApplication.Checked());
        await api.AddAsync(AnApplication.Drafting(), 7);
        var desk = await api.AsAsync(Somebody.Clerk);

        var held = await desk.GetAsync("/api/desk/held");
        var one = Assert.Single(held.GetProperty("items").EnumerateArray());
        Assert.Equal(
            (await api.StateAsync()).Originals.Count(row => row.IsHeld),
            one.GetProperty("originals").GetArrayLength()
        );
        Assert.Equal("%PDF-", await desk.BeginningAsync($"{One}/originals-receipt.pdf"));

        var path = $"{One}/originals/appointment-document/return";
        Assert.Equal("reason-missing", await desk.RefusedAsync(HttpMethod.Post, path, new { returnedTo = "" }));
        await desk.PostAsync(path, new { returnedTo = "张三本人" });
        Assert.Equal(
            "original-not-held",
            await desk.RefusedAsync(HttpMethod.Post, path, new { returnedTo = "张三本人" })
        );
        Assert.Equal(
            "not-found",
            await desk.RefusedAsync(HttpMethod.Post, $"{One}/originals/passport/return", new { returnedTo = "张三" })
        );
    }

    [Fact]
    public async Task A_manual_payment_is_of_the_fee_and_a_mistaken_one_is_reversed()
    {
        await using var api = await host.WithAsync(AnApplication.Verified());
        var desk = await api.AsAsync(Somebody.Clerk);

        Assert.Equal("wrong-amount", await desk.RefusedAsync(HttpMethod.Post, $"{One}/payments/manual", Payment(1)));
        var paid = await desk.PostAsync($"{One}/payments/manual", Payment(ASeason.Current.FeeFen));
        Assert.Equal("报名完成", paid.GetProperty("stageText").GetString());
        var order = paid.GetProperty("payments")[0].GetProperty("orderNo").GetString();

        var reversed = await desk.PostAsync($"{One}/payments/{order}/reversal", new { reason = "录错考生" });
        Assert.Equal("待缴费", reversed.GetProperty("stageText").GetString());
        Assert.Equal(
            "payment-not-in-force",
            await desk.RefusedAsync(
                HttpMethod.Post,
                $"{One}/payments/{order}/refund",
                new { reason = "再退", outcome = "stays-paid" }
            )
        );

        var day = await desk.GetAsync("/api/desk/reconciliation");
        Assert.Equal(0, day.GetProperty("netFen").GetInt64());
        Assert.Equal(
            ["payment", "reversal"],
            day.GetProperty("entries").EnumerateArray().Select(entry => entry.GetProperty("kind").GetString())
        );
        var before = await desk.GetAsync("/api/desk/reconciliation?date=2026-07-01");
        Assert.Equal(0, before.GetProperty("entries").GetArrayLength());

        static object Payment(long amountFen) =>
            new
            {
                method = "alipay",
                amountFen,
                transactionNo = "2026071522001",
                reason = "扫码枪故障",
            };
    }

    [Fact]
    public async Task A_refund_may_end_the_enrolment()
    {
        await using var api = await host.WithAsync(AnApplication.Paid());
        var desk = await api.AsAsync(Somebody.Clerk);
        var path = $"{One}/payments/{AnApplication.APayment.OrderNo}/refund";

        var seen = await desk.PostAsync(path, new { reason = "考生放弃", outcome = "withdraws" });

        Assert.Equal("withdrawn", seen.GetProperty("stage").GetString());
        var total = (await desk.GetAsync("/api/desk/reconciliation?date=2026-07-15"))
            .GetProperty("totals")
            .EnumerateArray()
            .Single(one => one.GetProperty("method").GetString() == "wechat");
        Assert.Equal(1, total.GetProperty("payments").GetInt32());
        Assert.Equal(1, total.GetProperty("refunds").GetInt32());
    }

    [Fact]
    public async Task A_scanned_print_is_current_until_the_papers_change_and_then_says_what_changed()
    {
        await using var api = await host.WithAsync(AnApplication.Reviewed());
        var reviewer = await api.AsAsync(Somebody.Reviewer);
        var desk = await api.AsAsync(Somebody.Clerk);
        await reviewer.PostAsync($"/api/review/applications/{StaffClient.One}/approval");
        await api.AdvanceAsync();
        var made = (await api.StateAsync()).Papers!.Made.Single(paper => paper.Kind == DocumentKind.RegistrationForm);
        var facts = new PrintFacts(StaffClient.One, made.Kind, 1, made.ContentDigest);
        var code = PrintSeal.Sign(facts, api.Get<SealKeys>().Current);

        var current = await ScanAsync(code);
        Assert.Equal("current", current.GetProperty("result").GetString());
        Assert.Equal("registration-form", current.GetProperty("kind").GetString());
        Assert.Equal("altered", (await ScanAsync($"{code[..^2]}AA")).GetProperty("result").GetString());
        Assert.Equal("unknown", (await ScanAsync("https://example.cn")).GetProperty("result").GetString());

        var admin = await api.AsAsync(StaffApi.Administrator);
        await admin.PostAsync(
            $"/api/admin/applications/{StaffClient.One}/correction",
            new
            {
                account = new
                {
                    name = "张三",
                    phone = "13800000009",
                    identityNumber = Somebody.Account.IdentityNumber!.Value,
                },
                reason = "换号",
            }
        );
        await api.AdvanceAsync();
        var stale = await ScanAsync(code);
        Assert.Equal("stale", stale.GetProperty("result").GetString());
        Assert.Equal(2, stale.GetProperty("currentVersion").GetInt32());
        Assert.True(stale.GetProperty("accountChanged").GetBoolean());

        Task<System.Text.Json.JsonElement> ScanAsync(string text) => desk.PostAsync("/api/desk/scan", new { text });
    }

    [Fact]
    public async Task The_desk_prints_the_candidates_papers()
    {
        await using var api = await host.WithAsync(AnApplication.Reviewed());
        var reviewer = await api.AsAsync(Somebody.Reviewer);
        var desk = await api.AsAsync(Somebody.Clerk);
        await reviewer.PostAsync($"/api/review/applications/{StaffClient.One}/approval");

        Assert.Equal("papers-not-made", await desk.RefusedAsync(HttpMethod.Post, $"{One}/printing"));
        Assert.Equal(
            "papers-not-made",
            await desk.RefusedAsync(HttpMethod.Get, $"{One}/documents/registration-form.pdf")
        );
        await api.AdvanceAsync();

        Assert.Equal("%PDF-", await desk.BeginningAsync($"{One}/documents/introduction-letter.pdf"));
        Assert.Equal("printed", (await desk.PostAsync($"{One}/printing")).GetProperty("stage").GetString());
        Assert.Equal("not-found", await desk.RefusedAsync(HttpMethod.Get, $"{One}/documents/diploma.pdf"));
    }

    private static object[] ChecksOf(AnApplication application) =>
        [
            .. application
                .ChecksFor(application.State)
                .Select(check => new
                {
                    item = WireName.Of(check.Item),
                    result = WireName.Of(check.Result),
                    copies = check.Copies,
                }),
        ];
}
