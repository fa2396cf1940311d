using Azure.Core.Pipeline;
using Enrollment.Access;
using Enrollment.Applications;
using Enrollment.Azure;
using Enrollment.Materials;
using Enrollment.Operation;
using Enrollment.Sealing;
using Enrollment.Seasons;
using Enrollment.TextMessages;

namespace Enrollment.Tests.Stores;

/// <summary>A store on Azurite with tables and containers of its own, dropped at the end.</summary>
internal sealed class AzureStoreUnderTest : StoreUnderTest
{
    private AzureStoreUnderTest(AzureStoreOptions options, AzureStore azure) => (Options, Azure) = (options, azure);

    public AzureStoreOptions Options { get; }

    public AzureStore Azure { get; private set; }

    public override IApplicationStore Applications => Azure.Applications;

    public override IApplicationIndex Index => Azure.Index;

    public override IMaterialFiles Files => Azure.Files;

    public override ISeasonStore Seasons => Azure.Seasons;

    public override ISessionStore Sessions => Azure.Sessions;

    public override IStaffStore Staff => Azure.Staff;

    public override IJournal Journal => Azure.Journal;

    public override ITextMessageLog TextMessages => Azure.TextMessages;

    public override IErasure Erasures => Azure.Erasures;

    public override IStoreGauge Gauge => Azure.Gauge;

    public static async Task<StoreUnderTest> NewAsync() => await BeginAsync();

    public static async Task<AzureStoreUnderTest> BeginAsync(TimeSpan? patience = null)
    {
        var options = new AzureStoreOptions
        {
            Connection = await Azurite.ConnectionAsync(),
            Keys = KeyRing.New(),
            Prefix = Azurite.NewPrefix(),
            Patience = patience ?? TimeSpan.FromMinutes(2),
        };
        return new AzureStoreUnderTest(options, await AzureStore.OpenAsync(options, default));
    }

    /// <summary>The same store as another process has it open, with something in the way of its requests.</summary>
    public Task<AzureStore> OpenElsewhereAsync(HttpPipelinePolicy? interference = null, KeyRing? keys = null) =>
        AzureStore.OpenAsync(
            new AzureStoreOptions
            {
                Connection = Options.Connection,
                Keys = keys ?? Options.Keys,
                Prefix = Options.Prefix,
                Patience = Options.Patience,
                Interference = interference,
            },
            default
        );

    public override async Task ReopenAsync()
    {
        Azure.Dispose();
        Azure = await AzureStore.OpenAsync(Options, default);
    }

    public override async ValueTask DisposeAsync()
    {
        await Azure.DropAsync(default);
        Azure.Dispose();
    }
}
