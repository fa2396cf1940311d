using System.Collections.Concurrent;
using Enrollment.Materials;

namespace Enrollment.Tests.Crash;

/// <summary>What the server has acknowledged, by the clients' own book.</summary>
internal sealed class Acknowledged
{
    private int _count;

    /// <summary>Acknowledgments so far.</summary>
    public int Count => Volatile.Read(ref _count);

    public ConcurrentDictionary<ApplicationId, string> Phones { get; } = new();

    /// <summary>Notes, which are texts of their own.</summary>
    public ConcurrentBag<(ApplicationId Application, string Text)> Notes { get; } = [];

    /// <summary>The newest revision of each form that was saved, with the post that it was saved with.</summary>
    public ConcurrentDictionary<ApplicationId, (int Revision, string Post)> Forms { get; } = new();

    public ConcurrentBag<(ApplicationId Application, ImageId Image)> Images { get; } = [];

    /// <summary>Orders that the desk was told are paid, with their receipt numbers.</summary>
    public ConcurrentDictionary<string, (ApplicationId Application, string ReceiptNo)> Paid { get; } =
        new(StringComparer.Ordinal);

    public void CountOne() => Interlocked.Increment(ref _count);
}
