using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Enrollment.Sqlite.Connections;

/// <summary>One connection to the database, used by one thread at a time, with its statements kept prepared.</summary>
internal sealed class StoreConnection : IDisposable
{
    // Lists are asked in many shapes; beyond this many the statements are prepared anew.
    private const int MostPrepared = 200;

    // SQLITE_DBSTATUS_CACHE_WRITE, https://sqlite.org/c3ref/c_dbstatus_options.html
    private const int PagesWritten = 9;

    private static readonly TimeSpan BusyTimeout = TimeSpan.FromSeconds(30);

    private readonly Dictionary<string, SqliteCommand> _prepared = new(StringComparer.Ordinal);

    private StoreConnection(SqliteConnection connection) => Raw = connection;

    public SqliteConnection Raw { get; }

    public static StoreConnection OpenWriter(string file)
    {
        var connection = Open(file, SqliteOpenMode.ReadWriteCreate);
        connection.Execute("PRAGMA journal_mode = WAL");
        connection.Execute("PRAGMA synchronous = FULL");
        connection.Execute("PRAGMA secure_delete = ON");
        connection.Execute("PRAGMA wal_autocheckpoint = 0");
        // What a savepoint would undo is noted in memory, not in a file; it is no longer than the group.
        connection.Execute("PRAGMA temp_store = MEMORY");
        connection.Execute("PRAGMA cache_size = -16384");
        connection.Execute("PRAGMA journal_size_limit = 268435456");
        return connection;
    }

    public static StoreConnection OpenReader(string file)
    {
        var connection = Open(file, SqliteOpenMode.ReadWrite);
        connection.Execute("PRAGMA query_only = ON");
        connection.Execute("PRAGMA mmap_size = 1073741824");
        return connection;
    }

    /// <summary>Runs a statement; answers how many rows it changed.</summary>
    public int Execute(string sql, params ReadOnlySpan<(string Name, object? Value)> values) =>
        Prepare(sql, values).ExecuteNonQuery();

    public List<T> Query<T>(
        string sql,
        Func<SqliteDataReader, T> read,
        params ReadOnlySpan<(string Name, object? Value)> values
    )
    {
        using var reader = Prepare(sql, values).ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(read(reader));
        }
        return rows;
    }

    /// <summary>The first row, or the default value when there is none.</summary>
    public T? First<T>(
        string sql,
        Func<SqliteDataReader, T> read,
        params ReadOnlySpan<(string Name, object? Value)> values
    )
    {
        using var reader = Prepare(sql, values).ExecuteReader();
        return reader.Read() ? read(reader) : default;
    }

    /// <summary>The first so many different ones; reads no further than it must.</summary>
    public List<T> Distinct<T>(
        string sql,
        Func<SqliteDataReader, T> read,
        int limit,
        params ReadOnlySpan<(string Name, object? Value)> values
    )
    {
        using var reader = Prepare(sql, values).ExecuteReader();
        var seen = new HashSet<T>();
        var rows = new List<T>();
        while (rows.Count < limit && reader.Read())
        {
            var item = read(reader);
            if (seen.Add(item))
            {
                rows.Add(item);
            }
        }
        return rows;
    }

    /// <summary>The first column of the first row, or null.</summary>
    public long? Number(string sql, params ReadOnlySpan<(string Name, object? Value)> values) =>
        Prepare(sql, values).ExecuteScalar() is { } value and not DBNull
            ? Convert.ToInt64(value, CultureInfo.InvariantCulture)
            : null;

    /// <summary>How many pages this connection has written since it was last asked.</summary>
    public int TakePagesWritten()
    {
        SQLitePCL.raw.sqlite3_db_status(Raw.Handle, PagesWritten, out var pages, out _, resetFlg: 1);
        return pages;
    }

    public void Dispose()
    {
        ForgetPrepared();
        Raw.Dispose();
    }

    private static StoreConnection Open(string file, SqliteOpenMode mode)
    {
        var settings = new SqliteConnectionStringBuilder
        {
            DataSource = file,
            Mode = mode,
            Pooling = false,
            DefaultTimeout = (int)BusyTimeout.TotalSeconds,
        };
        var connection = new SqliteConnection(settings.ToString());
        try
        {
            connection.Open();
            return new StoreConnection(connection);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private SqliteCommand Prepare(string sql, ReadOnlySpan<(string Name, object? Value)> values)
    {
        if (!_prepared.TryGetValue(sql, out var command))
        {
            if (_prepared.Count >= MostPrepared)
            {
                ForgetPrepared();
            }
            command = Raw.CreateCommand();
#pragma warning disable CA2100 // Every statement is written in this project; what comes from outside is a parameter.
            command.CommandText = sql;
#pragma warning restore CA2100
            _prepared.Add(sql, command);
            foreach (var (name, _) in values)
            {
                command.Parameters.Add(new SqliteParameter { ParameterName = name });
            }
        }
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i].Value ?? DBNull.Value;
        }
        return command;
    }

    private void ForgetPrepared()
    {
        foreach (var command in _prepared.Values)
        {
            command.Dispose();
        }
        _prepared.Clear();
    }
}
