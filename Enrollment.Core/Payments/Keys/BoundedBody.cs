namespace Enrollment.Payments.Keys;

/// <summary>Reads an answer no further than it may be long, whatever the other side sends.</summary>
internal static class BoundedBody
{
    /// <exception cref="ProviderFaultException">It is longer.</exception>
    public static async Task<byte[]> ReadAsync(HttpContent content, int longest, CancellationToken cancellationToken)
    {
        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        using var memory = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await stream.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (memory.Length + read > longest)
            {
                throw new ProviderFaultException("The answer is longer than any that was asked for.");
            }
            memory.Write(buffer, 0, read);
        }
        return memory.ToArray();
    }
}
