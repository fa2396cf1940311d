using System.Text;

namespace Enrollment.Sealing;

/// <summary>The one place where sealed bytes open: a kind of record, whose it is, and which one.</summary>
/// <param name="Kind">"event", "state", "summary", "text", "file", …; without a slash.</param>
/// <param name="Name">The event's number, the file's name, and the like.</param>
public readonly record struct SealedPlace(string Kind, ApplicationId Application, string Name)
{
    public byte[] ToBytes() => Encoding.UTF8.GetBytes($"{Kind}/{Application}/{Name}");
}
