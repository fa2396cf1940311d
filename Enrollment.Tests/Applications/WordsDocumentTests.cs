using Enrollment.Applications;

namespace Enrollment.Tests.Applications;

public sealed class WordsDocumentTests
{
    [Fact]
    public void The_document_shows_the_words_as_they_are()
    {
        var file = Repository.PathTo("docs", "words.md");
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
        {
            File.WriteAllText(file, WordsDocument.Text);
        }

        Assert.Equal(File.ReadAllText(file), WordsDocument.Text);
    }

    [Fact]
    public void Every_event_has_its_line() =>
        Assert.Equal(
            typeof(Event).GetNestedTypes().Where(type => type.IsSubclassOf(typeof(Event))).ToHashSet(),
            WordsDocument.Events.Select(what => what.GetType()).ToHashSet()
        );

    [Fact]
    public void Every_problem_of_the_form_has_its_sentence() =>
        Assert.Equal(
            Enum.GetValues<FormProblemCode>(),
            WordsDocument.Problems.Select(problem => problem.Code).Distinct().Order()
        );
}
