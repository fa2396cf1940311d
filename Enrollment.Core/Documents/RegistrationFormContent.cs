using System.Security.Cryptography;
using System.Text.Json.Serialization;
using Enrollment.Collections;

namespace Enrollment.Documents;

/// <summary>What stands on a 《在职干部研究生报名登记表》 (R11), as printed.</summary>
public sealed record RegistrationFormContent
{
    public required string BranchName { get; init; }

    public required int Year { get; init; }

    public required string Name { get; init; }

    public required string Sex { get; init; }

    public required string EthnicGroup { get; init; }

    public required string BirthDate { get; init; }

    public required string NativePlace { get; init; }

    public required string IdentityNumber { get; init; }

    public required string Phone { get; init; }

    public required string Email { get; init; }

    public required string PoliticalStatus { get; init; }

    public required string PartyJoined { get; init; }

    public required string FirstEmployed { get; init; }

    public required string Employer { get; init; }

    public required string Post { get; init; }

    /// <summary>职称：系列和级别</summary>
    public required string ProfessionalTitle { get; init; }

    public required string AppointingAuthority { get; init; }

    public required string EducationLevel { get; init; }

    public required string GraduationSchool { get; init; }

    public required string GraduationMonth { get; init; }

    public required string Programme { get; init; }

    public required ValueList<EducationLine> Education { get; init; }

    public required ValueList<HistoryLine> WorkHistory { get; init; }

    public required string Commitment { get; init; }

    /// <summary>Whose seal this person's form needs (guide 九.3), in words.</summary>
    public required string SealNeeded { get; init; }

    /// <summary>JPEG, 3:4; empty leaves the place for one.</summary>
    [JsonIgnore]
    public byte[] Photo { get; init; } = [];

    /// <summary>Stands for the photo in the content's digest.</summary>
    public string PhotoSha256 => Convert.ToHexStringLower(SHA256.HashData(Photo));
}

/// <summary>One row of 高等教育学历.</summary>
public sealed record EducationLine(
    string Level,
    string Kind,
    string School,
    string Major,
    string Period,
    string CertificateNumber,
    string Degree
);

/// <summary>One row of 工作简历; a row 其间 is set in under the one before.</summary>
public sealed record HistoryLine(string Period, string Text, bool IsDuring = false);
