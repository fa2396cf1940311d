namespace Enrollment.Tests.Stores;

public sealed class SqliteApplicationStoreTests : ApplicationStoreContract
{
    protected override Task<StoreUnderTest> OpenAsync() => SqliteStoreUnderTest.NewAsync();
}

public sealed class SqliteEffectTests : EffectContract
{
    protected override Task<StoreUnderTest> OpenAsync() => SqliteStoreUnderTest.NewAsync();
}

public sealed class SqliteApplicationIndexTests : ApplicationIndexContract
{
    protected override Task<StoreUnderTest> OpenAsync() => SqliteStoreUnderTest.NewAsync();
}

public sealed class SqliteMaterialFilesTests : MaterialFilesContract
{
    protected override Task<StoreUnderTest> OpenAsync() => SqliteStoreUnderTest.NewAsync();
}

public sealed class SqliteSeasonStoreTests : SeasonStoreContract
{
    protected override Task<StoreUnderTest> OpenAsync() => SqliteStoreUnderTest.NewAsync();
}

public sealed class SqliteSessionStoreTests : SessionStoreContract
{
    protected override Task<StoreUnderTest> OpenAsync() => SqliteStoreUnderTest.NewAsync();
}

public sealed class SqliteStaffStoreTests : StaffStoreContract
{
    protected override Task<StoreUnderTest> OpenAsync() => SqliteStoreUnderTest.NewAsync();
}

public sealed class SqliteJournalTests : JournalContract
{
    protected override Task<StoreUnderTest> OpenAsync() => SqliteStoreUnderTest.NewAsync();
}

public sealed class SqliteTextMessageLogTests : TextMessageLogContract
{
    protected override Task<StoreUnderTest> OpenAsync() => SqliteStoreUnderTest.NewAsync();
}

public sealed class SqliteStoreGaugeTests : StoreGaugeContract
{
    protected override Task<StoreUnderTest> OpenAsync() => SqliteStoreUnderTest.NewAsync();
}

public sealed class SqliteRetentionTests : RetentionContract
{
    protected override Task<StoreUnderTest> OpenAsync() => SqliteStoreUnderTest.NewAsync();
}
