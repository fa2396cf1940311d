using System.Security.Cryptography;
using System.Text;

namespace Enrollment.Documents;

/// <summary>
/// Skia draws a document's identifier from the clock. Here it is drawn from the document itself, so that the same
/// input gives the same bytes. It stands in the metadata, always as 36 characters, and in the trailer, which comes
/// last, so that its length may change: Skia writes it there in whichever notation of PDF happens to be shorter.
/// </summary>
internal static class PdfIdentity
{
    private const int UuidLength = 36;
    private static readonly byte[] InMetadata = Encoding.ASCII.GetBytes("ID>uuid:");
    private static readonly byte[] TrailerStart = Encoding.ASCII.GetBytes("/ID [");
    private static readonly byte[] TrailerEnd = Encoding.ASCII.GetBytes("]>>");

    public static byte[] Settle(ReadOnlySpan<byte> written)
    {
        var start = written.LastIndexOf(TrailerStart) + TrailerStart.Length;
        var end = written.LastIndexOf(TrailerEnd);
        if (end < start)
        {
            throw new InvalidOperationException("The PDF has no identifier.");
        }

        byte[] pdf = [.. written[..start], .. InTrailer(Guid.Empty), .. written[end..]];
        WriteInMetadata(pdf, Guid.Empty);
        var id = new Guid(SHA256.HashData(pdf).AsSpan(0, 16));
        WriteInMetadata(pdf, id);
        InTrailer(id).CopyTo(pdf.AsSpan(start));
        return pdf;
    }

    private static byte[] InTrailer(Guid id) => Encoding.ASCII.GetBytes($"<{id:N}> <{id:N}>");

    private static void WriteInMetadata(Span<byte> pdf, Guid id)
    {
        for (var at = pdf.IndexOf(InMetadata); at >= 0; at = pdf.IndexOf(InMetadata))
        {
            pdf = pdf[(at + InMetadata.Length)..];
            Encoding.ASCII.GetBytes(id.ToString("D")).CopyTo(pdf[..UuidLength]);
        }
    }
}
