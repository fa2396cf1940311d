using System.Text.Json.Serialization;
using Enrollment.Collections;

namespace Enrollment.Accounts;

/// <summary>The columns of a file of accounts (R1), in the template's order.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AccountColumn>))]
public enum AccountColumn
{
    [JsonStringEnumMemberName("name")]
    Name,

    [JsonStringEnumMemberName("phone")]
    Phone,

    [JsonStringEnumMemberName("identityNumber")]
    IdentityNumber,

    [JsonStringEnumMemberName("employer")]
    Employer,

    [JsonStringEnumMemberName("programme")]
    Programme,
}

/// <summary>What the columns are called, and which of them every file has.</summary>
public static class AccountColumns
{
    public static ValueList<AccountColumn> All { get; } = [.. Enum.GetValues<AccountColumn>()];

    public static ValueList<AccountColumn> Required { get; } = [AccountColumn.Name, AccountColumn.Phone];

    /// <summary>The header in the file; a * marks the required ones and may be left out.</summary>
    public static string HeaderOf(AccountColumn column) =>
        column switch
        {
            AccountColumn.Name => "姓名",
            AccountColumn.Phone => "手机号",
            AccountColumn.IdentityNumber => "身份证号",
            AccountColumn.Employer => "工作单位",
            AccountColumn.Programme => "报考专业",
        };

    /// <summary>The column with this header, however it is spaced and marked, or null for one that is not read.</summary>
    public static AccountColumn? Find(string header)
    {
        var plain = string.Concat(header.Where(c => !char.IsWhiteSpace(c) && c is not ('*' or '＊' or '\uFEFF')));
        return plain switch
        {
            "姓名" => AccountColumn.Name,
            "手机号" or "手机号码" or "手机" => AccountColumn.Phone,
            "身份证号" or "身份证号码" or "身份证" => AccountColumn.IdentityNumber,
            "工作单位" or "单位" => AccountColumn.Employer,
            "报考专业" or "专业" => AccountColumn.Programme,
            _ => null,
        };
    }
}
