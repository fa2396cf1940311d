using Enrollment.Collections;
using Enrollment.Documents;

namespace Enrollment.Applications;

/// <summary>
/// The papers in force (打印材料, R11). A new version is made when what they print changes; older prints are stale then.
/// </summary>
/// <param name="Version">Counts from 1; 0 while the first is being made.</param>
/// <param name="Made">Empty until the papers of this version are written.</param>
/// <param name="Fetched">Which of them the candidate has fetched.</param>
public sealed record IssuedPapers(int Version, ValueList<MadePaper> Made, ValueList<DocumentKind> Fetched)
{
    /// <summary>Both papers that need seals; the on-site list is for the candidate's own use.</summary>
    public static ValueList<DocumentKind> ToBeSealed { get; } =
    [DocumentKind.RegistrationForm, DocumentKind.IntroductionLetter];
}

/// <summary>One made document: the file's SHA-256 and the digest of the content that its QR code carries.</summary>
public sealed record MadePaper(DocumentKind Kind, string Sha256, string ContentDigest);
