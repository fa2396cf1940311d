using System.Text.Json;
using Enrollment.Api;
using Enrollment.Collections;
using Enrollment.Serialization;

namespace Enrollment.Tests.Collections;

/// <summary>Lists as JSON arrays, within each other, and what is said of a wrong item.</summary>
public sealed class ValueListJsonTests
{
    private sealed record Shelf(ValueList<Box> Boxes, string Name);

    private sealed record Box(ValueList<int> Sizes);

    [Fact]
    public void Lists_within_lists_are_read_as_they_were_written()
    {
        var shelf = new Shelf([new([1, 2]), new([]), new([3])], "upper");

        var json = StoredJson.Write(shelf);

        Assert.Equal("""{"boxes":[{"sizes":[1,2]},{"sizes":[]},{"sizes":[3]}],"name":"upper"}"""u8, json);
        Assert.Equal(shelf, StoredJson.Read<Shelf>(json));
    }

    [Fact]
    public void A_number_that_ends_a_list_is_no_empty_list() =>
        Assert.Throws<JsonException>(() => StoredJson.Read<ValueList<ValueList<int>>>("[[],5]"u8));

    [Fact]
    public void Nothing_is_the_empty_list() =>
        Assert.Equal(new Shelf([], "upper"), StoredJson.Read<Shelf>("""{"boxes":null,"name":"upper"}"""u8));

    [Theory]
    [InlineData("""{"boxes":[{"sizes":[1]},{"sizes":[2,"three"]}],"name":"upper"}""", "$.boxes", "$[1].sizes", "$[1]")]
    [InlineData("""{"boxes":[{"sizes":[1]},{}],"name":"upper"}""", "$.boxes", "$[1]")]
    [InlineData("""{"boxes":[{"sizes":[1]},null],"name":"upper"}""", "$.boxes", "$[1]")]
    [InlineData("""{"boxes":{"sizes":[1]},"name":"upper"}""", "$.boxes", "$")]
    [InlineData("""{"boxes":[[]],"name":"upper"}""", "$.boxes", "$[0]")]
    [InlineData("""{"boxes":[{"sizes":4}],"name":"upper"}""", "$.boxes", "$[0].sizes", "$")]
    public void Where_a_fault_is_is_said_for_each_list_around_it(string json, params string[] paths)
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        ApiJson.Configure(options);

        Exception? fault = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Shelf>(json, options));

        foreach (var path in paths)
        {
            Assert.Equal(path, Assert.IsType<JsonException>(fault).Path);
            fault = fault.InnerException;
        }
    }

    [Fact]
    public void A_shared_list_is_the_same_JSON_as_any_other()
    {
        ValueList<Box> boxes = [new([1, 2]), new([])];
        var shared = new SharedList<Box>(boxes);
        var (web, plain) = (new JsonSerializerOptions(JsonSerializerDefaults.Web), new JsonSerializerOptions());

        foreach (var options in new[] { web, web, plain })
        {
            var json = JsonSerializer.Serialize(shared, options);
            Assert.Equal(JsonSerializer.Serialize(boxes, options), json);
            Assert.Equal(boxes, JsonSerializer.Deserialize<SharedList<Box>>(json, options)!.Items);
        }
    }
}
