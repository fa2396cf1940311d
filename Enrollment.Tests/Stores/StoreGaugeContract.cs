namespace Enrollment.Tests.Stores;

public abstract class StoreGaugeContract : StoreContract
{
    [Fact]
    public async Task A_store_that_is_well_says_so()
    {
        var reading = await Store.Gauge.ReadAsync(new(2026, 3, 2, 9, 30, 0, TimeSpan.FromHours(8)), Stop);

        Assert.Null(reading.Fault);
        Assert.Null(reading.LastBackup);
        Assert.Equal(reading.NeedsBackups, reading.FreeBytes > 0);
        Assert.Equal(reading.NeedsBackups, reading.Bytes > 0);
    }
}
