using Enrollment.Access;
using Enrollment.Applications;
using Enrollment.Materials;
using Enrollment.Operation;
using Enrollment.Sealing;
using Enrollment.Seasons;
using Enrollment.TextMessages;

namespace Enrollment.Tests.Stores;

/// <summary>The ports of one store, empty at the beginning of a test.</summary>
public abstract class StoreUnderTest : IAsyncDisposable
{
    public abstract IApplicationStore Applications { get; }

    public abstract IApplicationIndex Index { get; }

    public abstract IMaterialFiles Files { get; }

    public abstract ISeasonStore Seasons { get; }

    public abstract ISessionStore Sessions { get; }

    public abstract IStaffStore Staff { get; }

    public abstract IJournal Journal { get; }

    public abstract ITextMessageLog TextMessages { get; }

    public abstract IErasure Erasures { get; }

    public abstract IStoreGauge Gauge { get; }

    /// <summary>Closes the store and opens it again on what is on disk.</summary>
    public abstract Task ReopenAsync();

    public abstract ValueTask DisposeAsync();
}
