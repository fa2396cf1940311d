using Enrollment.Access;
using Enrollment.Applications;
using Enrollment.Materials;
using Enrollment.Operation;
using Enrollment.Sealing;
using Enrollment.Seasons;
using Enrollment.Sqlite;
using Enrollment.TextMessages;

namespace Enrollment.Tests.Stores;

/// <summary>A SQLite store in a folder of its own, removed at the end.</summary>
internal sealed class SqliteStoreUnderTest : StoreUnderTest
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("enrollment-store-");

    public SqliteStoreUnderTest()
    {
        Options = new SqliteStoreOptions { DataFolder = Path.Combine(_folder.FullName, "data") };
        Sqlite = SqliteStore.Open(Options);
    }

    public SqliteStoreOptions Options { get; }

    public SqliteStore Sqlite { get; private set; }

    public string Folder => _folder.FullName;

    public string DataFolder => Options.DataFolder;

    public string KeyFolder => Options.DataFolder + "-keys";

    public override IApplicationStore Applications => Sqlite.Applications;

    public override IApplicationIndex Index => Sqlite.Index;

    public override IMaterialFiles Files => Sqlite.Files;

    public override ISeasonStore Seasons => Sqlite.Seasons;

    public override ISessionStore Sessions => Sqlite.Sessions;

    public override IStaffStore Staff => Sqlite.Staff;

    public override IJournal Journal => Sqlite.Journal;

    public override ITextMessageLog TextMessages => Sqlite.TextMessages;

    public override IErasure Erasures => Sqlite.Erasures;

    public override IStoreGauge Gauge => Sqlite.Gauge;

    public static Task<StoreUnderTest> NewAsync() => Task.FromResult<StoreUnderTest>(new SqliteStoreUnderTest());

    public override async Task ReopenAsync()
    {
        await Sqlite.DisposeAsync();
        Sqlite = SqliteStore.Open(Options);
    }

    public override async ValueTask DisposeAsync()
    {
        await Sqlite.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
