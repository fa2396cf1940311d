using System.Globalization;
using Enrollment.Materials;

namespace Enrollment.Server.Commands;

/// <summary>Verdicts as a candidate or a clerk reads them: a row a file, below it what to mend, the first thing first.</summary>
internal sealed class InspectionTable(TextWriter output)
{
    private const int NameColumns = 28;

    private int _right;
    private int _warned;
    private int _refused;

    public void Write(string file, Inspection inspection)
    {
        if (_right + _warned + _refused == 0)
        {
            Row("文件", "结论", "尺寸", "大小", "分辨率");
        }
        var verdict = Count(inspection);
        Row(
            Path.GetFileName(file),
            verdict,
            inspection.Width == 0 ? "—" : $"{inspection.Width}×{inspection.Height}",
            string.Create(CultureInfo.InvariantCulture, $"{inspection.Bytes / 1000.0:0.#} KB"),
            inspection.Dpi is { } dpi ? $"{dpi} DPI" : "—"
        );
        foreach (var finding in inspection.Findings)
        {
            var words = FindingWords.Of(finding, Language.Chinese);
            output.WriteLine($"  {(finding.Severity == Severity.Blocks ? "✗ 必改" : "! 提示")}  {words.Message}");
            output.WriteLine($"           {words.Mend}");
        }
    }

    public void WriteSum() =>
        output.WriteLine(
            $"共 {_right + _warned + _refused} 个文件：合格 {_right} 个，有提示 {_warned} 个，须修改 {_refused} 个。"
        );

    private string Count(Inspection inspection)
    {
        switch (inspection)
        {
            case { Accepted: false }:
                _refused++;
                return "须修改";
            case { Findings.Count: > 0 }:
                _warned++;
                return "有提示";
            default:
                _right++;
                return "合格";
        }
    }

    private void Row(string file, string verdict, string pixels, string bytes, string dpi) =>
        output.WriteLine(
            string.Join("  ", Padded(file, NameColumns), Padded(verdict, 6), Padded(pixels, 11), Padded(bytes, 10), dpi)
                .TrimEnd()
        );

    /// <summary>A Chinese character takes two columns of a terminal.</summary>
    private static string Padded(string text, int columns)
    {
        var taken = text.Sum(character => character >= '\u2E80' ? 2 : 1);
        return text + new string(' ', Math.Max(0, columns - taken));
    }
}
