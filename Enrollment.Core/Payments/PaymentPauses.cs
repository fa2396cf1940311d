namespace Enrollment.Payments;

/// <summary>How long to wait before a provider is asked again: short while somebody stands at the desk, then growing.</summary>
public static class PaymentPauses
{
    private static readonly TimeSpan LongestWatch = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestFault = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LongestRefund = TimeSpan.FromHours(1);

    /// <summary>3, 4, 6, 10, 15, 22, 34, 51, 60, 60 … seconds.</summary>
    /// <param name="attempt">1 for the first.</param>
    public static TimeSpan OfWatching(int attempt) => Growing(TimeSpan.FromSeconds(3), 1.5, attempt, LongestWatch);

    /// <summary>2, 4, 8, 16 … seconds, at most five minutes.</summary>
    public static TimeSpan AfterFault(int attempt) => Growing(TimeSpan.FromSeconds(2), 2, attempt, LongestFault);

    /// <summary>5, 10, 20 … seconds, at most an hour: banks take days.</summary>
    public static TimeSpan OfRefund(int attempt) => Growing(TimeSpan.FromSeconds(5), 2, attempt, LongestRefund);

    private static TimeSpan Growing(TimeSpan first, double factor, int attempt, TimeSpan longest)
    {
        var steps = Math.Clamp(attempt - 1, 0, 30);
        var pause = TimeSpan.FromSeconds(Math.Floor(first.TotalSeconds * Math.Pow(factor, steps)));
        return pause < longest ? pause : longest;
    }
}
