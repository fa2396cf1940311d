using Enrollment.Applications;
using Enrollment.Collections;
using Enrollment.Serialization;

namespace Enrollment.Api.Archives;

/// <summary>An application as it is stored, whole: its state and every event.</summary>
internal sealed record PersonalRecord(Application Application, ValueList<Happened> Events)
{
    public static byte[] ToJson(Application application, IReadOnlyList<Happened> events) =>
        StoredJson.Write(new PersonalRecord(application, [.. events]));
}
