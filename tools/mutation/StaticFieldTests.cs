using System.Reflection;
using System.Runtime.Loader;
using Enrollment.Applications;
using Enrollment.Tests.Applications;

namespace Enrollment.Tests;

/// <summary>
/// Stryker's test process goes on from mutant to mutant, and a static field is computed once in a process. These tests
/// load Core and the tests anew, so that a mutant in what a static field is made of is met as well.
/// </summary>
public sealed class StaticFieldTests
{
    /// <summary>Set while Stryker records which test reaches which mutant: a second Core would write into the first's record.</summary>
    private static readonly bool IsRecording =
        Environment.GetEnvironmentVariable("STRYKER_COVERAGE_FILE") is { Length: > 0 };

    [Theory]
    [InlineData(typeof(WordsDocumentTests))]
    [InlineData(typeof(FormTextTests))]
    public void The_tests_pass_on_a_core_that_has_just_been_loaded(Type tests)
    {
        if (IsRecording)
        {
            return;
        }
        var context = new FreshContext();
        try
        {
            var fresh = context
                .LoadFromAssemblyPath(tests.Assembly.Location)
                .GetType(tests.FullName!, throwOnError: true)!;
            Assert.NotSame(tests, fresh);
            foreach (var (test, arguments) in TestsOf(fresh))
            {
                test.Invoke(Activator.CreateInstance(fresh), arguments);
            }
        }
        finally
        {
            context.Unload();
        }
    }

    private static List<(MethodInfo Test, object?[] Arguments)> TestsOf(Type tests)
    {
        var found = tests
            .GetMethods()
            .SelectMany(method =>
                method.GetCustomAttribute<TheoryAttribute>() is not null
                    ? method.GetCustomAttributes<InlineDataAttribute>().Select(data => (method, data.Data))
                : method.GetCustomAttribute<FactAttribute>() is not null ? [(method, Array.Empty<object?>())]
                : []
            )
            .ToList();
        Assert.NotEmpty(found);
        return found;
    }

    private sealed class FreshContext() : AssemblyLoadContext("fresh", isCollectible: true)
    {
        protected override Assembly? Load(AssemblyName assemblyName) =>
            assemblyName.Name == typeof(Application).Assembly.GetName().Name
                ? LoadFromAssemblyPath(typeof(Application).Assembly.Location)
                : null;
    }
}
