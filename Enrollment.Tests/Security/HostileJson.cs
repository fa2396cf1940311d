using System.Globalization;
using System.Text.Json;

namespace Enrollment.Tests.Security;

/// <summary>
/// Bodies and query strings that no page of ours sends, made after the API's own description: mostly of the right form,
/// so that they come far, and with something in them that should not be there.
/// </summary>
internal sealed class HostileJson(ApiDescription description, Random random)
{
    private const double Spoilt = 0.08;

    /// <summary>JSON texts of the wrong kind, and right ones at their ends.</summary>
    private static readonly string[] Values =
    [
        "null",
        "true",
        "-1",
        "0",
        "1e400",
        "-1e-400",
        "2147483647",
        "12345678901234567890123",
        "1.5",
        "\"\"",
        "\" \"",
        "\"\\u0000\"",
        "\"a\\u0000b\\u0007\\u001b[31m\"",
        "\"\\ud800\"",
        "\"\\udc00\\ud800x\"",
        "\"\\uffff\\ufffe\"",
        "\"\\u202e\\u200f\\u2066\"",
        "\"../../etc/passwd\"",
        "\"%2e%2e%2f\\r\\nX: y\"",
        "\"{0} {code} {{constructor.constructor('x')()}}\"",
        "\"{\"",
        "\"=1+1\"",
        "\"'; DROP TABLE applications; --\"",
        "\"%\"",
        "\"0001-01-01\"",
        "\"9999-12-31\"",
        "\"2026-02-30\"",
        "\"0001-01\"",
        "\"9999-12\"",
        "\"23:59:59\"",
        "\"-99999999.00:00:00\"",
        "\"10675199.02:48:05.4775807\"",
        "\"9999-12-31T23:59:59+14:00\"",
        "[]",
        "[null]",
        "[[[[[[]]]]]]",
        "{}",
        "{\"__proto__\":{\"x\":1}}",
        "{\"$type\":\"System.Object\"}",
    ];

    private static readonly string[] Dates = ["2026-05-20", "2026-07-15", "0001-01-01", "9999-12-31"];

    private static readonly string[] Texts =
    [
        "张三",
        "请核对",
        "法学",
        "2026",
        "13912345678",
        "2015.7-2017.3，某街道，科员\\n2017.4至今，某街道，主任",
        "2015.7-2014.3，，\\n9999.99-0000.00，x\\n—",
        "王五李四",
        "\\ud842\\udfb7野家",
        "<img src=x onerror=alert(1)>",
        "0",
    ];

    private readonly string _long = new('长', 4000);

    /// <summary>A body for this schema: its JSON text, which need not be JSON.</summary>
    public string Of(JsonElement schema, int depth = 0)
    {
        if (random.NextDouble() < Spoilt)
        {
            return random.Next(20) == 0 ? $"\"{_long}\"" : Pick(Values);
        }
        if (schema.TryGetProperty("$ref", out _))
        {
            return Of(description.Resolved(schema), depth);
        }
        if (schema.TryGetProperty("oneOf", out var choices) || schema.TryGetProperty("anyOf", out choices))
        {
            return Of(Pick([.. choices.EnumerateArray()]), depth);
        }
        if (schema.TryGetProperty("enum", out var names))
        {
            return Pick([.. names.EnumerateArray()]).GetRawText();
        }
        return TypeOf(schema) switch
        {
            "object" => ObjectOf(schema, depth),
            "array" => ArrayOf(schema, depth),
            "boolean" => random.Next(2) == 0 ? "true" : "false",
            "integer" => Pick(["0", "1", "2", "3", "100", "100000", "-1", "2147483647", "9223372036854775807"]),
            "number" => Pick(["0", "0.5", "1", "200", "-1", "1e300", "1e-300"]),
            "string" => $"\"{TextOf(schema)}\"",
            _ => "null",
        };
    }

    /// <summary>A value for a parameter of the query.</summary>
    public string Query(JsonElement schema) => Of(schema).Trim('"');

    private static string TypeOf(JsonElement schema) =>
        !schema.TryGetProperty("type", out var type) ? "object"
        : type.ValueKind == JsonValueKind.Array
            ? type.EnumerateArray().Select(one => one.GetString()!).First(one => one != "null")
        : type.GetString()!;

    private string ObjectOf(JsonElement schema, int depth)
    {
        if (depth > 12 || !schema.TryGetProperty("properties", out var properties))
        {
            return "{}";
        }
        var members = properties
            .EnumerateObject()
            .Where(_ => random.Next(12) != 0)
            .Select(one => $"\"{one.Name}\":{Of(one.Value, depth + 1)}")
            .ToList();
        if (members.Count > 0 && random.Next(20) == 0)
        {
            members.Add(Pick(members));
        }
        if (random.Next(30) == 0)
        {
            members.Add("\"extra\":1");
        }
        return $"{{{string.Join(',', members)}}}";
    }

    private string ArrayOf(JsonElement schema, int depth)
    {
        var count = random.Next(20) == 0 ? 60 : random.Next(4);
        return $"[{string.Join(',', Enumerable.Range(0, depth > 8 ? 0 : count).Select(_ => Of(schema.GetProperty("items"), depth + 1)))}]";
    }

    private string TextOf(JsonElement schema)
    {
        if (schema.TryGetProperty("format", out var format))
        {
            return format.GetString() switch
            {
                "date" => Pick(Dates),
                "date-time" => $"{Pick(Dates)}T10:00:00+08:00",
                "time" => Pick(["08:00:00", "23:59:59.9999999"]),
                _ => Pick(Texts),
            };
        }
        if (schema.TryGetProperty("examples", out var examples) && random.Next(8) != 0)
        {
            return Pick([.. examples.EnumerateArray()]).GetString()!;
        }
        if (schema.TryGetProperty("pattern", out var pattern))
        {
            var written = pattern.GetString()!;
            return written.StartsWith("^1[3-9]", StringComparison.Ordinal) ? $"139{random.Next(100_000_000):00000000}"
                : written.Contains("17}", StringComparison.Ordinal) ? Applications.SampleForm.Number
                : written.Contains("{32}", StringComparison.Ordinal)
                    ? random.Next(16).ToString("x32", CultureInfo.InvariantCulture)
                : written.Contains("\\d{2}:", StringComparison.Ordinal)
                    ? Pick(["1.00:00:00", "-10675199.02:48:05", "10675199.02:48:05"])
                : Pick(Texts);
        }
        return Pick(Texts);
    }

    private T Pick<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];
}
