using System.Text.RegularExpressions;
using Enrollment.Documents;

namespace Enrollment.Materials;

/// <summary>The names under which an application's files are kept.</summary>
public static partial class MaterialFileNames
{
    public static string Of(ImageId image) => $"{image}.jpg";

    /// <summary>A copy to look at, beside the original.</summary>
    public static string Of(ImageId image, CopySize size) => $"{image}-{WireName.Of(size)}.jpg";

    /// <summary>A paper of one version.</summary>
    public static string Of(DocumentKind kind, int version) => $"paper-{version}-{WireName.Of(kind)}.pdf";

    /// <summary>Whether a store takes it: no path, and nothing that a file system would hide.</summary>
    public static bool IsName(string name) => Name.IsMatch(name);

    /// <exception cref="ArgumentException">No name of a file.</exception>
    public static void Check(string name)
    {
        if (!IsName(name))
        {
            throw new ArgumentException(
                "A file's name is 1–64 of a–z, 0–9, '-', '.', and begins with none of the marks.",
                nameof(name)
            );
        }
    }

    [GeneratedRegex(@"^[a-z0-9][a-z0-9.-]{0,63}\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Name { get; }
}
