using System.Reflection;
using Enrollment.Applications;
using Enrollment.Sqlite.Connections;

namespace Enrollment.Sqlite.Migrations;

/// <summary>
/// The numbered scripts beside this file, each carried out once: <c>user_version</c> is the number of the last. A script
/// that was released is never changed; the next change is the next number.
/// </summary>
internal static class Migration
{
    private static readonly (int Number, string ResourceName)[] Scripts =
    [
        .. Assembly
            .GetExecutingAssembly()
            .GetManifestResourceNames()
            .Where(name => name.EndsWith(".sql", StringComparison.Ordinal))
            .Select(name => (Number: int.Parse(name.AsSpan(0, 4)), name))
            .OrderBy(script => script.Number),
    ];

    public static int Newest => Scripts[^1].Number;

    /// <summary>Brings a database up to date, each script in a transaction with its number.</summary>
    /// <exception cref="StoreUnavailableException">A later version of the system has written it.</exception>
    public static void Run(StoreConnection connection)
    {
        connection.Execute("BEGIN IMMEDIATE");
        var version = connection.Number("PRAGMA user_version") ?? 0;
        if (version > Newest)
        {
            connection.Execute("ROLLBACK");
            throw new StoreUnavailableException(
                StoreFault.TooNew,
                $"The data folder has version {version}; this program knows versions up to {Newest}. Use a newer program."
            );
        }

        foreach (var (number, resourceName) in Scripts.Where(script => script.Number > version))
        {
            connection.Execute(TextOf(resourceName));
            connection.Execute($"PRAGMA user_version = {number}");
        }
        connection.Execute("COMMIT");
    }

    private static string TextOf(string resourceName)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(resourceName)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
