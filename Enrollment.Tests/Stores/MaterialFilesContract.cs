using System.Security.Cryptography;

namespace Enrollment.Tests.Stores;

public abstract class MaterialFilesContract : StoreContract
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(614_400)]
    [InlineData(5_000_000)]
    public async Task A_file_is_read_back_as_it_was_written(int bytes)
    {
        var application = await AddAsync(Sample.Invited(1));
        var content = RandomNumberGenerator.GetBytes(bytes);

        await Store.Files.WriteAsync(application.Id, "0123abcd", content, Stop);

        Assert.Equal(content, await Store.Files.ReadAsync(application.Id, "0123abcd", Stop));
        await Store.ReopenAsync();
        Assert.Equal(content, await Store.Files.ReadAsync(application.Id, "0123abcd", Stop));
    }

    [Fact]
    public async Task Writing_a_name_again_replaces_the_file_whole()
    {
        var application = await AddAsync(Sample.Invited(1));
        await Store.Files.WriteAsync(application.Id, "form.pdf", new byte[1000], Stop);

        await Store.Files.WriteAsync(application.Id, "form.pdf", new byte[] { 1, 2, 3 }, Stop);

        Assert.Equal([1, 2, 3], await Store.Files.ReadAsync(application.Id, "form.pdf", Stop));
        Assert.Equal(["form.pdf"], await Store.Files.ListAsync(application.Id, Stop));
    }

    [Fact]
    public async Task Applications_have_their_own_files()
    {
        var first = await AddAsync(Sample.Invited(1));
        var second = await AddAsync(Sample.Invited(2));
        await Store.Files.WriteAsync(first.Id, "b", new byte[] { 1 }, Stop);
        await Store.Files.WriteAsync(first.Id, "a", new byte[] { 2 }, Stop);
        await Store.Files.WriteAsync(second.Id, "c", new byte[] { 3 }, Stop);

        Assert.Equal(["a", "b"], await Store.Files.ListAsync(first.Id, Stop));
        Assert.Equal(["c"], await Store.Files.ListAsync(second.Id, Stop));
        Assert.Null(await Store.Files.ReadAsync(second.Id, "a", Stop));
    }

    [Fact]
    public async Task A_deleted_file_is_gone_and_deleting_it_again_is_harmless()
    {
        var application = await AddAsync(Sample.Invited(1));
        await Store.Files.WriteAsync(application.Id, "a", new byte[] { 1 }, Stop);

        await Store.Files.DeleteAsync(application.Id, "a", Stop);
        await Store.Files.DeleteAsync(application.Id, "a", Stop);
        await Store.Files.DeleteAsync(Sample.Invited(2).Id, "a", Stop);

        Assert.Null(await Store.Files.ReadAsync(application.Id, "a", Stop));
        Assert.Empty(await Store.Files.ListAsync(application.Id, Stop));
        Assert.Empty(await Store.Files.ListAsync(Sample.Invited(2).Id, Stop));
    }

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("../a")]
    [InlineData("a/b")]
    [InlineData("A")]
    [InlineData("a b")]
    [InlineData("照片")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public async Task A_name_that_is_none_is_refused(string name)
    {
        var application = await AddAsync(Sample.Invited(1));

        await Assert.ThrowsAsync<ArgumentException>(() =>
            Store.Files.WriteAsync(application.Id, name, new byte[] { 1 }, Stop)
        );
        await Assert.ThrowsAsync<ArgumentException>(() => Store.Files.ReadAsync(application.Id, name, Stop));
        await Assert.ThrowsAsync<ArgumentException>(() => Store.Files.DeleteAsync(application.Id, name, Stop));
    }

    [Fact]
    public async Task Of_many_writing_one_name_at_once_one_wins_whole()
    {
        var application = await AddAsync(Sample.Invited(1));

        await Task.WhenAll(
            Enumerable
                .Range(1, 8)
                .Select(n =>
                    Task.Run(
                        () =>
                            Store.Files.WriteAsync(
                                application.Id,
                                "a",
                                Enumerable.Repeat((byte)n, 10_000).ToArray(),
                                Stop
                            ),
                        Stop
                    )
                )
        );

        var content = await Store.Files.ReadAsync(application.Id, "a", Stop);
        Assert.Equal(10_000, content!.Length);
        Assert.Single(content.Distinct());
        Assert.Equal(["a"], await Store.Files.ListAsync(application.Id, Stop));
    }
}
