using Enrollment.Documents.Layout;
using static Enrollment.Documents.Layout.Units;

namespace Enrollment.Documents;

/// <summary>The upper part of the registration form: who the candidate is, with the photo at the right edge.</summary>
internal sealed class PersonTable(float left, float top, float rowHeight)
{
    private const int Rows = 9;
    private const int PhotoRows = 5;
    private static readonly float[] Columns = [Mm(20), Mm(30), Mm(19), Mm(24), Mm(19), Mm(28), Mm(30)];
    private static readonly float AroundPhoto = Mm(0.8f);

    private readonly Table table = new(left, top, Columns, [.. Enumerable.Repeat(rowHeight, Rows)]);

    public float Height => table.Whole.Height;

    public void Write(Page page, RegistrationFormContent content)
    {
        Field(page, 0, 0, 1, "姓　　名", "name", content.Name);
        Field(page, 0, 2, 1, "性　　别", "sex", content.Sex);
        Field(page, 0, 4, 1, "民　　族", "ethnicGroup", content.EthnicGroup);
        Field(page, 1, 0, 1, "出生日期", "birthDate", content.BirthDate);
        Field(page, 1, 2, 3, "籍　　贯", "nativePlace", content.NativePlace);
        Field(page, 2, 0, 3, "身份证号", "identityNumber", content.IdentityNumber);
        Field(page, 2, 4, 1, "政治面貌", "politicalStatus", content.PoliticalStatus);
        Field(page, 3, 0, 1, "入党时间", "partyJoined", content.PartyJoined);
        Field(page, 3, 2, 1, "参加工作\n时　　间", "firstEmployed", content.FirstEmployed);
        Field(page, 3, 4, 1, "文化程度", "educationLevel", content.EducationLevel);
        Field(page, 4, 0, 1, "手机号码", "phone", content.Phone);
        Field(page, 4, 2, 3, "电子邮箱", "email", content.Email);
        Field(page, 5, 0, 3, "毕业学校", "graduationSchool", content.GraduationSchool);
        Field(page, 5, 4, 2, "毕业时间", "graduationMonth", content.GraduationMonth);
        Field(page, 6, 0, 6, "工作单位", "employer", content.Employer);
        Field(page, 7, 0, 3, "职　　务", "post", content.Post);
        Field(page, 7, 4, 2, "职　　称", "titleSeries", content.ProfessionalTitle);
        Field(page, 8, 0, 3, "任免机关", "appointingAuthority", content.AppointingAuthority);
        Field(page, 8, 4, 2, "报考专业", "programme", content.Programme);
        Photo(page, content.Photo, table.Take(0, 6, rowSpan: PhotoRows));
        table.Rule(page, PaperStyle.Thin, PaperStyle.Thin);
    }

    private void Field(Page page, int row, int column, int valueSpan, string label, string box, string value)
    {
        var style = label.Contains('\n', StringComparison.Ordinal) ? PaperStyle.LabelInTwo : PaperStyle.Label;
        page.Write(label, style, table.Take(row, column), Align.Centre);
        var area = table.Take(row, column + 1, columnSpan: valueSpan).Inset(Mm(1), PaperStyle.AboveText);
        page.WriteFitted(box, value, PaperStyle.Value, PaperStyle.Smallest, area, Align.Centre);
    }

    /// <summary>3:4, as large as its cell takes.</summary>
    private static void Photo(Page page, byte[] photo, Area cell)
    {
        var room = cell.Inset(AroundPhoto, AroundPhoto);
        var width = Math.Min(room.Width, room.Height * 3 / 4);
        var place = cell.Middle(width, width * 4 / 3);
        if (photo.Length == 0)
        {
            page.WriteVertical("照片", PaperStyle.Label, place);
            return;
        }
        page.Add(new Mark.Picture(photo, place));
    }
}
