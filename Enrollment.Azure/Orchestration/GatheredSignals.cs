using System.Collections.Concurrent;
using Enrollment.Applications;

namespace Enrollment.Azure.Orchestration;

/// <summary>
/// Gathers whose work grew while one invocation runs, so that their orchestrations are told once, at its end, by the
/// client that this invocation was given. Outside of a gathering nothing is kept: the sweep finds what is due.
/// </summary>
public sealed class GatheredSignals
{
    private readonly AsyncLocal<Gathering?> _current = new();

    /// <summary>As <see cref="SignalWork"/>: never fails, never waits.</summary>
    public void Add(ApplicationId application) => _current.Value?.Add(application);

    /// <summary>Begins a gathering for whatever the caller goes on to do.</summary>
    public Gathering Begin() => _current.Value = new Gathering();
}

/// <summary>The applications of one invocation, each once.</summary>
public sealed class Gathering
{
    private readonly ConcurrentDictionary<ApplicationId, bool> _applications = [];

    public IEnumerable<ApplicationId> Applications => _applications.Keys;

    internal void Add(ApplicationId application) => _applications[application] = true;
}
