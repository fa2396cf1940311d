using System.Text.Json.Serialization;

namespace Enrollment.Access;

/// <summary>What a staff member may do; a person may hold several (DESIGN §6).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Role>))]
public enum Role
{
    /// <summary>审核员</summary>
    [JsonStringEnumMemberName("reviewer")]
    Reviewer,

    /// <summary>现场工作人员</summary>
    [JsonStringEnumMemberName("desk")]
    Desk,

    /// <summary>管理员</summary>
    [JsonStringEnumMemberName("admin")]
    Admin,
}
