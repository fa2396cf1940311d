using System.Collections.Frozen;
using Enrollment.Collections;

namespace Enrollment.Applications;

/// <summary>
/// The one catalogue of the form's fields (R4): what each is called, and how to compare and copy it, so that a change
/// of the form can be stored, marked by a reviewer and opened by a return field by field (R10).
/// </summary>
public static partial class FormFields
{
    private static readonly FrozenDictionary<FormField, Entry> Catalogue = Enum.GetValues<FormField>()
        .ToFrozenDictionary(field => field, Of);

    /// <summary>All fields in the form's order.</summary>
    public static ValueList<FormField> All { get; } = [.. Enum.GetValues<FormField>()];

    /// <summary>The fields whose values differ.</summary>
    public static ValueList<FormField> Changed(Form before, Form after) =>
        All.Where(field => !Equals(Catalogue[field].Get(before), Catalogue[field].Get(after))).ToValueList();

    /// <summary><paramref name="current"/> with exactly the <paramref name="changed"/> fields taken from <paramref name="set"/>.</summary>
    public static Form Merge(Form current, Form set, ValueList<FormField> changed) =>
        changed.Aggregate(current, (form, field) => Catalogue[field].Take(form, set));

    /// <summary>A form that holds only those fields: what an event stores beside their names.</summary>
    public static Form Only(Form form, ValueList<FormField> fields) => Merge(Form.Empty, form, fields);

    /// <summary>Whether nothing is filled in.</summary>
    public static bool IsEmpty(Form form, FormField field) =>
        Equals(Catalogue[field].Get(form), Catalogue[field].Get(Form.Empty));

    /// <summary>文化程度 / "education level": the guide's words where it has them.</summary>
    public static string NameOf(FormField field, Language language) =>
        language switch
        {
            Language.Chinese => Catalogue[field].Zh,
            Language.English => Catalogue[field].En,
        };

    private static Entry Of(FormField field) =>
        field switch
        {
            FormField.Name => new("姓名", "name", f => f.Name, (f, s) => f with { Name = s.Name }),
            FormField.Sex => new("性别", "sex", f => f.Sex, (f, s) => f with { Sex = s.Sex }),
            FormField.EthnicGroup => new(
                "民族",
                "ethnic group",
                f => f.EthnicGroup,
                (f, s) => f with { EthnicGroup = s.EthnicGroup }
            ),
            FormField.BirthDate => new(
                "出生日期",
                "birth date",
                f => f.BirthDate,
                (f, s) => f with { BirthDate = s.BirthDate }
            ),
            FormField.BirthDateExplanation => new(
                "出生日期说明",
                "explanation of the birth date",
                f => f.BirthDateExplanation,
                (f, s) => f with { BirthDateExplanation = s.BirthDateExplanation }
            ),
            FormField.IdentityNumber => new(
                "身份证号",
                "identity number",
                f => f.IdentityNumber,
                (f, s) => f with { IdentityNumber = s.IdentityNumber }
            ),
            FormField.NativePlace => new(
                "籍贯",
                "native place",
                f => f.NativePlace,
                (f, s) => f with { NativePlace = s.NativePlace }
            ),
            FormField.Email => new("电子邮箱", "email", f => f.Email, (f, s) => f with { Email = s.Email }),
            FormField.PoliticalStatus => new(
                "政治面貌",
                "political status",
                f => f.PoliticalStatus,
                (f, s) => f with { PoliticalStatus = s.PoliticalStatus }
            ),
            FormField.PartyJoined => new(
                "入党时间",
                "month of joining the Party",
                f => f.PartyJoined,
                (f, s) => f with { PartyJoined = s.PartyJoined }
            ),
            FormField.PartyBranch => new(
                "所在党支部",
                "Party branch",
                f => f.PartyBranch,
                (f, s) => f with { PartyBranch = s.PartyBranch }
            ),
            FormField.FirstEmployed => new(
                "参加工作时间",
                "month of first employment",
                f => f.FirstEmployed,
                (f, s) => f with { FirstEmployed = s.FirstEmployed }
            ),
            FormField.Employer => new(
                "工作单位",
                "employer",
                f => f.Employer,
                (f, s) => f with { Employer = s.Employer }
            ),
            FormField.Post => new("职务", "post", f => f.Post, (f, s) => f with { Post = s.Post }),
            FormField.TitleSeries => new(
                "职称系列",
                "professional title",
                f => f.TitleSeries,
                (f, s) => f with { TitleSeries = s.TitleSeries }
            ),
            FormField.TitleGrade => new(
                "职称级别",
                "grade of the professional title",
                f => f.TitleGrade,
                (f, s) => f with { TitleGrade = s.TitleGrade }
            ),
            FormField.AppointingAuthority => new(
                "任免机关",
                "appointing authority",
                f => f.AppointingAuthority,
                (f, s) => f with { AppointingAuthority = s.AppointingAuthority }
            ),
            FormField.SealOffice => new(
                "盖章单位",
                "office whose seal is needed",
                f => f.SealOffice,
                (f, s) => f with { SealOffice = s.SealOffice }
            ),
            FormField.EducationLevel => new(
                "文化程度",
                "education level",
                f => f.EducationLevel,
                (f, s) => f with { EducationLevel = s.EducationLevel }
            ),
            FormField.GraduationSchool => new(
                "毕业学校",
                "school of that level",
                f => f.GraduationSchool,
                (f, s) => f with { GraduationSchool = s.GraduationSchool }
            ),
            FormField.GraduationMonth => new(
                "毕业时间",
                "month of graduation",
                f => f.GraduationMonth,
                (f, s) => f with { GraduationMonth = s.GraduationMonth }
            ),
            FormField.Programme => new(
                "报考专业",
                "programme applied for",
                f => f.Programme,
                (f, s) => f with { Programme = s.Programme }
            ),
            FormField.WorkHistory => new(
                "工作简历",
                "work history",
                f => f.WorkHistory,
                (f, s) => f with { WorkHistory = s.WorkHistory }
            ),
            FormField.Education => new(
                "高等教育学历",
                "higher education",
                f => f.Education,
                (f, s) => f with { Education = s.Education }
            ),
            FormField.ChsiVerificationCode => new(
                "在线验证码",
                "online verification code",
                f => f.ChsiVerificationCode,
                (f, s) => f with { ChsiVerificationCode = s.ChsiVerificationCode }
            ),
            FormField.ChsiValidUntil => new(
                "在线验证有效期",
                "last day of online verification",
                f => f.ChsiValidUntil,
                (f, s) => f with { ChsiValidUntil = s.ChsiValidUntil }
            ),
        };

    /// <summary>One field: its names, its value, and how another form's value is taken over.</summary>
    private sealed record Entry(string Zh, string En, Func<Form, object?> Get, Func<Form, Form, Form> Take);
}
