using Enrollment.Collections;
using Enrollment.People;
using Enrollment.Seasons;

namespace Enrollment.Applications;

/// <summary>
/// 考生信息 (R4): what the candidate fills in. Everything may be missing while it is a draft; text is kept as typed
/// (trimmed), so that 暂存 keeps what is wrong as well as what is incomplete.
/// 如实填报，据此生成的《报名登记表》将进入个人档案。
/// </summary>
public sealed record Form
{
    /// <summary>姓名</summary>
    public string? Name { get; init; }

    /// <summary>性别</summary>
    public Sex? Sex { get; init; }

    /// <summary>民族</summary>
    public string? EthnicGroup { get; init; }

    /// <summary>出生日期, by the personnel file (以组织认定为准).</summary>
    public DateOnly? BirthDate { get; init; }

    /// <summary>出生日期与身份证号不一致的说明</summary>
    public string? BirthDateExplanation { get; init; }

    /// <summary>身份证号, as typed; checked by <see cref="People.IdentityNumber"/>.</summary>
    public string? IdentityNumber { get; init; }

    /// <summary>籍贯</summary>
    public string? NativePlace { get; init; }

    /// <summary>电子邮箱</summary>
    public string? Email { get; init; }

    /// <summary>政治面貌</summary>
    public PoliticalStatus? PoliticalStatus { get; init; }

    /// <summary>入党时间（年月）</summary>
    public YearMonth? PartyJoined { get; init; }

    /// <summary>所在党支部, for the letter's second half.</summary>
    public string? PartyBranch { get; init; }

    /// <summary>参加工作时间（年月）</summary>
    public YearMonth? FirstEmployed { get; init; }

    /// <summary>工作单位：人事关系所在单位</summary>
    public string? Employer { get; init; }

    /// <summary>职务</summary>
    public string? Post { get; init; }

    /// <summary>职称系列，以人社部门认定的系列为准；无职称填“无”</summary>
    public string? TitleSeries { get; init; }

    /// <summary>职称级别，以人社部门认定的级别为准</summary>
    public TitleGrade? TitleGrade { get; init; }

    /// <summary>任免机关</summary>
    public string? AppointingAuthority { get; init; }

    /// <summary>谁的公章：所在单位组织人事部门，或县市区组织部、人社局 (guide 九.3)</summary>
    public SealOffice? SealOffice { get; init; }

    /// <summary>文化程度：组织人事部门认定的本科以上学历</summary>
    public EducationLevel? EducationLevel { get; init; }

    /// <summary>毕业学校：取得本科以上学历的院校</summary>
    public string? GraduationSchool { get; init; }

    /// <summary>毕业时间：取得本科以上学历的时间（年月）</summary>
    public YearMonth? GraduationMonth { get; init; }

    /// <summary>报考专业</summary>
    public string? Programme { get; init; }

    /// <summary>工作简历 (R5)</summary>
    public ValueList<WorkEntry> WorkHistory { get; init; } = [];

    /// <summary>高等教育学历 (R6)</summary>
    public ValueList<EducationEntry> Education { get; init; } = [];

    /// <summary>备案表（认证报告）在线验证码</summary>
    public string? ChsiVerificationCode { get; init; }

    /// <summary>备案表（认证报告）在线验证有效期至</summary>
    public DateOnly? ChsiValidUntil { get; init; }

    public static Form Empty { get; } = new();

    /// <summary>职称“无” (R7: slot 8 is then not required).</summary>
    public bool HasNoTitle => string.Equals(TitleSeries, "无", StringComparison.Ordinal);

    /// <summary>Whether the person is a member or probationary member, so that the letter has its second half (R11).</summary>
    public bool IsPartyMember =>
        PoliticalStatus is Applications.PoliticalStatus.Member or Applications.PoliticalStatus.ProbationaryMember;
}
