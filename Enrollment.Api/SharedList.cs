using System.Text.Json;
using System.Text.Json.Serialization;
using Enrollment.Collections;

namespace Enrollment.Api;

/// <summary>A list that many answers have in common: it is written as JSON once, and copied into each of them.</summary>
[JsonConverter(typeof(SharedListJsonConverter))]
public sealed class SharedList<T>(ValueList<T> items)
{
    private Written? _written;

    public ValueList<T> Items => items;

    internal ReadOnlySpan<byte> Json(JsonSerializerOptions options)
    {
        if (_written is not { } written || written.By != options)
        {
            _written = written = new(options, JsonSerializer.SerializeToUtf8Bytes(items, options));
        }
        return written.Json;
    }

    private sealed record Written(JsonSerializerOptions By, byte[] Json);
}

/// <summary>Writes a <see cref="SharedList{T}"/> as a plain JSON array.</summary>
internal sealed class SharedListJsonConverter : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(SharedList<>);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)
            Activator.CreateInstance(typeof(Converter<>).MakeGenericType(typeToConvert.GetGenericArguments()[0]))!;

    private sealed class Converter<T> : JsonConverter<SharedList<T>>
    {
        public override SharedList<T> Read(
            ref Utf8JsonReader reader,
            Type typeToConvert,
            JsonSerializerOptions options
        ) => new(JsonSerializer.Deserialize<ValueList<T>>(ref reader, options));

        public override void Write(Utf8JsonWriter writer, SharedList<T> value, JsonSerializerOptions options) =>
            writer.WriteRawValue(value.Json(options), skipInputValidation: true);
    }
}
