using Enrollment.Documents;

namespace Enrollment.Materials;

/// <summary>The names under which an application's files are kept.</summary>
public static class MaterialFileNames
{
    public static string Of(ImageId image) => $"{image}.jpg";

    /// <summary>A paper of one version.</summary>
    public static string Of(DocumentKind kind, int version) => $"paper-{version}-{WireName.Of(kind)}.pdf";
}
