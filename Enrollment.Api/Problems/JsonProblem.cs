using System.Text.Json;
using System.Text.RegularExpressions;

namespace Enrollment.Api.Problems;

/// <summary>Says what is wrong with a body: where it stops being JSON, or which value can't be.</summary>
internal static partial class JsonProblem
{
    public static ApiProblem Of(JsonException fault, Language language)
    {
        if (IsSyntax(fault))
        {
            var line = (fault.LineNumber ?? 0) + 1;
            var column = (fault.BytePositionInLine ?? 0) + 1;
            var where = new Words($"第 {line} 行第 {column} 字节", $"line {line}, byte {column}").In(language);
            return Problem.BodyOf(ProblemCode.BadJson, language, where);
        }
        var path = PathOf(fault);
        return MissingNames(fault) is { Count: > 0 } missing
            ? Problem.BadValueBody(missing.Select(name => Under(path, name)), Missing.In(language), language)
            : Problem.BadValueBody([path], Wrong.In(language), language);
    }

    private static readonly Words Missing = new("缺少此项。", "This member is required.");

    private static readonly Words Wrong = new("此项的值不能识别，请修改。", "This is not a value that it can have.");

    /// <summary>The serializer wraps its reader's own exception, which is not public.</summary>
    private static bool IsSyntax(JsonException fault) =>
        fault.GetType() != typeof(JsonException) || (fault.InnerException is JsonException inner && IsSyntax(inner));

    /// <summary>"$.workHistory" with "$[2].from" inside it: a list is read by a converter of its own.</summary>
    private static string PathOf(JsonException fault)
    {
        var own = (fault.Path ?? "$")[1..].TrimStart('.');
        return fault.InnerException is JsonException inner ? Under(own, PathOf(inner)) : own;
    }

    private static string Under(string path, string inner) =>
        path.Length == 0 ? inner
        : inner.Length == 0 || inner[0] == '[' ? path + inner
        : $"{path}.{inner}";

    /// <summary>The serializer names them in its message only.</summary>
    private static List<string> MissingNames(JsonException fault) =>
        fault.Message.IndexOf("missing required properties", StringComparison.Ordinal) is >= 0 and var start
            ? [.. QuotedName().Matches(fault.Message, start).Select(match => match.Groups["name"].Value)]
            : [];

    [GeneratedRegex("'(?<name>[^']+)'", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex QuotedName();
}
