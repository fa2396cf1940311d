using System.Text.Json.Serialization;

namespace Enrollment.Accounts;

/// <summary>
/// What keeps a row from being opened; without a row, what keeps the file from being read. The argument fills the
/// words: the missing headers, the other row.
/// </summary>
public sealed record AccountProblem(int? Row, AccountColumn? Column, AccountProblemCode Code, string? Argument = null)
{
    public string ToWords(Language language) =>
        language switch
        {
            Language.Chinese => (Row is { } row ? $"第{row}行：" : "") + Chinese,
            Language.English => (Row is { } row ? $"Row {row}: " : "") + English,
        };

    private string Chinese =>
        Code switch
        {
            AccountProblemCode.Unreadable => "文件无法打开，请另存为 XLSX 或 CSV 后重新上传。",
            AccountProblemCode.OldOrProtected => "不支持 XLS 格式或加密的工作簿，请取消密码并另存为 XLSX 后重新上传。",
            AccountProblemCode.Empty => "文件中没有考生，请填写后重新上传。",
            AccountProblemCode.HeaderMissing => $"表头缺少“{Argument}”，请使用模板的表头。",
            AccountProblemCode.HeaderRepeated => $"表头“{Argument}”出现了两次，请删去一列。",
            AccountProblemCode.TooManyRows => $"一次最多导入{Argument}行，请分成几个文件。",
            AccountProblemCode.Missing => $"请填写{Header}。",
            AccountProblemCode.TooLong => $"{Header}最多{Argument}个字。",
            AccountProblemCode.Malformed when Column == AccountColumn.Phone => "手机号应为11位数字，请核对。",
            AccountProblemCode.Malformed when Column == AccountColumn.IdentityNumber => "身份证号不正确，请逐位核对。",
            AccountProblemCode.Malformed => $"{Header}不正确，请核对。",
            AccountProblemCode.LostDigits =>
                $"{Header}在表格中按数值保存，末尾数字已丢失；请将该列设为“文本”后重新填写。",
            AccountProblemCode.UnknownChoice => $"本次报名没有“{Argument}”专业，请核对。",
            AccountProblemCode.RepeatedInFile => $"{Header}与第{Argument}行相同，请核对。",
        };

    private string English =>
        Code switch
        {
            AccountProblemCode.Unreadable => "The file can't be opened. Save it as XLSX or CSV and upload it again.",
            AccountProblemCode.OldOrProtected =>
                "XLS files and workbooks with a password can't be read. Save as XLSX without one and upload it again.",
            AccountProblemCode.Empty => "The file holds no candidate. Fill it in and upload it again.",
            AccountProblemCode.HeaderMissing => $"The header lacks {Argument}. Use the template's header.",
            AccountProblemCode.HeaderRepeated => $"The header {Argument} stands twice. Remove one column.",
            AccountProblemCode.TooManyRows => $"At most {Argument} rows at a time. Divide the file.",
            AccountProblemCode.Missing => $"Fill in {Header}.",
            AccountProblemCode.TooLong => $"{Header} may have at most {Argument} characters.",
            AccountProblemCode.Malformed => $"{Header} is not right. Check it.",
            AccountProblemCode.LostDigits =>
                $"{Header} was kept as a number, and its last digits are lost. Format the column as text and fill it in again.",
            AccountProblemCode.UnknownChoice => $"There is no programme {Argument} this season. Check it.",
            AccountProblemCode.RepeatedInFile => $"{Header} is the same as in row {Argument}. Check both.",
        };

    private string Header => Column is { } column ? AccountColumns.HeaderOf(column) : "";
}

/// <summary>What can be wrong with a file of accounts.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AccountProblemCode>))]
public enum AccountProblemCode
{
    [JsonStringEnumMemberName("unreadable")]
    Unreadable,

    /// <summary>An XLS file, or an XLSX with a password: both are the same kind of container.</summary>
    [JsonStringEnumMemberName("old-or-protected")]
    OldOrProtected,

    [JsonStringEnumMemberName("empty")]
    Empty,

    [JsonStringEnumMemberName("header-missing")]
    HeaderMissing,

    [JsonStringEnumMemberName("header-repeated")]
    HeaderRepeated,

    [JsonStringEnumMemberName("too-many-rows")]
    TooManyRows,

    [JsonStringEnumMemberName("missing")]
    Missing,

    [JsonStringEnumMemberName("too-long")]
    TooLong,

    [JsonStringEnumMemberName("malformed")]
    Malformed,

    /// <summary>1.38E+10: the spreadsheet kept a number as a number of limited precision.</summary>
    [JsonStringEnumMemberName("lost-digits")]
    LostDigits,

    [JsonStringEnumMemberName("unknown-choice")]
    UnknownChoice,

    [JsonStringEnumMemberName("repeated-in-file")]
    RepeatedInFile,
}
