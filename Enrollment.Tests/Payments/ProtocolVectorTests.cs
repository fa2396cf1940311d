using System.Security.Cryptography;
using System.Text;
using Enrollment.Payments.Alipay;
using Enrollment.Payments.Keys;
using Enrollment.Payments.WeChat;

namespace Enrollment.Tests.Payments;

/// <summary>The algorithms against vectors that others published.</summary>
public sealed class ProtocolVectorTests
{
    /// <summary>McGrew and Viega, The Galois/Counter Mode of Operation (submitted to NIST), test case 16: AES-256 with associated data.</summary>
    [Fact]
    public void Aes_256_gcm_opens_the_test_case_that_nist_keeps()
    {
        var plain = WeChatResource.Decrypt(
            Hex("feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308"),
            Hex("cafebabefacedbaddecaf888"),
            Hex("feedfacedeadbeeffeedfacedeadbeefabaddad2"),
            Hex(
                "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662"
                    + "76fc6ece0f4e1768cddf8853bb2d551b"
            )
        );
        Assert.Equal(
            Hex(
                "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39"
            ),
            plain
        );
    }

    [Fact]
    public void Aes_256_gcm_opens_nothing_of_which_a_bit_was_changed()
    {
        var sealedBytes = Hex("522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa");
        Assert.ThrowsAny<CryptographicException>(() =>
            WeChatResource.Decrypt(new byte[32], new byte[12], [], sealedBytes)
        );
        // NIST SP 800-38D's validation set, gcmEncryptExtIV256: no plain text, no associated data, tag alone.
        var (key, nonce) = (
            Hex("b52c505a37d78eda5dd34f20c22540ea1b58963cf8e5bf8ffa85f9f2492505b4"),
            Hex("516c33929df5a3284ff463d7")
        );
        var tag = Hex("bdc1ac884d332457a1d2664f168c76f0");
        Assert.Empty(WeChatResource.Decrypt(key, nonce, [], tag));
        tag[0] ^= 1;
        Assert.ThrowsAny<CryptographicException>(() => WeChatResource.Decrypt(key, nonce, [], tag));
    }

    /// <summary>RFC 7515, appendix A.2: RSASSA-PKCS1-v1_5 with SHA-256.</summary>
    [Fact]
    public void Rsa_with_sha_256_verifies_the_example_of_rfc_7515_and_no_other_text()
    {
        using var key = Rfc7515.Key();
        var message = Encoding.ASCII.GetBytes(Rfc7515.Message);

        Assert.True(RsaSignatures.Verify(key, message, Rfc7515.Signature));
        Assert.False(RsaSignatures.Verify(key, [.. message, (byte)'0'], Rfc7515.Signature));
        Assert.False(RsaSignatures.Verify(key, message, Rfc7515.Signature[4..]));
        Assert.False(RsaSignatures.Verify(key, message, "not base 64"));
        Assert.False(RsaSignatures.Verify(key, message, signature: null));
    }

    /// <summary>The same example the other way round: this signature has no chance in it.</summary>
    [Fact]
    public void Rsa_with_sha_256_signs_the_example_of_rfc_7515()
    {
        using var key = Rfc7515.Key();
        Assert.Equal(Rfc7515.Signature, RsaSignatures.Sign(key, Rfc7515.Message));
    }

    /// <summary>The request of pay.weixin.qq.com/doc/v3/merchant/4012365342, whose text to sign is printed there.</summary>
    [Fact]
    public void A_request_is_signed_over_the_five_lines_that_wechat_shows() =>
        Assert.Equal(
            "GET\n/v3/refund/domestic/refunds/123123123123\n1554208460\n593BEC0C930BF1AFEB40B4A08C8FB242\n\n",
            WeChatSignature.MessageOf(
                "GET",
                "/v3/refund/domestic/refunds/123123123123",
                1554208460,
                "593BEC0C930BF1AFEB40B4A08C8FB242",
                ""
            )
        );

    [Fact]
    public void An_answer_is_verified_over_timestamp_nonce_and_raw_body() =>
        Assert.Equal(
            "1554209980\nc5ac7061fccab6bf3e254dcf98995b8c\n{\"data\":[]}\n",
            Encoding.UTF8.GetString(
                WeChatSignature.MessageOf("1554209980", "c5ac7061fccab6bf3e254dcf98995b8c", "{\"data\":[]}"u8)
            )
        );

    /// <summary>
    /// Issuer and serial number of the two RSA certificates in Alipay's root file, and the number that every merchant's
    /// requests bear for it.
    /// </summary>
    [Fact]
    public void Alipays_own_roots_have_the_number_that_merchants_know() =>
        Assert.Equal(
            "687b59193f3f462dd5336e5abf83c5d8_02941eef3187dddf3d3b83462e1dfcf6",
            string.Join(
                '_',
                AlipayCertificates.Digest(
                    "CN=Ant Financial Certification Authority R1,OU=Certification Authority,O=Ant Financial,C=CN",
                    "2292228364100439313"
                ),
                AlipayCertificates.Digest(
                    "CN=iTrusChina Class 2 Root CA - G3,OU=China Trust Network,O=iTrusChina,C=CN",
                    "95790491425698859646659490580052089075020051350"
                )
            )
        );

    [Fact]
    public void Parameters_are_sorted_and_the_empty_ones_and_the_signature_left_out() =>
        Assert.Equal(
            "a=1&app_id=2014&b=x y&sign_type=RSA2",
            AlipaySignature.MessageOfRequest(
                new Dictionary<string, string>
                {
                    ["sign_type"] = "RSA2",
                    ["b"] = "x y",
                    ["sign"] = "…",
                    ["app_id"] = "2014",
                    ["empty"] = "",
                    ["a"] = "1",
                }
            )
        );

    [Theory]
    [InlineData("""{"x_response":{"a":"}","b":[1,{"c":2}]},"sign":"s"}""", """{"a":"}","b":[1,{"c":2}]}""")]
    [InlineData("""{"sign":"s", "x_response" : { "a" : "\"\\" } }""", """{ "a" : "\"\\" }""")]
    [InlineData("""{"other":{"x_response":1},"sign":"s"}""", null)]
    public void The_signed_part_of_an_answer_is_taken_byte_by_byte(string answer, string? part) =>
        Assert.Equal(
            part,
            AlipaySignature.RawMember(Encoding.UTF8.GetBytes(answer), "x_response") is { } raw
                ? Encoding.UTF8.GetString(raw.Span)
                : null
        );

    [Fact]
    public void An_answer_that_says_its_part_twice_is_not_read() =>
        Assert.ThrowsAny<System.Text.Json.JsonException>(() =>
            AlipaySignature.RawMember("""{"x_response":1,"x_response":2}"""u8.ToArray(), "x_response")
        );

    [Theory]
    [InlineData("0.01", 1)]
    [InlineData("1000.00", 100000)]
    [InlineData("88.8", 8880)]
    [InlineData("0.001", null)]
    [InlineData("-1.00", null)]
    [InlineData("1,000.00", null)]
    [InlineData("", null)]
    public void Yuan_are_whole_fen_or_nothing(string yuan, int? fen) => Assert.Equal(fen, (int?)AlipayMoney.Fen(yuan));

    private static byte[] Hex(string text) => Convert.FromHexString(text);
}
