using System.Globalization;
using System.Text;

namespace Enrollment.Sealing;

/// <summary>The one place where sealed bytes open: a kind of record, whose it is, and which one.</summary>
/// <param name="Kind">"event", "state", "summary", "text", "file", …; without a slash.</param>
/// <param name="Name">The event's number, the file's name, and the like.</param>
public readonly record struct SealedPlace(string Kind, ApplicationId Application, string Name)
{
    public static SealedPlace State(ApplicationId application, long version) =>
        new("state", application, version.ToString(CultureInfo.InvariantCulture));

    public static SealedPlace Event(ApplicationId application, long sequence) =>
        new("event", application, sequence.ToString(CultureInfo.InvariantCulture));

    public static SealedPlace Summary(ApplicationId application) => new("summary", application, "");

    public static SealedPlace EffectReason(ApplicationId application, string key) =>
        new("effect-reason", application, key);

    public static SealedPlace Text(ApplicationId application, string id) => new("text", application, id);

    public static SealedPlace File(ApplicationId application, string name) => new("file", application, name);

    public byte[] ToBytes() => Encoding.UTF8.GetBytes($"{Kind}/{Application}/{Name}");
}
