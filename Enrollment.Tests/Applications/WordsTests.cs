using Enrollment.Applications;
using Enrollment.Materials;
using Enrollment.People;
using Enrollment.Tests.Builders;

namespace Enrollment.Tests.Applications;

/// <summary>Every stage, refusal, shortcoming, original and event has its words in both languages (STYLE).</summary>
public sealed class WordsTests
{
    public static TheoryData<Language> Languages => [.. Enum.GetValues<Language>()];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_stage_has_a_name_of_its_own(Language language) =>
        IsComplete(language, [.. Enum.GetValues<StageName>().Select(stage => StageWords.Of(stage, language))]);

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_lapse_says_why(Language language) =>
        IsComplete(language, [.. Enum.GetValues<Lapse>().Select(lapse => StageWords.Of(lapse, language))]);

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_row_of_originals_has_a_name_of_its_own(Language language) =>
        IsComplete(language, [.. Enum.GetValues<OriginalItem>().Select(item => OriginalWords.Of(item, language))]);

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_end_of_a_row_has_a_name_of_its_own(Language language) =>
        IsComplete(language, [.. Enum.GetValues<OriginalResult>().Select(end => OriginalWords.Of(end, language))]);

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_refusal_says_what_is_wrong_and_what_to_do(Language language) =>
        IsComplete(
            language,
            [.. Enum.GetValues<RefusalCode>().Select(code => RefusalWords.Of(new(code) { Argument = "3" }, language))]
        );

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_shortcoming_says_where_and_what_to_do(Language language) =>
        IsComplete(
            language,
            [
                .. Enum.GetValues<ShortcomingCode>()
                    .Select(code =>
                        ShortcomingWords.Of(
                            new(code) { Slot = Slot.IdentityCard, Page = Page.CardEmblemSide },
                            language
                        )
                    ),
                .. Enum.GetValues<ConsentKind>()
                    .Select(kind =>
                        ShortcomingWords.Of(new(ShortcomingCode.ConsentMissing) { Consent = kind }, language)
                    ),
            ]
        );

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_event_is_a_line_of_the_timeline(Language language)
    {
        var lines = LifecycleEdges
            .All.Values.SelectMany(edge => edge.Then)
            .Distinct()
            .Select(what => EventWords.Of(new(what, Somebody.Reviewer, ASeason.Opening), language));
        Assert.All(lines, line => IsIn(language, line));
    }

    [Fact]
    public void A_missing_page_is_named() =>
        Assert.Equal(
            "身份证缺少国徽面，请补传。",
            ShortcomingWords.Of(
                new(ShortcomingCode.PageMissing) { Slot = Slot.IdentityCard, Page = Page.CardEmblemSide },
                Language.Chinese
            )
        );

    [Fact]
    public void Parts_that_are_not_open_are_named_as_the_form_names_them() =>
        Assert.Contains(
            "“姓名、籍贯”",
            RefusalWords.Of(new(RefusalCode.PartNotOpen) { Argument = "name、nativePlace" }, Language.Chinese),
            StringComparison.Ordinal
        );

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_refusal_without_an_argument_has_nothing_in_its_place(Language language) =>
        Assert.All(
            Enum.GetValues<RefusalCode>(),
            code =>
                Assert.Equal(
                    RefusalWords.Of(new(code) { Argument = "" }, language),
                    RefusalWords.Of(new(code), language)
                )
        );

    [Fact]
    public void The_fee_is_told_in_yuan() =>
        Assert.Contains(
            "1000.00 元",
            RefusalWords.Of(new(RefusalCode.WrongAmount) { Argument = "100000" }, Language.Chinese),
            StringComparison.Ordinal
        );

    [Fact]
    public void A_receipt_in_the_timeline_names_the_last_day() =>
        Assert.Equal(
            "考生已登录查看：请于2026年5月25日24时前提交",
            EventWords.Of(
                new(
                    new Event.ReceiptConfirmed(ReceiptEvidence.SignIn, ASeason.Opening, ASeason.DraftDeadline),
                    new Actor.Candidate(),
                    ASeason.Opening
                ),
                Language.Chinese
            )
        );

    private static void IsComplete(Language language, IReadOnlyCollection<string> words)
    {
        Assert.All(words, one => IsIn(language, one));
        Assert.Distinct(words);
    }

    private static void IsIn(Language language, string words)
    {
        Assert.NotEmpty(words);
        Assert.DoesNotContain("{", words, StringComparison.Ordinal);
        if (language == Language.Chinese)
        {
            Assert.Contains(words, letter => letter is >= '\u4E00' and <= '\u9FFF');
        }
    }
}
