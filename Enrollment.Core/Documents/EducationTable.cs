using Enrollment.Collections;
using Enrollment.Documents.Layout;
using static Enrollment.Documents.Layout.Units;

namespace Enrollment.Documents;

/// <summary>高等教育学历 on the registration form (R6): one row a diploma, empty rows up to three.</summary>
internal static class EducationTable
{
    private static readonly string[] Heads = ["层次", "类别", "毕业院校", "专业", "学习起止", "证书编号", "学位"];
    private static readonly float[] Widths = [Mm(12.5f), Mm(16), Mm(34), Mm(26), Mm(24), Mm(31), Mm(18.5f)];

    public static void Write(Page page, ValueList<EducationLine> education, Area area, float headHeight, int rows)
    {
        var inside = RegistrationFormPdf.Labelled(page, "高等教育学历", area);
        var rowHeight = (area.Height - headHeight) / rows;
        float[] heights = [headHeight, .. Enumerable.Repeat(rowHeight, rows)];
        var table = new Table(inside.Left, inside.Top, Widths, heights);
        for (var column = 0; column < Heads.Length; column++)
        {
            page.Write(Heads[column], PaperStyle.Label, table.Take(0, column), Align.Centre);
        }
        for (var row = 0; row < rows; row++)
        {
            var texts = row < education.Count ? Texts(education[row]) : [];
            for (var column = 0; column < Heads.Length; column++)
            {
                var cell = table.Take(row + 1, column).Inset(Mm(0.7f), Mm(0.5f));
                if (column < texts.Length)
                {
                    var (name, text) = texts[column];
                    var box = $"education[{row}].{name}";
                    page.WriteFitted(
                        box,
                        text,
                        PaperStyle.Value with
                        {
                            Size = 9.5f,
                        },
                        PaperStyle.Smallest,
                        cell,
                        Align.Centre
                    );
                }
            }
        }
        table.Rule(page, PaperStyle.Thin, PaperStyle.Thin);
    }

    private static (string Name, string Text)[] Texts(EducationLine line) =>
        [
            ("level", line.Level),
            ("kind", line.Kind),
            ("school", line.School),
            ("major", line.Major),
            ("period", line.Period),
            ("certificateNumber", line.CertificateNumber),
            ("degree", line.Degree),
        ];
}
