using System.ComponentModel;
using Enrollment.Api.Candidates;
using Enrollment.Applications;
using Enrollment.Collections;
using Enrollment.Materials;
using Microsoft.AspNetCore.Mvc;

namespace Enrollment.Api.Problems;

/// <summary>RFC 9457: what every refusal looks like.</summary>
public sealed class ApiProblem : ProblemDetails
{
    /// <summary>Stable, for programs: "deadline-passed".</summary>
    [Description("Stable, for programs.")]
    public required string Code { get; init; }

    /// <summary>By field or path: what is wrong with each.</summary>
    [Description("By field or path in the body: what is wrong there.")]
    public IReadOnlyDictionary<string, ValueList<FieldError>>? Errors { get; init; }

    /// <summary>What the materials or consents still lack.</summary>
    [Description("What the materials or consents still lack (code incomplete).")]
    public ValueList<ShortcomingView>? Shortcomings { get; init; }

    /// <summary>What an upload was refused for.</summary>
    [Description("What an upload was refused for, with measure and requirement (code not-jpeg).")]
    public ValueList<FindingView>? Findings { get; init; }

    /// <summary>The form as somebody else saved it, so that a page can show both.</summary>
    [Description("The form as it was saved elsewhere (code form-changed-elsewhere).")]
    public FormAnswer? Current { get; set; }
}

public sealed record FieldError(string Code, string Message);

/// <summary>A shortcoming with its words.</summary>
public sealed record ShortcomingView
{
    public required ShortcomingCode Code { get; init; }

    public required string Message { get; init; }

    public Slot? Slot { get; init; }

    public Page? Page { get; init; }

    public string? EntryId { get; init; }

    public ImageId? Image { get; init; }

    public ConsentKind? Consent { get; init; }

    public static ShortcomingView Of(Shortcoming shortcoming, Language language) =>
        new()
        {
            Code = shortcoming.Code,
            Message = ShortcomingWords.Of(shortcoming, language),
            Slot = shortcoming.Slot,
            Page = shortcoming.Page,
            EntryId = shortcoming.EntryId,
            Image = shortcoming.Image,
            Consent = shortcoming.Consent,
        };
}
