using System.Reflection;
using System.Text.Json.Serialization;

namespace Enrollment.Materials;

/// <summary>
/// The stable name of a slot, page, code or severity in addresses, JSON and on the command line ("id-photo"):
/// the one that <see cref="JsonStringEnumMemberNameAttribute"/> states, so that it is written down once.
/// </summary>
public static class WireName
{
    public static string Of<T>(T value)
        where T : struct, Enum => Names<T>.ByValue[value];

    public static bool TryParse<T>(string? wireName, out T value)
        where T : struct, Enum => Names<T>.ByName.TryGetValue(wireName ?? "", out value);

    private static class Names<T>
        where T : struct, Enum
    {
        public static readonly Dictionary<T, string> ByValue = Enum.GetValues<T>()
            .ToDictionary(
                value => value,
                value =>
                    typeof(T).GetField(value.ToString())!.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()!.Name
            );

        public static readonly Dictionary<string, T> ByName = ByValue.ToDictionary(
            pair => pair.Value,
            pair => pair.Key,
            StringComparer.Ordinal
        );
    }
}
