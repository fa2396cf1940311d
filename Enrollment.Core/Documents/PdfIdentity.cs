using System.Security.Cryptography;
using System.Text;

namespace Enrollment.Documents;

/// <summary>
/// Skia draws a document's identifier from the clock. It is put back to one drawn from the document itself, in the
/// same places and of the same length, so that the same input gives the same bytes.
/// </summary>
internal static class PdfIdentity
{
    private static readonly byte[] XmpStart = Encoding.ASCII.GetBytes("<xmpMM:DocumentID>uuid:");
    private static readonly byte[] TrailerStart = Encoding.ASCII.GetBytes("/ID [<");
    private const int XmpLength = 36;
    private const int TrailerLength = 32;

    public static byte[] Settle(byte[] pdf)
    {
        var xmp = pdf.AsSpan(After(pdf, XmpStart), XmpLength).ToArray();
        var trailer = pdf.AsSpan(After(pdf, TrailerStart), TrailerLength).ToArray();
        Replace(pdf, xmp, Encoding.ASCII.GetBytes(Guid.Empty.ToString("D")));
        Replace(pdf, trailer, Encoding.ASCII.GetBytes(Guid.Empty.ToString("N")));

        var id = new Guid(SHA256.HashData(pdf).AsSpan(0, 16));
        Replace(pdf, Encoding.ASCII.GetBytes(Guid.Empty.ToString("D")), Encoding.ASCII.GetBytes(id.ToString("D")));
        Replace(
            pdf,
            Encoding.ASCII.GetBytes(Guid.Empty.ToString("N")),
            Encoding.ASCII.GetBytes(id.ToString("N").ToUpperInvariant())
        );
        return pdf;
    }

    private static int After(byte[] pdf, byte[] marker)
    {
        var at = pdf.AsSpan().LastIndexOf(marker);
        return at >= 0 ? at + marker.Length : throw new InvalidOperationException("The PDF has no identifier.");
    }

    private static void Replace(Span<byte> pdf, ReadOnlySpan<byte> old, ReadOnlySpan<byte> with)
    {
        for (var at = pdf.IndexOf(old); at >= 0; at = pdf.IndexOf(old))
        {
            with.CopyTo(pdf[at..]);
            pdf = pdf[(at + old.Length)..];
        }
    }
}
