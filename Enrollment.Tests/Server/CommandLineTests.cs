using System.Text.Json.Nodes;
using Enrollment.Documents;
using Enrollment.Materials;
using Enrollment.Materials.Samples;
using UglyToad.PdfPig;

namespace Enrollment.Tests.Server;

/// <summary>The command line as a shell meets it (DESIGN §8): output and exit codes.</summary>
public sealed class CommandLineTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("enrollment-command-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Inspect_says_one_json_line_a_file_and_fails_when_any_is_not_accepted()
    {
        var right = await FileAsync("right.jpg", SampleImages.Portrait(1));
        var wrong = await FileAsync("wrong.jpg", SampleImages.Wrong(FindingCode.NotJpeg, Slot.IdPhoto, 1));

        var (exit, output) = await RunAsync("inspect", "--slot", "id-photo", right, wrong);
        var lines = output
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonNode.Parse(line)!)
            .ToList();

        Assert.Equal(1, exit);
        Assert.Equal([right, wrong], lines.Select(line => line["file"]!.GetValue<string>()));
        Assert.Equal([true, false], lines.Select(line => line["accepted"]!.GetValue<bool>()));
        Assert.Equal("not-jpeg", lines[1]["findings"]![0]!["code"]!.GetValue<string>());
        Assert.Equal((0, output.Split('\n')[0] + "\n"), await RunAsync("inspect", "--slot", "id-photo", right));
    }

    [Theory]
    [InlineData("inspect", "--slot", "passport", "x.jpg")]
    [InlineData("inspect", "--slot", "id-photo", "there-is-no-such.jpg")]
    [InlineData("simulate", "--candidates", "none")]
    [InlineData("documents", "--application", "short", "--out", "x")]
    [InlineData("staff", "add", "--user", "a")]
    [InlineData("fly")]
    public async Task Bad_usage_ends_with_2(params string[] arguments) =>
        Assert.Equal(2, (await RunAsync(arguments)).Exit);

    [Fact]
    public async Task A_season_with_every_fate_holds_its_invariants_and_survives_backup_and_restore()
    {
        var (data, papers) = (In("data"), In("papers"));
        var (exit, summary) = await RunAsync(
            "simulate",
            "--candidates",
            "18",
            "--seed",
            "3",
            "--data",
            data,
            "--documents",
            papers
        );
        Assert.True(exit == 0, summary);
        Assert.DoesNotContain("BROKEN", summary, StringComparison.Ordinal);
        Assert.All(
            Directory.GetFiles(papers),
            file =>
            {
                using var pdf = PdfDocument.Open(file);
                Assert.Equal(1, pdf.NumberOfPages);
            }
        );

        Assert.Equal(0, (await RunAsync("verify", "--data", data)).Exit);
        Assert.Equal(0, (await RunAsync("backup", In("backup"), "--data", data)).Exit);
        var restored = await RunAsync("restore", In("backup"), "--data", In("restored"), "--keys", data + "-keys");
        Assert.Equal(0, restored.Exit);
        var verified = await RunAsync("verify", "--data", In("restored"), "--keys", data + "-keys");
        Assert.Equal((0, true), (verified.Exit, verified.Output.Contains("18 applications", StringComparison.Ordinal)));

        File.WriteAllBytes(Directory.EnumerateFiles(In("restored"), "*.jpg", SearchOption.AllDirectories).First(), [0]);
        Assert.Equal(1, (await RunAsync("verify", "--data", In("restored"), "--keys", data + "-keys")).Exit);
    }

    [Fact]
    public async Task A_staff_account_is_added_once_with_a_password_from_standard_input()
    {
        string[] add =
        [
            "staff",
            "add",
            "--user",
            "shenhe",
            "--name",
            "审核员",
            "--role",
            "reviewer",
            "--data",
            In("data"),
        ];
        Assert.Equal(2, (await ServerProcess.RunAsync(add, Cancellation, "short")).Exit);
        Assert.Equal(0, (await ServerProcess.RunAsync(add, Cancellation, "long-enough-password")).Exit);
        Assert.Equal(1, (await ServerProcess.RunAsync(add, Cancellation, "long-enough-password")).Exit);
    }

    [Fact]
    public async Task A_rotated_seal_key_signs_and_the_one_before_goes_on_reading()
    {
        string[] rotate = ["seal-key", "rotate", "--data", In("data")];
        Assert.Equal(0, (await RunAsync(rotate)).Exit);
        var before = SealKeysIn("data-keys")[0];
        var print = PrintSeal.Sign(new(new('0', 32), DocumentKind.RegistrationForm, 1, new('a', 64)), before);

        Assert.Equal(0, (await RunAsync(rotate)).Exit);
        var after = SealKeysIn("data-keys");
        Assert.NotEqual(before.Id, after[0].Id);
        Assert.NotEqual(before.Secret, after[0].Secret);
        Assert.IsType<SealReading.Genuine>(PrintSeal.Read(print, after));
        Assert.IsType<SealReading.Unknown>(PrintSeal.Read(print, [after[0]]));

        await File.WriteAllTextAsync(Path.Combine(In("data-keys"), "seal.key"), "no key\n", Cancellation);
        Assert.Equal(1, (await RunAsync(rotate)).Exit);
    }

    private List<SealKey> SealKeysIn(string folder) =>
        [
            .. File.ReadLines(Path.Combine(In(folder), "seal.key"))
                .Select(line => line.Split(' '))
                .Select(parts => new SealKey(parts[0], Convert.FromBase64String(parts[1]))),
        ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static Task<(int Exit, string Output)> RunAsync(params string[] arguments) =>
        ServerProcess.RunAsync(arguments, Cancellation);

    private string In(string name) => Path.Combine(_folder, name);

    private async Task<string> FileAsync(string name, byte[] bytes)
    {
        await File.WriteAllBytesAsync(In(name), bytes, Cancellation);
        return In(name);
    }
}
