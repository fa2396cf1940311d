using System.Collections.Concurrent;
using Enrollment.Applications;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Enrollment.Tests.Http;

/// <summary>Who waits for the next wake is told of an earlier one, and is not roused for one that is gone.</summary>
public sealed class SignalTests
{
    [Fact]
    public async Task An_account_is_signalled_and_a_submission_is_not()
    {
        var signalled = new ConcurrentQueue<ApplicationId>();
        await using var host = await TestHost.StartAsync(services =>
            services.Replace(ServiceDescriptor.Singleton<SignalWork>(signalled.Enqueue))
        );

        var candidate = await Candidate.CompleteAsync(host);
        Assert.Contains(candidate.Id, signalled);

        signalled.Clear();
        Assert.Equal(200, (await candidate.SubmitAsync()).Status);
        Assert.Empty(signalled);
    }
}
