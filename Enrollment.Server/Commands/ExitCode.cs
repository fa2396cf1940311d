namespace Enrollment.Server.Commands;

/// <summary>What the commands answer the shell; 0 is all well.</summary>
internal static class ExitCode
{
    /// <summary>A check failed, or the work could not be done.</summary>
    public const int CheckFailed = 1;

    public const int BadUsage = 2;
}
