using System.Text.Json.Serialization;
using Enrollment.Collections;

namespace Enrollment.Operation;

/// <summary>A line to somebody outside whom the work depends on.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Line>))]
public enum Line
{
    /// <summary>短信网关</summary>
    [JsonStringEnumMemberName("text-gateway")]
    TextGateway,

    /// <summary>微信支付</summary>
    [JsonStringEnumMemberName("wechat")]
    WeChat,

    /// <summary>支付宝</summary>
    [JsonStringEnumMemberName("alipay")]
    Alipay,
}

/// <summary>How the latest calls on each line went, since the process began.</summary>
public sealed class Lines
{
    private readonly Lock _lock = new();
    private readonly Dictionary<Line, LineReading> _latest = [];

    public void Note(Line line, bool isAnswered, DateTimeOffset at)
    {
        lock (_lock)
        {
            var before = _latest.GetValueOrDefault(line) ?? new(line, 0, null, null);
            _latest[line] = isAnswered
                ? before with
                {
                    FaultsInARow = 0,
                    AnsweredAt = at,
                }
                : before with
                {
                    FaultsInARow = before.FaultsInARow + 1,
                    FailedAt = at,
                };
        }
    }

    public ValueList<LineReading> Read()
    {
        lock (_lock)
        {
            return [.. _latest.Values.OrderBy(line => line.Line)];
        }
    }
}

/// <param name="FaultsInARow">Calls without an answer since the last that had one.</param>
public sealed record LineReading(Line Line, int FaultsInARow, DateTimeOffset? AnsweredAt, DateTimeOffset? FailedAt);
