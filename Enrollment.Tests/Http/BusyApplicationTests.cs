using System.Reflection;
using Enrollment.Applications;
using Enrollment.TextMessages;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Enrollment.Tests.Http;

/// <summary>An application to which somebody else always writes first.</summary>
public sealed class BusyApplicationTests
{
    /// <summary>More than one command is decided anew.</summary>
    private const int Conflicts = 7;

    [Fact]
    public async Task What_became_of_a_text_is_recorded_however_often_others_write_first()
    {
        await using var host = await TestHost.StartAsync(services => Interrupt(services, Conflicts));
        var id = await host.OpenAsync();

        await host.SettleAsync();

        Assert.Equal(TextState.Delivered, (await host.FindAsync(id)).Messages.Single().State);
    }

    private static void Interrupt(IServiceCollection services, int conflicts)
    {
        var inner = services.Last(one => one.ServiceType == typeof(IApplicationStore)).ImplementationFactory!;
        services.Replace(
            ServiceDescriptor.Singleton(provider =>
                InterruptedStore.Around((IApplicationStore)inner(provider), conflicts)
            )
        );
    }

    /// <summary>The store, but for the first commits of a text's report, which come too late.</summary>
#pragma warning disable CA1852 // The proxy derives from it.
    private class InterruptedStore : DispatchProxy
#pragma warning restore CA1852
    {
        private IApplicationStore _inner = null!;
        private int _left;

        public static IApplicationStore Around(IApplicationStore inner, int conflicts)
        {
            var proxy = Create<IApplicationStore, InterruptedStore>();
            ((InterruptedStore)(object)proxy)._inner = inner;
            ((InterruptedStore)(object)proxy)._left = conflicts;
            return proxy;
        }

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
            args is [Commit commit, ..] && commit.Events.Any(one => one.Event is Event.TextReported) && _left-- > 0
                ? Task.FromResult(CommitResult.Conflict)
                : targetMethod!.Invoke(_inner, args);
    }
}
