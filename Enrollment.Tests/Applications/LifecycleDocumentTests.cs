namespace Enrollment.Tests.Applications;

public sealed class LifecycleDocumentTests
{
    [Fact]
    public void The_document_shows_the_lifecycle_as_it_is()
    {
        var file = Repository.PathTo("docs", "lifecycle.md");
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, LifecycleDocument.Text);
        }

        Assert.Equal(LifecycleDocument.Text, File.ReadAllText(file));
    }

    [Fact]
    public void Every_change_of_stage_that_a_command_can_make_is_an_edge_of_the_table()
    {
        var stated = LifecycleEdges.All.Values.Select(edge =>
            (edge.Given.State.Stage.Name, edge.To, edge.When.GetType().Name)
        );
        var found = LifecycleMap.Ways.Select(way => (way.From, way.To, way.CommandType));
        Assert.Empty(found.Except(stated));
    }
}
