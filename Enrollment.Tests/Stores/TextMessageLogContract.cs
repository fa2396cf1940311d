using Enrollment.Applications;
using Enrollment.TextMessages;

namespace Enrollment.Tests.Stores;

public abstract class TextMessageLogContract : StoreContract
{
    [Fact]
    public async Task A_message_is_found_by_its_id_and_the_gateways()
    {
        var application = await AddAsync(Sample.Invited(1));
        var message = await SaveAsync(application, 1);
        var sent = message with { State = TextState.Accepted, GatewayId = "g1", ChangedAt = Now.AddSeconds(1) };

        Assert.Equal(message, await Store.TextMessages.FindAsync("m1", Stop));
        Assert.Null(await Store.TextMessages.FindByGatewayIdAsync("g1", Stop));

        await Store.TextMessages.SaveAsync(sent, Stop);
        await Store.ReopenAsync();

        Assert.Equal(sent, await Store.TextMessages.FindAsync("m1", Stop));
        Assert.Equal(sent, await Store.TextMessages.FindByGatewayIdAsync("g1", Stop));
        Assert.Null(await Store.TextMessages.FindAsync("m2", Stop));
    }

    [Fact]
    public async Task The_list_is_paged_with_the_newest_first()
    {
        var application = await AddAsync(Sample.Invited(1));
        for (var i = 1; i <= 5; i++)
        {
            await SaveAsync(application, i);
        }

        Assert.Equal(["m5", "m4", "m3", "m2", "m1"], await PagesAsync(new TextMessageQuery { Limit = 2 }));
        Assert.Equal(["m5", "m4", "m3", "m2", "m1"], await PagesAsync(new TextMessageQuery()));
    }

    [Fact]
    public async Task The_list_keeps_to_the_phone_application_and_state_asked_for()
    {
        var first = await AddAsync(Sample.Invited(1));
        var second = await AddAsync(Sample.Invited(2));
        await SaveAsync(first, 1);
        await SaveAsync(second, 2);
        await Store.TextMessages.SaveAsync(await SaveAsync(second, 3) with { State = TextState.Failed }, Stop);

        Assert.Equal(["m1"], await PagesAsync(new TextMessageQuery { Phone = Sample.Phone(1) }));
        Assert.Equal(["m3", "m2"], await PagesAsync(new TextMessageQuery { Application = second.Id }));
        Assert.Equal(["m3"], await PagesAsync(new TextMessageQuery { State = TextState.Failed }));
        Assert.Empty(await PagesAsync(new TextMessageQuery { Application = first.Id, State = TextState.Failed }));
    }

    private async Task<TextMessage> SaveAsync(Application application, int n)
    {
        var message = Sample.Text(application, $"m{n}", Now.AddSeconds(n / 2));
        await Store.TextMessages.SaveAsync(message, Stop);
        return message;
    }

    private async Task<List<string>> PagesAsync(TextMessageQuery query)
    {
        var ids = new List<string>();
        string? cursor = null;
        do
        {
            var page = await Store.TextMessages.ListAsync(query with { Cursor = cursor }, Stop);
            Assert.InRange(page.Items.Count, 0, query.Limit);
            ids.AddRange(page.Items.Select(message => message.Id));
            cursor = page.NextCursor;
        } while (cursor is not null);
        return ids;
    }
}
