using Enrollment.Applications;

namespace Enrollment.Operation;

/// <summary>What a store says of its own health.</summary>
public interface IStoreGauge
{
    /// <summary>Tries a write that means nothing; a store that can't be used is told as such, not thrown.</summary>
    Task<StoreReading> ReadAsync(DateTimeOffset now, CancellationToken cancellationToken);
}

public sealed record StoreReading
{
    /// <summary>"SQLite", "Azure".</summary>
    public required string Kind { get; init; }

    /// <summary>Why it can't be written; null when all is well.</summary>
    public StoreFault? Fault { get; init; }

    /// <summary>What the database takes on disk; null where the store does not say.</summary>
    public long? Bytes { get; init; }

    /// <summary>What is free on its disk; null where there is no disk to run full.</summary>
    public long? FreeBytes { get; init; }

    /// <summary>Whether backups are this system's own business (`backup`), and not the storage account's.</summary>
    public bool NeedsBackups { get; init; }

    /// <summary>When the last backup was finished.</summary>
    public DateTimeOffset? LastBackup { get; init; }
}
