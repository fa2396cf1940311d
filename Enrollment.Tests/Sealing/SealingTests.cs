using System.Security.Cryptography;
using Enrollment.People;
using Enrollment.Sealing;

namespace Enrollment.Tests.Sealing;

public sealed class SealingTests
{
    private static readonly ApplicationId Id = ApplicationId.Parse("0123456789abcdef0123456789abcdef");
    private static readonly SealedPlace Place = new("event", Id, "1");
    private static readonly byte[] Plain = "张三丰"u8.ToArray();

    [Fact]
    public void Sealed_bytes_open_with_their_key_in_their_place_only()
    {
        var key = DataKey.New();
        var sealedBytes = key.Seal(Plain, Place);

        Assert.Equal(Plain, key.Open(sealedBytes, Place));
        Assert.ThrowsAny<CryptographicException>(() => DataKey.New().Open(sealedBytes, Place));
        Assert.ThrowsAny<CryptographicException>(() => key.Open(sealedBytes, Place with { Kind = "state" }));
        Assert.ThrowsAny<CryptographicException>(() => key.Open(sealedBytes, Place with { Name = "2" }));
        Assert.ThrowsAny<CryptographicException>(() => key.Open(sealedBytes, Place with { Application = default }));
    }

    [Fact]
    public void Any_changed_or_missing_byte_is_noticed()
    {
        var key = DataKey.New();
        var sealedBytes = key.Seal(Plain, Place);

        for (var i = 0; i < sealedBytes.Length; i++)
        {
            byte[] changed = [.. sealedBytes];
            changed[i] ^= 1;
            Assert.ThrowsAny<CryptographicException>(() => key.Open(changed, Place));
            Assert.ThrowsAny<CryptographicException>(() => key.Open(sealedBytes.AsSpan(0, i).ToArray(), Place));
        }
    }

    [Fact]
    public void The_same_bytes_are_never_sealed_alike()
    {
        var key = DataKey.New();

        Assert.NotEqual(key.Seal(Plain, Place), key.Seal(Plain, Place));
    }

    [Fact]
    public void A_key_ring_unwraps_what_it_wrapped_also_after_rotation_and_as_text()
    {
        var ring = KeyRing.New();
        var key = DataKey.New();
        var wrapped = ring.Current.Wrap(key, Id);
        var sealedBytes = key.Seal(Plain, Place);

        var rotated = KeyRing.Parse(ring.Rotated().ToText());
        var rewrapped = rotated.Rewrap(wrapped, Id);

        Assert.NotEqual(ring.Current.Id, rotated.Current.Id);
        Assert.Equal(Plain, rotated.Unwrap(wrapped, Id).Open(sealedBytes, Place));
        Assert.Equal(Plain, rotated.Unwrap(rewrapped, Id).Open(sealedBytes, Place));
        Assert.True(ring.CanUnwrap(wrapped));
        Assert.False(ring.CanUnwrap(rewrapped));
        Assert.ThrowsAny<CryptographicException>(() => ring.Unwrap(rewrapped, Id));
        Assert.ThrowsAny<CryptographicException>(() => ring.Unwrap(wrapped, default));
    }

    [Fact]
    public void Rotation_leaves_the_search_as_it_is()
    {
        var ring = KeyRing.New();
        var phone = PhoneNumber.Parse("13800000001");

        Assert.Equal(ring.Search.HashOf(phone), ring.Rotated().Search.HashOf(phone));
        Assert.NotEqual(ring.Search.HashOf(phone), KeyRing.New().Search.HashOf(phone));
    }

    [Theory]
    [InlineData("欧阳修", "欧", true)]
    [InlineData("欧阳修", "阳修", true)]
    [InlineData("欧阳修", "欧修", false)]
    [InlineData("王𠮷", "𠮷", true)]
    [InlineData("Ａnna Li", "anna", true)]
    public void A_name_has_the_terms_of_every_part_of_it(string name, string part, bool isFound)
    {
        var search = KeyRing.New().Search;

        Assert.Equal(isFound, search.TermsAskedBy(part).All(search.TermsOf(name).Contains));
        Assert.Equal(isFound, SearchedName.Contains(name, part));
    }
}
