using System.Reflection;
using BenchmarkDotNet.Running;
using Enrollment.Benchmarks.Load;
using Enrollment.Benchmarks.Materials;
using Enrollment.Benchmarks.Pages;

return args switch
{
    ["memory"] => MemoryRun.Run(),
    ["memory", var folder] => MemoryRun.Draw(folder),
    ["queue-in-browser", var pages] => await DoneAsync(QueueInBrowser.MeasureAsync(pages)),
    ["submissions"] => await DoneAsync(Submissions.MeasureAsync()),
    ["deadlines"] => await DoneAsync(Deadlines.MeasureAsync()),
    ["probing"] => await DoneAsync(Probing.MeasureAsync()),
    ["start"] => await DoneAsync(Starts.MeasureAsync()),
    ["season", var minutes] => await SeasonMix.RunAsync(minutes),
    _ => await DoneAsync(Task.Run(() => BenchmarkSwitcher.FromAssembly(Assembly.GetExecutingAssembly()).Run(args))),
};

static async Task<int> DoneAsync(Task measuring)
{
    await measuring;
    return 0;
}
