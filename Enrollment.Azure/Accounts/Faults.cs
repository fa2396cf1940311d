using System.Security.Cryptography;
using Azure;
using Azure.Identity;
using Enrollment.Applications;

namespace Enrollment.Azure.Accounts;

/// <summary>Tells what a failure of the account or of a seal means to the people who run the system.</summary>
internal static class Faults
{
    public static async Task<T> TranslatingAsync<T>(Func<Task<T>> action)
    {
        try
        {
            return await action();
        }
        catch (Exception e) when (AreOfTheStore(e))
        {
            throw Translate(e);
        }
    }

    public static T Translating<T>(Func<T> action)
    {
        try
        {
            return action();
        }
        catch (CryptographicException e)
        {
            throw Translate(e);
        }
    }

    public static bool AreOfTheStore(Exception exception) =>
        exception
            is RequestFailedException
                or AggregateException
                or AuthenticationFailedException
                or CryptographicException;

    /// <summary>The exception to show in place of this one; the same one when it is a mistake of ours.</summary>
    public static Exception Translate(Exception exception) =>
        exception switch
        {
            CryptographicException => new StoreUnavailableException(
                StoreFault.Damaged,
                "Something in the store is not what was written, or its keys are another store's.",
                exception
            ),
            AuthenticationFailedException or RequestFailedException { Status: 401 or 403 } =>
                new StoreUnavailableException(
                    StoreFault.NotWritable,
                    "The storage account does not let this identity in.",
                    exception
                ),
            RequestFailedException { Status: 0 or 408 or 429 or >= 500 } or AggregateException =>
                new StoreUnavailableException(
                    StoreFault.Busy,
                    "The storage account does not answer, or asks to be left alone for a while.",
                    exception
                ),
            _ => exception,
        };
}
