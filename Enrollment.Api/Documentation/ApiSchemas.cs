using System.Text.Json.Nodes;
using Enrollment.Api.Problems;
using Enrollment.Collections;
using Enrollment.Materials;
using Enrollment.People;
using Enrollment.Seasons;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Enrollment.Api.Documentation;

/// <summary>What the framework can't see by itself: our lists and small value types, and the problem that any request may get.</summary>
internal static class ApiSchemas
{
    private const string ProblemName = "Problem";

    private const string Hexadecimal = "^[0-9a-f]{32}$";

    public static void Configure(OpenApiOptions options)
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.AddDocumentTransformer(
            (document, _, _) =>
            {
                document.Info = new()
                {
                    Title = "Enrollment",
                    Version = "1",
                    Description = "在职干部研究生报名系统。Times are RFC 3339, months 2015-07, amounts whole fen.",
                };
                document.Servers = [];
                return Task.CompletedTask;
            }
        );
        options.CreateSchemaReferenceId = type =>
            IsList(Nullable.GetUnderlyingType(type.Type) ?? type.Type)
                ? null
                : OpenApiOptions.CreateDefaultSchemaReferenceId(type);
        options.AddOperationTransformer(DescribeProblemAsync);
        options.AddSchemaTransformer(DescribeAsync);
    }

    private static async Task DescribeProblemAsync(
        OpenApiOperation operation,
        OpenApiOperationTransformerContext context,
        CancellationToken cancellationToken
    )
    {
        var document = context.Document ?? throw new InvalidOperationException("There is no document to describe.");
        if (document.Components?.Schemas?.ContainsKey(ProblemName) != true)
        {
            document.AddComponent(
                ProblemName,
                await context.GetOrCreateSchemaAsync(typeof(ApiProblem), null, cancellationToken)
            );
        }
        operation.Responses ??= [];
        operation.Responses["default"] = new OpenApiResponse
        {
            Description = "A problem (RFC 9457): code says which.",
            Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
            {
                ["application/problem+json"] = new() { Schema = new OpenApiSchemaReference(ProblemName, document) },
            },
        };
    }

    private static async Task DescribeAsync(
        OpenApiSchema schema,
        OpenApiSchemaTransformerContext context,
        CancellationToken cancellationToken
    )
    {
        var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
        if (type.IsEnum)
        {
            schema.Type = JsonSchemaType.String;
        }
        else if (IsList(type))
        {
            // The framework comes by again with the item's schema and the list's type.
            if (schema.Type is not null || schema.Enum is { Count: > 0 })
            {
                return;
            }
            schema.Type = JsonSchemaType.Array;
            schema.Items = await context.GetOrCreateSchemaAsync(type.GetGenericArguments()[0], null, cancellationToken);
        }
        else if (type == typeof(IReadOnlyDictionary<string, ValueList<FieldError>>))
        {
            schema.AdditionalProperties = await context.GetOrCreateSchemaAsync(
                typeof(ValueList<FieldError>),
                null,
                cancellationToken
            );
        }
        else if (type == typeof(YearMonth))
        {
            Text(schema, "^[0-9]{4}-(0[1-9]|1[0-2])$", "2015-07");
        }
        else if (type == typeof(Applications.ApplicationId) || type == typeof(ImageId))
        {
            Text(schema, Hexadecimal, null);
        }
        else if (type == typeof(PhoneNumber))
        {
            Text(schema, "^1[3-9][0-9]{9}$", null);
        }
        else if (type == typeof(IdentityNumber))
        {
            Text(schema, "^[0-9]{17}[0-9X]$", null);
        }
        else if (type == typeof(Applications.ReviewTarget))
        {
            Text(schema, "^(field|image|slot):.+$", "field:name");
        }
    }

    private static bool IsList(Type type) =>
        type.IsGenericType
        && (
            type.GetGenericTypeDefinition() == typeof(ValueList<>)
            || type.GetGenericTypeDefinition() == typeof(SharedList<>)
        );

    private static void Text(OpenApiSchema schema, string pattern, string? example)
    {
        schema.Type = JsonSchemaType.String;
        schema.Pattern = pattern;
        schema.Examples = example is null ? null : [JsonValue.Create(example)];
    }
}
