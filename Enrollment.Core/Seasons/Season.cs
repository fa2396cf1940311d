using Enrollment.Collections;
using Enrollment.Materials;
using Enrollment.TextMessages;

namespace Enrollment.Seasons;

/// <summary>One year's enrolment (报名季): its calendar, texts, fee and standards. Settings, changed by the administrator.</summary>
public sealed record Season
{
    /// <summary>Short and stable: "2026".</summary>
    public required string Id { get; init; }

    /// <summary>The year in the documents' titles.</summary>
    public required int Year { get; init; }

    /// <summary>分院名称, as it stands on the documents.</summary>
    public required string BranchName { get; init; }

    /// <summary>报考专业 to choose from.</summary>
    public required ValueList<string> Programmes { get; init; }

    /// <summary>缴费 in whole fen.</summary>
    public required long FeeFen { get; init; }

    public required SeasonCalendar Calendar { get; init; }

    public RestDays RestDays { get; init; } = new();

    /// <summary>The candidate's time for the form, counted from the day after receipt (guide 九.4: 五日).</summary>
    public int DaysToSubmit { get; init; } = 5;

    /// <summary>Whether a last day of rest moves the deadline to the next working day (Civil Code art. 203).</summary>
    public bool MoveDeadlineOffRestDays { get; init; } = true;

    /// <summary>After this long without a delivery report, the account stands on the staff's list (R2).</summary>
    public TimeSpan ReceiptWait { get; init; } = TimeSpan.FromHours(24);

    public ReminderPlan Reminders { get; init; } = new();

    public ImageStandards ImageStandards { get; init; } = new();

    public Eligibility Eligibility { get; init; } = new();

    public OnSiteSettings OnSite { get; init; } = new();

    public DocumentWording Wording { get; init; } = new();

    /// <summary>Where candidates sign in, as texts say it: "https://baoming.example.cn".</summary>
    public string SignInAddress { get; init; } = "";

    /// <summary>The text messages' templates (R15), one of each.</summary>
    public ValueList<TextWording> TextWordings { get; init; } = TextWording.Defaults;

    /// <summary>招生办法: what the candidate confirms to have read, or null while none has been uploaded.</summary>
    public AdmissionRules? AdmissionRules { get; init; }

    /// <summary>Version of the privacy notice (个人信息处理告知) that is consented to.</summary>
    public string PrivacyNoticeVersion { get; init; } = "1";

    /// <summary>Personal data is deleted this many months after the payment's last day (R16).</summary>
    public int RetentionMonths { get; init; } = 24;
}

/// <summary>日程 (R17). Every day counts in China Standard Time and to its end, 24:00.</summary>
public sealed record SeasonCalendar
{
    /// <summary>填报截止</summary>
    public required DateOnly SubmissionCloses { get; init; }

    /// <summary>审核截止</summary>
    public required DateOnly ReviewCloses { get; init; }

    /// <summary>现场报名, the first day.</summary>
    public required DateOnly OnSiteFrom { get; init; }

    /// <summary>现场报名, the last day.</summary>
    public required DateOnly OnSiteTo { get; init; }

    /// <summary>As printed: "上午8:30–11:30，下午14:00–17:00".</summary>
    public required string OnSiteHours { get; init; }

    /// <summary>As printed.</summary>
    public required string OnSitePlace { get; init; }

    /// <summary>缴费截止</summary>
    public required DateOnly PaymentCloses { get; init; }
}

/// <summary>Who may apply (R4).</summary>
public sealed record Eligibility
{
    /// <summary>Members and probationary members only, unless other statuses are admitted.</summary>
    public bool AdmitsOtherPoliticalStatuses { get; init; }

    /// <summary>Whole years of service that are required at <see cref="ServiceCountedAt"/>; 0 for none.</summary>
    public int LeastYearsOfService { get; init; }

    /// <summary>The month at which service is counted.</summary>
    public YearMonth? ServiceCountedAt { get; init; }
}

/// <summary>What the desk may accept (R12).</summary>
public sealed record OnSiteSettings
{
    /// <summary>The guide gives the postgraduate diploma no waiver; a season may.</summary>
    public bool PostgraduateDiplomaMayBeWaived { get; init; }

    /// <summary>Whether a stamped copy suffices where the appointment document's original can't be given.</summary>
    public bool StampedCopySuffices { get; init; } = true;
}

/// <summary>The uploaded admission rules (招生办法): a version and the file's SHA-256.</summary>
public sealed record AdmissionRules(string Version, string FileName, string Sha256);
