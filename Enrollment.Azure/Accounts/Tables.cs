using Azure.Data.Tables;

namespace Enrollment.Azure.Accounts;

/// <summary>
/// The tables of one store. Each row's kind is told by the beginning of its keys; what stands in which is said where it
/// is written.
/// </summary>
internal sealed class Tables
{
    public Tables(TableServiceClient service, string prefix)
    {
        Table Named(string name) => new(service.GetTableClient(prefix + name));
        Applications = Named("applications");
        Index = Named("index");
        Wakes = Named("wakes");
        Access = Named("access");
        Texts = Named("texts");
        Settings = Named("settings");
    }

    /// <summary>One partition per application: its head with the state, events and effects.</summary>
    public Table Applications { get; }

    /// <summary>Lists, search terms and reserved numbers, all of them derived from the heads.</summary>
    public Table Index { get; }

    /// <summary>Hints at applications that need attention.</summary>
    public Table Wakes { get; }

    /// <summary>Sessions, sign-in codes and staff.</summary>
    public Table Access { get; }

    public Table Texts { get; }

    /// <summary>Seasons, counters, marks, the journal and the list of erasures.</summary>
    public Table Settings { get; }

    public IReadOnlyList<Table> All => [Applications, Index, Wakes, Access, Texts, Settings];
}
