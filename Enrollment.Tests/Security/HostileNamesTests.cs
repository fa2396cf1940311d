using System.IO.Compression;
using Enrollment.Api.Candidates;
using Enrollment.Materials;
using Enrollment.Materials.Samples;
using Enrollment.Tests.Builders;
using Enrollment.Tests.Http;

namespace Enrollment.Tests.Security;

/// <summary>A name that somebody typed leads nowhere: not into a header, not out of the folder where an archive is unpacked.</summary>
public sealed class HostileNamesTests
{
    public static TheoryData<string> FileNames =>
        [
            "../../../etc/cron.d/x.jpg",
            "..\\..\\x.jpg",
            "C:\\Windows\\x.jpg",
            "/etc/passwd",
            "a\"; filename=\"b.exe",
            "扫描.jpg\u202Egpj.exe",
            "a\r\nSet-Cookie: x=1.jpg",
            "a\0.jpg",
        ];

    [Theory, MemberData(nameof(FileNames))]
    public async Task A_files_name_is_in_no_header_and_in_no_archive(string fileName)
    {
        await using var host = await TestHost.StartAsync();
        var candidate = await Candidate.DraftingAsync(host);
        var upload = await candidate.OpenUploadAsync(Slot.IdPhoto, fileName: fileName);
        var stored = await candidate.Client.PutBytesAsync(upload.UploadUrl, SampleImages.Right(Slot.IdPhoto, seed: 7));
        var photo = stored.Read<ImageView>();
        Assert.Equal(fileName, photo.FileName);

        var shown = await candidate.Client.GetAsync(photo.ContentUrl!);
        Assert.Equal(200, shown.Status);
        Assert.DoesNotContain(shown.Headers.Values, value => value.Contains(fileName, StringComparison.Ordinal));
        // What a line break in a header would have made a header of its own.
        Assert.DoesNotContain(shown.Headers.Values, value => value.Contains("x=1.jpg", StringComparison.Ordinal));
        Assert.All(await NamesInAsync(candidate), AssertStaysInside);
    }

    [Fact]
    public async Task What_is_typed_names_nothing_in_an_archive()
    {
        await using var host = await TestHost.StartAsync();
        var account = Somebody.Account with { Name = "../../张三", Employer = "..\\..\\某单位" };
        var candidate = await Candidate.DraftingAsync(host, account);
        Assert.All(await NamesInAsync(candidate), AssertStaysInside);
    }

    private static async Task<List<string>> NamesInAsync(Candidate candidate)
    {
        var answer = await candidate.Client.GetAsync("/api/application/personal-data.zip");
        Assert.Equal(200, answer.Status);
        using var zip = new ZipArchive(new MemoryStream(answer.Bytes));
        Assert.NotEmpty(zip.Entries);
        return [.. zip.Entries.Select(entry => entry.FullName)];
    }

    private static void AssertStaysInside(string name)
    {
        Assert.DoesNotContain("..", name, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"^/|\\|:|[\p{Cc}\p{Cf}]", name);
    }
}
