using Enrollment.Tests.Http;
using Enrollment.Tests.Server;

namespace Enrollment.Tests.Crash;

/// <summary>
/// The disk takes no more, or gives back something else: nothing acknowledged is lost, what can't be done is said, and the
/// operator's commands tell what is wrong.
/// </summary>
public sealed class FaultyDiskTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_disk_that_is_full_refuses_with_503_and_loses_nothing_that_was_acknowledged()
    {
        await using var site = await CrashSite.PrepareAsync();
        var acknowledged = new List<string>();
        using (var server = await site.StartAsync(largestFileBytes: 1024 * 1024))
        {
            using var staff = await CrashSite.SignInAsync(server);
            Answer answer;
            do
            {
                var phone = site.NextPhone();
                answer = await staff.PostAsync("/api/admin/accounts", new { name = "张三", phone });
                if (answer.Status == 201)
                {
                    acknowledged.Add(phone);
                }
            } while (answer.Status == 201);

            Assert.Equal((503, "store-unavailable"), (answer.Status, answer.Code));
            Assert.NotEmpty(acknowledged);
            // It lives, says so, and still reads.
            Assert.Equal(200, (await staff.GetAsync("/api/health")).Status);
            Assert.Equal(200, (await staff.GetAsync("/api/season")).Status);
            await server.KillAsync(Stop);
        }

        var (exit, said) = await ServerProcess.RunAsync(["verify", "--data", site.Data], Stop);
        Assert.True(exit == 0, said);
        // With room again everything that was acknowledged is there, and work goes on.
        using var again = await site.StartAsync();
        using var clerk = await CrashSite.SignInAsync(again);
        foreach (var phone in acknowledged)
        {
            var found = await clerk.GetAsync($"/api/admin/applications?query={phone}");
            Assert.Equal(1, found.Body.GetProperty("items").GetArrayLength());
        }
        var more = await clerk.PostAsync("/api/admin/accounts", new { name = "李四", phone = site.NextPhone() });
        Assert.Equal(201, more.Status);
    }

    [Fact]
    public async Task A_database_that_is_damaged_in_its_middle_is_told_by_verify_and_harms_no_more_than_it_hit()
    {
        await using var site = await CrashSite.PrepareAsync();
        await site.EnoughWaitAsync();
        var file = Path.Combine(site.Data, "enrollment.db");
        var bytes = await File.ReadAllBytesAsync(file, Stop);
        const int Page = 4096;
        // Past the schema and the season: pages of the applications.
        bytes.AsSpan(bytes.Length / Page / 2 * Page, Page).Clear();
        await File.WriteAllBytesAsync(file, bytes, Stop);

        var (exit, said) = await ServerProcess.RunAsync(["verify", "--data", site.Data], Stop);
        Assert.True(exit == 1, said);

        using var server = await site.StartAsync();
        using var anybody = new ApiClient(server.Address);
        Assert.Equal(200, (await anybody.GetAsync("/api/season")).Status);
    }
}
