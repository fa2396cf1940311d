using Enrollment.Api.Desk;
using Enrollment.Applications;
using Enrollment.Collections;
using Enrollment.Documents;
using Enrollment.Payments;
using Enrollment.Seasons;
using Enrollment.Tests.Builders;
using Enrollment.Tests.Http;

namespace Enrollment.Tests.Journeys;

/// <content>The papers, and the day at the branch.</content>
public sealed partial class FromAccountToPaymentTests
{
    private string _printedCode = "";

    private string Desk => $"/api/desk/applications/{_candidate.Id}";

    private async Task DownloadTheDocumentsAsync()
    {
        Assert.Equal(200, (await _candidate.SignInAsync(Somebody.Account)).Status);
        var documents = (await _candidate.PageAsync()).Documents;
        Assert.Equal(
            [DocumentKind.RegistrationForm, DocumentKind.IntroductionLetter, DocumentKind.OnSiteList],
            documents.Select(one => one.Kind)
        );
        foreach (var document in documents)
        {
            var answer = await _candidate.Client.GetAsync(document.Url);
            Assert.Equal((200, "application/pdf"), (answer.Status, answer.MediaType));
            var sheet = Sheet.Read(answer.Bytes);
            Assert.Contains("张三", sheet.Text, StringComparison.Ordinal);
            if (document.Kind == DocumentKind.RegistrationForm)
            {
                Assert.Contains("一级科员", sheet.Text, StringComparison.Ordinal);
                _printedCode = sheet.Code;
            }
        }
        var page = await _candidate.PageAsync();
        Assert.All(page.Documents, document => Assert.True(document.IsFetched));
        Assert.Equal((StageName.Printed, "待现场审核"), (page.Stage.Name, page.Stage.Words));
    }

    private async Task ScanThePrintAsync()
    {
        await _branch.ComeToWorkAsync(ChinaTime.At(new(2026, 7, 15), new(9, 0)));
        var scan = (await ScanAsync(_printedCode)).Read<ScanAnswer>();
        Assert.Equal((ScanResult.Current, DocumentKind.RegistrationForm), (scan.Result, scan.Kind));
        Assert.Equal((1, 1), (scan.PrintedVersion, scan.CurrentVersion));
        Assert.Equal((_candidate.Id, "待现场审核"), (scan.Application!.Id, scan.Application.StageText));

        var forged = _printedCode[..^1] + (_printedCode[^1] == '0' ? '1' : '0');
        Assert.Equal(ScanResult.Altered, (await ScanAsync(forged)).Read<ScanAnswer>().Result);
    }

    private async Task TickTheOriginalsAsync()
    {
        var early = await _branch.Clerk.PostAsync($"{Desk}/verification", new { });
        Assert.Equal((409, "originals-owed"), (early.Status, early.Code));
        Assert.Contains("身份证原件", early.Detail, StringComparison.Ordinal);

        var page = (await _branch.Clerk.GetAsync(Desk)).Read<DeskApplication>();
        Assert.Equal(11, page.Rows.Count);
        Assert.Equal("县（市、区）委组织部", page.SealNeeded);
        // The paper of its record waives the diploma, and is on the table first.
        page = await TickAsync([.. page.Rows.Where(row => row.Item != OriginalItem.BachelorDiploma)]);
        var diploma = page.Rows.Single(row => row.Item == OriginalItem.BachelorDiploma);
        Assert.Equal(
            ("免交", OriginalItem.BachelorDiploma),
            (diploma.Allowed[0].Name, Assert.Single(page.Outstanding))
        );
        page = await TickAsync([diploma]);
        Assert.Empty(page.Outstanding);

        var unpaid = await _branch.Clerk.PostAsync($"{Desk}/payments/manual", Payment(page.FeeFen));
        Assert.Equal((409, "not-in-this-stage"), (unpaid.Status, unpaid.Code));
        var verified = await _branch.Clerk.PostAsync($"{Desk}/verification", new { });
        Assert.Equal("待缴费", verified.Read<DeskApplication>().StageText);

        var receipt = Sheet.Read((await _branch.Clerk.GetAsync($"{Desk}/originals-receipt.pdf")).Bytes);
        Assert.Contains("张三", receipt.Text, StringComparison.Ordinal);
    }

    private async Task PayAsync()
    {
        var wrong = await _branch.Clerk.PostAsync($"{Desk}/payments/manual", Payment(1));
        Assert.Equal((422, "wrong-amount"), (wrong.Status, wrong.Code));
        Assert.Equal("金额与应缴费用 1000.00 元不符，请核对后重新录入。", wrong.Detail);

        var paid = await _branch.Clerk.PostAsync($"{Desk}/payments/manual", Payment(ASeason.Current.FeeFen));
        var payment = Assert.Single(paid.Read<DeskApplication>().Payments);
        Assert.Equal((PaymentMethod.WeChat, 1_000_00L), (payment.Method, payment.AmountFen));

        await _branch.Host.SettleAsync();
        Assert.Equal(200, (await _candidate.SignInAsync(Somebody.Account)).Status);
        var page = await _candidate.PageAsync();
        Assert.Equal((StageName.Paid, "报名完成"), (page.Stage.Name, page.Stage.Words));
        Assert.Equal(payment.ReceiptNo, Assert.Single(page.Payment.Payments).ReceiptNo);
        Assert.Equal(11, page.OnSite.Checked.Count);
    }

    private Task<Answer> ScanAsync(string text) => _branch.Clerk.PostAsync("/api/desk/scan", new ScanRequest(text));

    /// <summary>Each row ends as is to be expected.</summary>
    private async Task<DeskApplication> TickAsync(ValueList<DeskRow> rows)
    {
        var checks = rows.Select(row => new OriginalCheck(row.Item, row.Allowed[0].Result, row.CopiesNeeded));
        var answer = await _branch.Clerk.PutAsync($"{Desk}/originals", new OriginalsRequest([.. checks]));
        Assert.Equal(200, answer.Status);
        return answer.Read<DeskApplication>();
    }

    private static ManualPaymentRequest Payment(long fen) =>
        new(PaymentMethod.WeChat, fen, "4200001234202607150001", "现场扫码，凭交易单补录");
}
