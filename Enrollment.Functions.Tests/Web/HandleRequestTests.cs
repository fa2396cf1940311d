using Microsoft.Extensions.Options;

namespace Enrollment.Functions.Tests.Web;

/// <summary>Requests as the one trigger hands them to the API (DESIGN §4, Functions).</summary>
public sealed class HandleRequestTests
{
    [Fact]
    public async Task Requests_reach_the_API_and_a_commit_with_work_starts_its_orchestration()
    {
        await using var app = await AFunctionApp.StartAsync();
        using var anybody = app.Anybody();

        Assert.Equal(200, (await anybody.GetAsync("/api/health")).Status);
        Assert.Equal(200, (await anybody.GetAsync("/api/ready")).Status);
        Assert.Equal(404, (await anybody.GetAsync("/api/there-is-no-such")).Status);
        Assert.Equal(401, (await anybody.GetAsync("/api/application")).Status);
        Assert.Equal(404, (await anybody.GetAsync("/nothing/here")).Status);
        // Providers call it, too, without a session: it is their signature that is missing.
        Assert.NotEqual(401, (await anybody.PostTextAsync("/api/payments/wechat/notify", "{}")).Status);
        Assert.Empty(app.Client.Did);

        using var administrator = await app.AdministratorAsync();
        var opened = await administrator.PostAsync("/api/admin/accounts", new { name = "张三", phone = "13800000001" });

        Assert.Equal(201, opened.Status);
        var told = Assert.Single(app.Client.Did);
        Assert.StartsWith("start ", told, StringComparison.Ordinal);
        Assert.True(ApplicationId.TryParse(told["start ".Length..], null, out _));
    }

    [Theory]
    [InlineData("Store:Connection")]
    [InlineData("Store:Keys")]
    [InlineData("Store:Seals")]
    public async Task An_app_without_a_setting_refuses_to_start_and_names_it(string setting)
    {
        var fault = await Assert.ThrowsAsync<OptionsValidationException>(() =>
            AFunctionApp.StartAsync(settings => settings.Remove(setting))
        );
        Assert.Contains(setting, fault.Message, StringComparison.Ordinal);
    }
}
