using System.Reflection;
using Enrollment.Tests;
using Microsoft.Azure.Functions.Worker;

namespace Enrollment.Functions.Tests;

public sealed class FunctionNamesTests
{
    private static readonly string[] Names =
    [
        .. typeof(FunctionsHost)
            .Assembly.GetTypes()
            .SelectMany(type => type.GetMethods())
            .Select(method => method.GetCustomAttribute<FunctionAttribute>()?.Name)
            .OfType<string>()
            .Order(StringComparer.Ordinal),
    ];

    [Fact]
    public void The_triggers_are_these() =>
        Assert.Equal(
            [
                "AdvanceApplication",
                "ApplicationLifecycle",
                "HandleRequest",
                "ReceiveTextReport",
                "StartLost",
                "SweepOverdue",
                "SweepUploads",
                "TakeInUpload",
            ],
            Names
        );

    /// <summary>The second deployment subscribes functions by name.</summary>
    [Theory]
    [InlineData("upload-events.bicep", "functionName=Host.Functions.TakeInUpload&")]
    [InlineData("text-events.bicep", "/functions/ReceiveTextReport'")]
    public void Events_are_subscribed_to_functions_that_are_there(string module, string named) =>
        Assert.Contains(
            named,
            File.ReadAllText(Repository.PathTo("infra", "bicep", "modules", module)),
            StringComparison.Ordinal
        );

    [Fact]
    public void The_hosts_settings_lie_beside_the_program() =>
        Assert.Equal(
            File.ReadAllText(Repository.PathTo("host.json")),
            File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "host.json"))
        );
}
