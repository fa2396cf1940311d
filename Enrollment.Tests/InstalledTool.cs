namespace Enrollment.Tests;

/// <summary>
/// A program of the machine that some tests use. A test that asks for one the machine lacks is skipped, and fails
/// under <c>CI=true</c>; <c>./test</c> installs them where it may.
/// </summary>
public static class InstalledTool
{
    /// <summary>Full path of Debian's Chromium.</summary>
    public static string Chromium => Find("chromium", package: "chromium");

    /// <summary>Full path of qpdf, which checks a PDF's structure.</summary>
    public static string Qpdf => Find("qpdf", package: "qpdf");

    /// <summary>Full path of pdftotext, which reads a PDF as another program would.</summary>
    public static string PdfToText => Find("pdftotext", package: "poppler-utils");

    /// <summary>Full path of pdftoppm, which draws a PDF as another program would.</summary>
    public static string PdfToPpm => Find("pdftoppm", package: "poppler-utils");

    /// <summary>Full path of pdffonts, which lists a PDF's fonts.</summary>
    public static string PdfFonts => Find("pdffonts", package: "poppler-utils");

    /// <summary>Full path of Node.js, or null; Azurite runs on it.</summary>
    public static string? Node => PathOf("node");

    private static string? PathOf(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Select(folder => Path.Combine(folder, program))
            .FirstOrDefault(File.Exists);

    private static string Find(string program, string package)
    {
        var path = PathOf(program);
        Assert.SkipWhen(path is null, $"{program} is not installed (Debian package {package})");
        return path;
    }
}
