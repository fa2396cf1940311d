using System.IO.Compression;
using System.Text;
using Enrollment.Access;
using Enrollment.Api.Admin;
using Enrollment.Applications;
using Enrollment.Materials;
using Enrollment.Retention;
using Enrollment.Tests.Applications;
using Enrollment.Tests.Builders;

namespace Enrollment.Tests.Http;

/// <summary>What is due is told, confirmed by its number, and deleted; a person has a copy of all that is kept (R16).</summary>
public sealed class RetentionTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nobody_is_deleted_by_a_look_or_by_the_wrong_number_and_the_right_one_deletes_those_who_are_due()
    {
        await using var host = await TestHost.StartAsync();
        var ended = await Candidate.CompleteAsync(host);
        Assert.Equal(
            200,
            (await ended.Client.PostAsync("/api/application/withdrawal", new { reason = "不报了" })).Status
        );
        host.Time.SetUtcNow(RetentionRule.DueAt(ASeason.Current));
        var running = await host.OpenAsync(TestHost.Other("13800000055"));
        var admin = await host.StaffAsync(Role.Admin);

        var look = (
            await admin.PostAsync("/api/admin/retention?dryRun=true", new { expected = 0 })
        ).Read<RetentionAnswer>();
        var season = Assert.Single(look.Report.Seasons);
        Assert.Equal((1, 0), (season.Due, look.Erased));
        Assert.Equal([new Kept(Keeping.NotEnded, 1)], season.Kept);
        Assert.Equal(422, (await admin.PostAsync("/api/admin/retention?dryRun=false", new { expected = 2 })).Status);
        Assert.NotNull(await host.FindAsync(ended.Id));

        var done = (
            await admin.PostAsync("/api/admin/retention?dryRun=false", new { expected = 1 })
        ).Read<RetentionAnswer>();

        Assert.Equal((1, 0), (done.Erased, done.Report.Due));
        Assert.Null(await host.Get<IApplicationStore>().FindAsync(ended.Id, Stop));
        Assert.Empty(await host.Get<IMaterialFiles>().ListAsync(ended.Id, Stop));
        Assert.NotNull(await host.FindAsync(running));
        var query = new ApplicationQuery { Season = ASeason.Current.Id, Text = Somebody.Account.Phone.Value };
        Assert.Empty((await host.Get<IApplicationIndex>().ListAsync(query, Stop)).Items);
        var entry = (await host.Get<IJournal>().ListAsync(null, 10, Stop)).Items[0];
        Assert.Equal((JournalAct.Erased, "李工作"), (entry.Act, entry.By!.Name));
        Assert.Equal("保存期满：2026季，缴费截止后24个月", entry.Detail);
    }

    [Fact]
    public async Task A_candidate_takes_a_copy_of_all_that_is_kept_without_names_of_staff()
    {
        await using var host = await TestHost.StartAsync();
        var candidate = await Candidate.CompleteAsync(host);
        await candidate.SubmitAsync();
        await host.DoAsync(candidate.Id, new Command.AddNote("内部备注：电话核实"));

        var own = await candidate.Client.GetAsync("/api/application/personal-data.zip");
        var files = Unpacked(own.Bytes);

        Assert.Equal(200, own.Status);
        Assert.Contains(SampleForm.Number, files["报名信息.json"], StringComparison.Ordinal);
        Assert.Contains("提交", files["办理记录.txt"], StringComparison.Ordinal);
        Assert.Contains("账号已开通", files["短信.txt"], StringComparison.Ordinal);
        var images = (await host.FindAsync(candidate.Id)).Images.Count;
        Assert.Equal(images, files.Keys.Count(name => name.StartsWith("图片/", StringComparison.Ordinal)));
        Assert.All(
            files.Values,
            text =>
            {
                Assert.DoesNotContain("内部备注", text, StringComparison.Ordinal);
                Assert.DoesNotContain(Somebody.Reviewer.Name, text, StringComparison.Ordinal);
            }
        );

        var admin = await host.StaffAsync(Role.Admin);
        var address = $"/api/admin/applications/{candidate.Id}/personal-data.zip";
        Assert.Contains(
            "内部备注",
            Unpacked((await admin.GetAsync(address)).Bytes)["完整记录.json"],
            StringComparison.Ordinal
        );
        own = await candidate.Client.GetAsync("/api/application/personal-data.zip");
        Assert.Contains("personal-data", Unpacked(own.Bytes)["导出记录.txt"], StringComparison.Ordinal);
    }

    private static Dictionary<string, string> Unpacked(byte[] bytes)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes));
        return zip.Entries.ToDictionary(
            entry => entry.FullName,
            entry =>
            {
                using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
                return reader.ReadToEnd();
            }
        );
    }
}
