using Enrollment.Materials;
using Enrollment.Materials.Samples;
using static Microsoft.Playwright.Assertions;

namespace Enrollment.Tests.Browser.Candidate.Materials;

/// <summary>The verification code of a CHSI record is read before anything is uploaded (R9).</summary>
public sealed class VerificationCodeTests(Chromium chromium)
{
    [Fact]
    public async Task A_code_that_leads_elsewhere_or_is_smudged_is_noticed_at_once_and_a_right_one_named()
    {
        await using var site = await Site.OpenAsync(chromium);
        var visit = await MaterialsVisit.BeginAsync(site);
        var section = visit.Section(Slot.ChsiRecord);

        await ChooseAsync(FindingCode.QrWrongHost);
        await Expect(section.GetByText("二维码的内容是 https://www.chsi.com.cn.cx-verify.com")).ToBeVisibleAsync();
        await visit.Button(Slot.ChsiRecord, "不用这张").ClickAsync();

        await ChooseAsync(FindingCode.QrUnreadable);
        await Expect(section.GetByText("无法识别验证二维码")).ToBeVisibleAsync();
        await visit.Button(Slot.ChsiRecord, "不用这张").ClickAsync();

        await visit.ChooseAsync(Slot.ChsiRecord, "备案表.jpg", SampleImages.Right(Slot.ChsiRecord, 1));
        await Expect(section.GetByText("已识别，指向 www.chsi.com.cn")).ToBeVisibleAsync();
        await visit.Visitor.IsAccessibleAsync();

        Task ChooseAsync(FindingCode wrong) =>
            visit.ChooseAsync(Slot.ChsiRecord, "备案表.jpg", SampleImages.Wrong(wrong, Slot.ChsiRecord, 1));
    }
}
