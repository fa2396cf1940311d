namespace Enrollment.Applications;

/// <summary>The eleven rows as the guide's section 七 names them, and how a row ends (R12).</summary>
public static class OriginalWords
{
    public static string Of(OriginalItem item, Language language) => Of(item).In(language);

    public static string Of(OriginalResult result, Language language) => Of(result).In(language);

    private static Words Of(OriginalItem item) =>
        item switch
        {
            OriginalItem.RegistrationForms => new("报名登记表三份", "Registration form, three copies"),
            OriginalItem.IntroductionLetter => new(
                "介绍信和党员关系证明信",
                "Letter of introduction and of Party membership"
            ),
            OriginalItem.IdentityCard => new("身份证原件", "Identity card, original"),
            OriginalItem.BachelorDiploma => new("本科毕业证书原件", "Bachelor's diploma, original"),
            OriginalItem.PostgraduateDiploma => new("研究生毕业证书原件", "Postgraduate diploma, original"),
            OriginalItem.MasterDegree => new("硕士学位证书原件", "Master's degree certificate, original"),
            OriginalItem.AppointmentDocument => new("任职文件原件", "Appointment document, original"),
            OriginalItem.ProfessionalTitle => new("专业技术职称证书原件", "Professional title certificate, original"),
            OriginalItem.ChsiRecord => new(
                "教育部学历证书电子注册备案表",
                "Ministry of Education online diploma record"
            ),
            OriginalItem.DegreeReport => new("教育部硕士学位认证报告", "Ministry of Education master's degree report"),
            OriginalItem.Other => new("其他证明材料", "Other supporting material"),
        };

    private static Words Of(OriginalResult result) =>
        result switch
        {
            OriginalResult.Kept => new("收取", "kept"),
            OriginalResult.CheckedAndReturned => new("查验后带回", "checked and returned"),
            OriginalResult.Waived => new("免交", "waived"),
            OriginalResult.NotApplicable => new("不适用", "not applicable"),
            OriginalResult.Owed => new("待补", "owed"),
        };
}
