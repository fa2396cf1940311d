using Enrollment.Applications;

namespace Enrollment.Tests.Stores;

/// <summary>What every contract begins with: an empty store and a frozen clock.</summary>
public abstract class StoreContract : IAsyncLifetime
{
    private StoreUnderTest? _store;

    protected static DateTimeOffset Now { get; } = new(2026, 3, 2, 9, 30, 15, 123, TimeSpan.FromHours(8));

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    protected StoreUnderTest Store => _store ?? throw new InvalidOperationException("Not opened yet.");

    public async ValueTask InitializeAsync() => _store = await OpenAsync();

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected abstract Task<StoreUnderTest> OpenAsync();

    protected async Task<Application> AddAsync(Application application)
    {
        Assert.Equal(CommitResult.Committed, await Store.Applications.CommitAsync(Sample.Opening(application), Stop));
        return application;
    }
}
