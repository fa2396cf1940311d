namespace Enrollment.Payments.Keys;

/// <summary>A key or certificate as the settings give it: its text (for environment variables), or a file that holds it.</summary>
internal static class KeyText
{
    /// <exception cref="KeyFaultException">Both, neither, or a file that can't be read. The text itself is in no message.</exception>
    public static string Of(string name, string? text, string? file) =>
        (text, file) switch
        {
            ({ Length: > 0 }, { Length: > 0 }) => throw new KeyFaultException($"{name} and {name}File are both set."),
            ({ Length: > 0 }, _) => text.Trim(),
            (_, { Length: > 0 }) => Read(name, file),
            _ => throw new KeyFaultException($"{name} or {name}File must be set."),
        };

    /// <summary>Requests go over TLS, except to a simulator on this machine.</summary>
    public static void RequireSafe(string name, Uri address)
    {
        if (address.Scheme != Uri.UriSchemeHttps && !address.IsLoopback)
        {
            throw new KeyFaultException($"{name} must begin with https.");
        }
    }

    private static string Read(string name, string file)
    {
        try
        {
            return File.ReadAllText(file).Trim();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new KeyFaultException($"{name}File can't be read: {fault.Message}", fault);
        }
    }
}

/// <summary>A setting that is missing or wrong, in words without the secret.</summary>
internal sealed class KeyFaultException : Exception
{
    public KeyFaultException(string message)
        : base(message) { }

    public KeyFaultException() { }

    public static string? Of(Action read)
    {
        try
        {
            read();
            return null;
        }
        catch (KeyFaultException fault)
        {
            return fault.Message;
        }
    }

    public KeyFaultException(string message, Exception inner)
        : base(message, inner) { }
}
