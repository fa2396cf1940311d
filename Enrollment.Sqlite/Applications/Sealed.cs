using System.Globalization;
using Enrollment.Sealing;

namespace Enrollment.Sqlite.Applications;

/// <summary>The places in the rows to which sealed bytes are bound.</summary>
internal static class Sealed
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
}
