using Azure.Data.Tables;
using Enrollment.Applications;

namespace Enrollment.Azure.Rows;

/// <summary>Bytes in a row: a property holds 64 KiB at most and a row 1 MiB, so that long values stand in several.</summary>
internal static class Parts
{
    private const int PartBytes = 60 * 1024;
    private const int MostBytes = 900 * 1000;

    /// <exception cref="StoreUnavailableException">More than a row holds.</exception>
    public static void SetParts(this TableEntity row, string name, byte[] bytes)
    {
        if (bytes.Length > MostBytes)
        {
            throw new StoreUnavailableException(
                StoreFault.Full,
                $"A value of {bytes.Length} bytes is more than the {MostBytes} that a row may hold."
            );
        }
        var count = 0;
        for (var from = 0; from < bytes.Length || count == 0; from += PartBytes)
        {
            row[$"{name}{count++}"] = bytes[from..Math.Min(from + PartBytes, bytes.Length)];
        }
        row[$"{name}Parts"] = count;
    }

    /// <summary>Null when there are none.</summary>
    public static byte[]? GetParts(this TableEntity row, string name) =>
        row.GetInt32($"{name}Parts") is { } count
            ? [.. Enumerable.Range(0, count).SelectMany(i => row.GetBinary($"{name}{i}"))]
            : null;
}
