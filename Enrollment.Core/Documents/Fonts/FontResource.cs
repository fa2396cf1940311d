using System.IO.Compression;
using System.Runtime.InteropServices;

namespace Enrollment.Documents.Fonts;

/// <summary>The bytes of an embedded font, at an address that stays.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct FontResource(nint Address, int Length)
{
    /// <summary>A plain font lies in the assembly's own mapping: nothing is copied.</summary>
    public static unsafe FontResource Mapped(string name)
    {
        var stream = (UnmanagedMemoryStream)Open($"{name}.ttf");
        return new((nint)stream.PositionPointer, (int)stream.Length);
    }

    /// <summary>A font that is hardly ever needed lies compressed (Brotli), and is unpacked when it is.</summary>
    public static FontResource Unpacked(string name)
    {
        using var brotli = new BrotliStream(Open($"{name}.ttf.br"), CompressionMode.Decompress);
        using var unpacked = new MemoryStream();
        brotli.CopyTo(unpacked);
        var pinned = GC.AllocateUninitializedArray<byte>((int)unpacked.Length, pinned: true);
        unpacked.GetBuffer().AsSpan(0, pinned.Length).CopyTo(pinned);
        GCHandle.Alloc(pinned);
        return new(Marshal.UnsafeAddrOfPinnedArrayElement(pinned, 0), pinned.Length);
    }

    private static Stream Open(string file) =>
        typeof(FontResource).Assembly.GetManifestResourceStream($"Fonts/{file}")
        ?? throw new InvalidOperationException($"The font {file} is not embedded.");
}
