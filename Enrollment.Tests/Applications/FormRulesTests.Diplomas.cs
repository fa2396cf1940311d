using Enrollment.Applications;

namespace Enrollment.Tests.Applications;

/// <content>What a diploma has to say, and at what length.</content>
public sealed partial class FormRulesTests
{
    public static TheoryData<string, Form> Unsaid =>
        new()
        {
            { "level", WithDiploma(d => d with { Level = null }) },
            { "kind", WithDiploma(d => d with { Kind = null }) },
            { "school", WithDiploma(d => d with { School = null }) },
            { "major", WithDiploma(d => d with { Major = null }) },
            { "from", WithDiploma(d => d with { From = null }) },
            { "to", WithDiploma(d => d with { To = null }) },
            { "certificateNumber", WithDiploma(d => d with { CertificateNumber = null }) },
        };

    [Theory, MemberData(nameof(Unsaid))]
    public void What_a_diploma_does_not_say_is_missing_in_its_row(string member, Form form) =>
        Assert.Contains(InFirstRow(member, FormProblemCode.Missing), Check(form));

    public static TheoryData<string, int, Form> Lengthy =>
        new()
        {
            { "id", 32, WithDiploma(d => d with { Id = new string('e', 33) }) },
            { "school", 80, WithDiploma(d => d with { School = new string('大', 81) }) },
            { "major", 80, WithDiploma(d => d with { Major = new string('法', 81) }) },
            { "certificateNumber", 40, WithDiploma(d => d with { CertificateNumber = new string('1', 41) }) },
            { "degree", 80, WithDiploma(d => d with { Degree = new string('学', 81) }) },
        };

    [Theory, MemberData(nameof(Lengthy))]
    public void What_a_diploma_says_at_too_great_a_length_is_told_in_its_row(string member, int most, Form form) =>
        Assert.Contains(InFirstRow(member, FormProblemCode.TooLong, $"{most}"), Check(form));

    private static FormProblem InFirstRow(string member, FormProblemCode code, string? argument = null) =>
        new(FormField.Education, $"education[0].{member}", code, argument);
}
