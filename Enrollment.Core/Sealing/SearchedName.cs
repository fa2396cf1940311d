using Enrollment.People;

namespace Enrollment.Sealing;

/// <summary>How names are compared in a search: width, case and blanks do not count; rare characters are whole.</summary>
public static class SearchedName
{
    /// <summary>Whether a name has this part in it.</summary>
    public static bool Contains(string name, string part) =>
        Plain(name).Contains(Plain(part), StringComparison.Ordinal);

    internal static string[] RunesOf(string name) => [.. Plain(name).EnumerateRunes().Select(rune => rune.ToString())];

    internal static string[] PairsOf(string[] runes) =>
        [.. runes.Zip(runes.Skip(1), (first, second) => first + second)];

    private static string Plain(string name) =>
        string.Concat(name.ToHalfWidth().Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant();
}
