using Azure.Data.Tables;
using Enrollment.Applications;
using Enrollment.Azure.Accounts;
using Enrollment.Operation;

namespace Enrollment.Azure;

/// <summary>The health of the storage account, as far as it tells: its disks and backups are its own business.</summary>
internal sealed class AzureGauge(Tables tables) : IStoreGauge
{
    public async Task<StoreReading> ReadAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var reading = new StoreReading { Kind = "Azure" };
        try
        {
            await tables.Settings.PutAsync(
                new TableEntity("marks", "probe") { ["At"] = now.UtcTicks },
                cancellationToken
            );
            return reading;
        }
        catch (StoreUnavailableException fault)
        {
            return reading with { Fault = fault.Fault };
        }
    }
}
