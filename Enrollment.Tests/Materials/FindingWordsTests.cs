using Enrollment.Materials;

namespace Enrollment.Tests.Materials;

public sealed class FindingWordsTests
{
    public static TheoryData<FindingCode, Language> EveryCodeInEveryLanguage =>
        new MatrixTheoryData<FindingCode, Language>(Enum.GetValues<FindingCode>(), Enum.GetValues<Language>());

    [Theory]
    [MemberData(nameof(EveryCodeInEveryLanguage))]
    public void Every_finding_says_what_is_wrong_and_how_to_mend_it(FindingCode code, Language language)
    {
        var text = FindingWords.Of(new(code, Severity.Warns, "measured", "required"), language);
        Assert.NotEmpty(text.Message);
        Assert.NotEmpty(text.Mend);
        Assert.Equal(language == Language.Chinese, text.Mend.Any(character => character > '\u4E00'));
    }

    [Fact]
    public void The_words_carry_the_measure_and_the_requirement()
    {
        var text = FindingWords.Of(
            new(FindingCode.LowResolution, Severity.Blocks, "187 DPI", "≥ 200 DPI"),
            Language.Chinese
        );
        Assert.Equal("扫描分辨率约 187 DPI，要求 ≥ 200 DPI。", text.Message);
    }

    [Fact]
    public void Every_code_has_a_severity_and_every_name_leads_back()
    {
        foreach (var code in Enum.GetValues<FindingCode>())
        {
            Assert.True(Enum.IsDefined(Severities.Of(code)));
            Assert.True(WireName.TryParse<FindingCode>(WireName.Of(code), out var same));
            Assert.Equal(code, same);
        }
    }
}
