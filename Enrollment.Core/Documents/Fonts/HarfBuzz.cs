using System.Runtime.InteropServices;

namespace Enrollment.Documents.Fonts;

/// <summary>
/// The subsetter of HarfBuzz, which its native library exports and HarfBuzzSharp does not wrap. Without it every
/// document would carry whole fonts: 13 MB, a second and a half, and Kangxi radicals on text extraction.
/// </summary>
internal static partial class HarfBuzz
{
    private const string Library = "libHarfBuzzSharp";
    private const DllImportSearchPath Beside =
        DllImportSearchPath.AssemblyDirectory | DllImportSearchPath.SafeDirectories;

    public const uint NoHinting = 1;
    public const uint NoLayoutClosure = 0x200;
    public const int DropTableTags = 3;

    [DefaultDllImportSearchPaths(Beside)]
    [LibraryImport(Library, EntryPoint = "hb_subset_preprocess")]
    public static partial nint Preprocess(nint face);

    [DefaultDllImportSearchPaths(Beside)]
    [LibraryImport(Library, EntryPoint = "hb_subset_input_create_or_fail")]
    public static partial nint CreateInput();

    [DefaultDllImportSearchPaths(Beside)]
    [LibraryImport(Library, EntryPoint = "hb_subset_input_destroy")]
    public static partial void DestroyInput(nint input);

    [DefaultDllImportSearchPaths(Beside)]
    [LibraryImport(Library, EntryPoint = "hb_subset_input_set_flags")]
    public static partial void SetFlags(nint input, uint flags);

    [DefaultDllImportSearchPaths(Beside)]
    [LibraryImport(Library, EntryPoint = "hb_subset_input_unicode_set")]
    public static partial nint UnicodeSet(nint input);

    [DefaultDllImportSearchPaths(Beside)]
    [LibraryImport(Library, EntryPoint = "hb_subset_input_set")]
    public static partial nint InputSet(nint input, int set);

    [DefaultDllImportSearchPaths(Beside)]
    [LibraryImport(Library, EntryPoint = "hb_set_add")]
    public static partial void Add(nint set, uint value);

    [DefaultDllImportSearchPaths(Beside)]
    [LibraryImport(Library, EntryPoint = "hb_subset_or_fail")]
    public static partial nint Subset(nint face, nint input);

    [DefaultDllImportSearchPaths(Beside)]
    [LibraryImport(Library, EntryPoint = "hb_face_reference_blob")]
    public static partial nint FaceBlob(nint face);

    [DefaultDllImportSearchPaths(Beside)]
    [LibraryImport(Library, EntryPoint = "hb_face_destroy")]
    public static partial void DestroyFace(nint face);

    [DefaultDllImportSearchPaths(Beside)]
    [LibraryImport(Library, EntryPoint = "hb_blob_get_data")]
    public static partial nint BlobData(nint blob, out uint length);

    [DefaultDllImportSearchPaths(Beside)]
    [LibraryImport(Library, EntryPoint = "hb_blob_destroy")]
    public static partial void DestroyBlob(nint blob);
}
