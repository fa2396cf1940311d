using Enrollment.Documents;

namespace Enrollment.Tests.Documents;

public sealed class PrintSealTests
{
    private static readonly PrintFacts Facts = new(
        "0193a5b0c0de7000800000000000abcd",
        DocumentKind.IntroductionLetter,
        3,
        PrintSeal.DigestOf("content")
    );

    private static readonly SealKey Old = new("K0", new byte[32]);

    [Fact]
    public void A_signed_print_reads_as_what_was_signed()
    {
        var genuine = Assert.IsType<SealReading.Genuine>(Read(Sign(SamplePapers.Key)));
        Assert.Equal(Facts with { Digest = Facts.Digest[..16] }, genuine.Facts);
        Assert.True(genuine.Facts.IsOf(PrintSeal.DigestOf("content")));
        Assert.False(genuine.Facts.IsOf(PrintSeal.DigestOf("other content")));
    }

    [Fact]
    public void A_print_under_the_key_before_still_reads() => Assert.IsType<SealReading.Genuine>(Read(Sign(Old)));

    [Fact]
    public void A_print_with_another_version_written_in_is_altered() =>
        Assert.IsType<SealReading.Altered>(
            Read(Sign(SamplePapers.Key).Replace(".3.", ".4.", StringComparison.Ordinal))
        );

    [Theory]
    [InlineData("")]
    [InlineData("https://example.cn/")]
    [InlineData("BM1.K9.1.0193A5B0C0DE7000800000000000ABCD.3.00.00")]
    public void Some_other_code_is_unknown(string text) => Assert.IsType<SealReading.Unknown>(Read(text));

    private static string Sign(SealKey key) => PrintSeal.Sign(Facts, key);

    private static SealReading Read(string text) => PrintSeal.Read(text, [SamplePapers.Key, Old]);
}
