using Enrollment.Applications;
using Enrollment.Materials;
using Enrollment.Server.Commands;

namespace Enrollment.Server.Simulation;

/// <summary>Reads a played season back from its store: what happened, and whether the invariants held.</summary>
internal sealed class SeasonReport(SimulatedSeason simulated, int seed, string? documentsFolder)
{
    private readonly Invariants _invariants = new(simulated.Season, simulated.Handovers);
    private readonly SortedDictionary<string, int> _endedIn = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> _passedThrough = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> _texts = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> _findings = new(StringComparer.Ordinal);
    private int _events;
    private int _images;
    private int _documents;

    public async Task<SeasonSummary> ReadAsync(IReadOnlyList<Part> parts, CancellationToken cancellationToken)
    {
        var store = simulated.Services.GetRequiredService<IApplicationStore>();
        var index = simulated.Services.GetRequiredService<IApplicationIndex>();
        await foreach (var id in index.AllAsync(simulated.Season.Id, cancellationToken))
        {
            var stored = await store.FindAsync(id, cancellationToken);
            var events = await store.ReadEventsAsync(id, cancellationToken);
            _invariants.Check(stored!.Application, events);
            Count(stored.Application, events);
            await WriteDocumentsAsync(stored.Application, cancellationToken);
        }

        var verification = await new StoreVerification(
            store,
            index,
            simulated.Services.GetRequiredService<IMaterialFiles>()
        ).RunAsync(new HashSet<ApplicationId>(), cancellationToken);
        return new SeasonSummary
        {
            Candidates = parts.Count,
            Seed = seed,
            ByFate = new(
                parts.GroupBy(part => part.Fate).ToDictionary(group => group.Key.ToString(), group => group.Count()),
                StringComparer.Ordinal
            ),
            EndedIn = _endedIn,
            PassedThrough = _passedThrough,
            Texts = _texts,
            Findings = _findings,
            Events = _events,
            Images = _images,
            Documents = _documents,
            Invariants =
            [
                .. _invariants.Results.Select(one => new InvariantResult(one.Statement, one.Broken)),
                new("every image and paper is what was recorded", verification.Faults.Count),
            ],
        };
    }

    private void Count(Application application, IReadOnlyList<Happened> events)
    {
        _events += events.Count;
        Add(_endedIn, WireName.Of(application.Stage.Name));
        var passed = new HashSet<StageName>();
        var state = Application.Unopened(application.Id);
        foreach (var happened in events)
        {
            state = Lifecycle.Evolve(state, happened);
            passed.Add(state.Stage.Name);
            if (happened.Event is Event.ImageInspected { Inspection.Findings: var findings })
            {
                _images++;
                foreach (var finding in findings)
                {
                    Add(_findings, WireName.Of(finding.Code));
                }
            }
        }
        foreach (var stage in passed)
        {
            Add(_passedThrough, WireName.Of(stage));
        }
        foreach (var message in application.Messages)
        {
            Add(_texts, $"{WireName.Of(message.Template)} {WireName.Of(message.State)}");
        }
    }

    private async Task WriteDocumentsAsync(Application application, CancellationToken cancellationToken)
    {
        if (application.Papers is not { Made.Count: > 0 } papers)
        {
            return;
        }
        _documents += papers.Made.Count;
        if (documentsFolder is not null)
        {
            var files = simulated.Services.GetRequiredService<IMaterialFiles>();
            await PaperFiles.WriteAsync(files, application, papers, documentsFolder, cancellationToken);
        }
    }

    private static void Add(SortedDictionary<string, int> counts, string name) =>
        counts[name] = counts.GetValueOrDefault(name) + 1;
}
