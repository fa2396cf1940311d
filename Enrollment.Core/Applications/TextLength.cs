namespace Enrollment.Applications;

/// <summary>Lengths in characters as people count them: a rare one outside the basic plane is one.</summary>
internal static class TextLength
{
    public static int Of(string text) => text.EnumerateRunes().Count();

    /// <summary>No problem, or <see cref="FormProblemCode.TooLong"/> with the number of characters that are allowed.</summary>
    public static IEnumerable<FormProblem> Check(FormField field, string path, string? text, int most) =>
        text is not null && Of(text) > most ? [new(field, path, FormProblemCode.TooLong, $"{most}")] : [];
}
