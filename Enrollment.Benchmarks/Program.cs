using System.Reflection;
using BenchmarkDotNet.Running;
using Enrollment.Benchmarks.Load;
using Enrollment.Benchmarks.Materials;
using Enrollment.Benchmarks.Pages;

switch (args)
{
    case ["memory"]:
        return MemoryRun.Run();
    case ["memory", var folder]:
        return MemoryRun.Draw(folder);
    case ["queue-in-browser", var pages]:
        await QueueInBrowser.MeasureAsync(pages);
        return 0;
    case ["submissions"]:
        await Submissions.MeasureAsync();
        return 0;
    case ["deadlines"]:
        await Deadlines.MeasureAsync();
        return 0;
    case ["start"]:
        await Starts.MeasureAsync();
        return 0;
    case ["season", var minutes]:
        return await SeasonMix.RunAsync(minutes);
    default:
        BenchmarkSwitcher.FromAssembly(Assembly.GetExecutingAssembly()).Run(args);
        return 0;
}
