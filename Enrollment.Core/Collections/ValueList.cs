using System.Collections;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Enrollment.Collections;

/// <summary>
/// An immutable list that equals another list with equal items in the same order, so that records which hold
/// lists compare by what they say. The default value is the empty list.
/// </summary>
[CollectionBuilder(typeof(ValueList), nameof(ValueList.Create))]
[JsonConverter(typeof(ValueListJsonConverter))]
public readonly struct ValueList<T>(ImmutableArray<T> items) : IReadOnlyList<T>, IEquatable<ValueList<T>>
{
    internal ImmutableArray<T> Items => items.IsDefault ? [] : items;

    public int Count => Items.Length;

    public T this[int index] => Items[index];

    public ValueList<T> Add(T item) => new(Items.Add(item));

    public ValueList<T> AddRange(IEnumerable<T> more) => new(Items.AddRange(more));

    public ValueList<T> RemoveAll(Predicate<T> match) => new(Items.RemoveAll(match));

    public ReadOnlySpan<T> AsSpan() => Items.AsSpan();

    public bool Equals(ValueList<T> other) => Items.AsSpan().SequenceEqual(other.Items.AsSpan());

    public override bool Equals(object? obj) => obj is ValueList<T> other && Equals(other);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var item in Items)
        {
            hash.Add(item);
        }
        return hash.ToHashCode();
    }

    public ImmutableArray<T>.Enumerator GetEnumerator() => Items.GetEnumerator();

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => ((IEnumerable<T>)Items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => ((IEnumerable)Items).GetEnumerator();

    public override string ToString() => $"[{string.Join(", ", Items)}]";

    public static bool operator ==(ValueList<T> left, ValueList<T> right) => left.Equals(right);

    public static bool operator !=(ValueList<T> left, ValueList<T> right) => !left.Equals(right);
}

public static class ValueList
{
    public static ValueList<T> Create<T>(ReadOnlySpan<T> items) => new([.. items]);

    public static ValueList<T> ToValueList<T>(this IEnumerable<T> items) => new([.. items]);
}

/// <summary>Writes a <see cref="ValueList{T}"/> as a plain JSON array; null reads as the empty list.</summary>
public sealed class ValueListJsonConverter : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(ValueList<>);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)
            Activator.CreateInstance(typeof(Converter<>).MakeGenericType(typeToConvert.GetGenericArguments()[0]))!;

    private sealed class Converter<T> : JsonConverter<ValueList<T>>
    {
        private JsonTypeInfo<T[]>? _typeOfItems;

        public override bool HandleNull => true;

        public override ValueList<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            try
            {
                var items = ReadItems(ref reader, options) ?? [];
                return Array.FindIndex(items, item => item is null) is >= 0 and var hole
                    ? throw new JsonException(
                        "An item is null.",
                        $"$[{hole}]",
                        lineNumber: null,
                        bytePositionInLine: null
                    )
                    : new(ImmutableCollectionsMarshal.AsImmutableArray(items));
            }
            catch (JsonException fault)
            {
                // Without a path of its own, so that the serializer adds where this list stands; where in it is inside.
                throw new JsonException(fault.Message, fault);
            }
        }

        public override void Write(Utf8JsonWriter writer, ValueList<T> value, JsonSerializerOptions options)
        {
            // Most lists that are written have nothing in them.
            if (value.Count == 0)
            {
                writer.WriteStartArray();
                writer.WriteEndArray();
                return;
            }
            JsonSerializer.Serialize(writer, ImmutableCollectionsMarshal.AsArray(value.Items)!, TypeOfItems(options));
        }

        /// <summary>
        /// The serializer would look for the list's end before it begins to read, in lists within lists again and again; the
        /// converter does not. Only the serializer tells where in the list a fault is.
        /// </summary>
        private T[]? ReadItems(ref Utf8JsonReader reader, JsonSerializerOptions options)
        {
            if (reader.TokenType == JsonTokenType.Null)
            {
                return null;
            }
            var type = TypeOfItems(options);
            var start = reader;
            var ahead = reader;
            try
            {
                if (
                    reader.TokenType == JsonTokenType.StartArray
                    && ahead.Read()
                    && ahead.TokenType == JsonTokenType.EndArray
                )
                {
                    reader = ahead;
                    return null;
                }
                return ((JsonConverter<T[]>)type.Converter).Read(ref reader, typeof(T[]), options);
            }
            catch (Exception fault) when (fault is JsonException or FormatException or InvalidOperationException)
            {
                reader = start;
                return JsonSerializer.Deserialize(ref reader, type);
            }
        }

        // Kept, since a list is met many times in each answer and looking it up costs more than a short list itself.
        private JsonTypeInfo<T[]> TypeOfItems(JsonSerializerOptions options) =>
            _typeOfItems is { } known && known.Options == options
                ? known
                : _typeOfItems = (JsonTypeInfo<T[]>)options.GetTypeInfo(typeof(T[]));
    }
}
