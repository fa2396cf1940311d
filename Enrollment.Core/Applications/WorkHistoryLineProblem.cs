using System.Text.Json.Serialization;

namespace Enrollment.Applications;

/// <summary>A pasted line that was not understood: its number, counted from one, and what it says.</summary>
public sealed record WorkHistoryLineProblem(int Line, string Text, WorkHistoryLineProblemCode Code)
{
    public string ToWords(Language language) =>
        language switch
        {
            Language.Chinese => $"第{Line}行：{Chinese(Code)}",
            Language.English => $"Line {Line}: {English(Code)}",
        };

    private static string Chinese(WorkHistoryLineProblemCode code) =>
        code switch
        {
            WorkHistoryLineProblemCode.NoMonths => "没有以起止年月开头，请写成“2015.7-2017.3，单位，职务”。",
            WorkHistoryLineProblemCode.NoSuchMonth => "年月不正确，月份应为1至12，请核对。",
            WorkHistoryLineProblemCode.NoEnd => "缺少结束年月，请写成“2015.7-2017.3”或“2017.4至今”。",
            WorkHistoryLineProblemCode.NoEntryBefore => "“其间”前面没有所属的经历，请先写该经历。",
        };

    private static string English(WorkHistoryLineProblemCode code) =>
        code switch
        {
            WorkHistoryLineProblemCode.NoMonths => "does not begin with months; write “2015.7-2017.3，place，post”.",
            WorkHistoryLineProblemCode.NoSuchMonth => "there is no such month; check it.",
            WorkHistoryLineProblemCode.NoEnd => "the last month is missing; write “2015.7-2017.3” or “2017.4至今”.",
            WorkHistoryLineProblemCode.NoEntryBefore => "no entry stands before this 其间; write the entry first.",
        };
}

/// <summary>Why a pasted line was not understood.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<WorkHistoryLineProblemCode>))]
public enum WorkHistoryLineProblemCode
{
    [JsonStringEnumMemberName("no-months")]
    NoMonths,

    [JsonStringEnumMemberName("no-such-month")]
    NoSuchMonth,

    [JsonStringEnumMemberName("no-end")]
    NoEnd,

    [JsonStringEnumMemberName("no-entry-before")]
    NoEntryBefore,
}
