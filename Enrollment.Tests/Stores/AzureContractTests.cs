namespace Enrollment.Tests.Stores;

public sealed class AzureApplicationStoreTests : ApplicationStoreContract
{
    protected override Task<StoreUnderTest> OpenAsync() => AzureStoreUnderTest.NewAsync();
}

public sealed class AzureEffectTests : EffectContract
{
    protected override Task<StoreUnderTest> OpenAsync() => AzureStoreUnderTest.NewAsync();
}

public sealed class AzureApplicationIndexTests : ApplicationIndexContract
{
    protected override Task<StoreUnderTest> OpenAsync() => AzureStoreUnderTest.NewAsync();
}

public sealed class AzureMaterialFilesTests : MaterialFilesContract
{
    protected override Task<StoreUnderTest> OpenAsync() => AzureStoreUnderTest.NewAsync();
}

public sealed class AzureSeasonStoreTests : SeasonStoreContract
{
    protected override Task<StoreUnderTest> OpenAsync() => AzureStoreUnderTest.NewAsync();
}

public sealed class AzureSessionStoreTests : SessionStoreContract
{
    protected override Task<StoreUnderTest> OpenAsync() => AzureStoreUnderTest.NewAsync();
}

public sealed class AzureStaffStoreTests : StaffStoreContract
{
    protected override Task<StoreUnderTest> OpenAsync() => AzureStoreUnderTest.NewAsync();
}

public sealed class AzureJournalTests : JournalContract
{
    protected override Task<StoreUnderTest> OpenAsync() => AzureStoreUnderTest.NewAsync();
}

public sealed class AzureTextMessageLogTests : TextMessageLogContract
{
    protected override Task<StoreUnderTest> OpenAsync() => AzureStoreUnderTest.NewAsync();
}

public sealed class AzureStoreGaugeTests : StoreGaugeContract
{
    protected override Task<StoreUnderTest> OpenAsync() => AzureStoreUnderTest.NewAsync();
}

public sealed class AzureRetentionTests : RetentionContract
{
    protected override Task<StoreUnderTest> OpenAsync() => AzureStoreUnderTest.NewAsync();
}
