using System.Security.Cryptography;
using Enrollment.Applications;
using Microsoft.Data.Sqlite;

namespace Enrollment.Sqlite.Connections;

/// <summary>Tells what a failure of SQLite, of a file or of a seal means to the people who run the system.</summary>
internal static class Faults
{
    // Primary result codes, https://sqlite.org/rescode.html
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int InputOutput = 10;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CantOpen = 14;
    private const int NotADatabase = 26;

    public static T Translating<T>(Func<T> action)
    {
        try
        {
            return action();
        }
        catch (Exception e) when (AreOfTheStore(e))
        {
            throw Translate(e);
        }
    }

    public static void Translating(Action action) =>
        Translating(() =>
        {
            action();
            return true;
        });

    /// <summary>Whether <see cref="Translate(Exception)"/> has words for it.</summary>
    public static bool AreOfTheStore(Exception exception) =>
        exception is SqliteException or CryptographicException or UnauthorizedAccessException or IOException;

    /// <summary>The exception to show in place of this one; the same one when it is a mistake of ours.</summary>
    public static Exception Translate(Exception exception) =>
        exception switch
        {
            SqliteException sqlite => Translate(sqlite),
            CryptographicException => new StoreUnavailableException(
                StoreFault.Damaged,
                "Something in the store is not what was written, or its keys are another store's.",
                exception
            ),
            UnauthorizedAccessException or IOException => new StoreUnavailableException(
                StoreFault.NotWritable,
                $"A file of the store can't be read or written: {exception.Message}",
                exception
            ),
            _ => exception,
        };

    private static Exception Translate(SqliteException exception)
    {
        (StoreFault Fault, string Words)? found = exception.SqliteErrorCode switch
        {
            Busy or Locked => (StoreFault.Busy, "Another process keeps the store locked."),
            ReadOnly or CantOpen => (StoreFault.NotWritable, "The store's folder or file can't be opened for writing."),
            InputOutput => (StoreFault.NotWritable, "The disk did not read or write a part of the store."),
            Full => (StoreFault.Full, "The disk is full."),
            Corrupt or NotADatabase => (StoreFault.Damaged, "The store's file is damaged; restore a backup."),
            _ => null,
        };
        return found is var (fault, words) ? new StoreUnavailableException(fault, words, exception) : exception;
    }
}
