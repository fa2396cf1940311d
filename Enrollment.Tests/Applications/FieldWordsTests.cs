using Enrollment.Applications;
using Enrollment.Tests.Builders;

namespace Enrollment.Tests.Applications;

public sealed class FieldWordsTests
{
    private static Form Form { get; } = AnApplication.Complete().State.Form;

    public static TheoryData<FormField> Filled => [.. FormFields.All.Where(one => !FormFields.IsEmpty(Form, one))];

    [Theory, MemberData(nameof(Filled))]
    public void Every_field_that_holds_something_has_words(FormField field)
    {
        Assert.NotEmpty(FieldWords.Of(Form, field, Language.Chinese)!);
        Assert.NotEmpty(FieldWords.Of(Form, field, Language.English)!);
        Assert.Null(FieldWords.Of(Form.Empty, field, Language.Chinese));
    }

    [Fact]
    public void Choices_are_told_by_their_names_and_histories_line_by_line()
    {
        Assert.Equal("中共党员", FieldWords.Of(Form, FormField.PoliticalStatus, Language.Chinese));
        var history = FieldWords.Of(Form, FormField.WorkHistory, Language.Chinese)!.Split('\n');
        Assert.True(history.Length >= Form.WorkHistory.Count);
        Assert.Contains(history, line => line.Contains("至今", StringComparison.Ordinal));
    }
}
