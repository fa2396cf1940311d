using System.Reflection;
using BenchmarkDotNet.Running;
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
    default:
        BenchmarkSwitcher.FromAssembly(Assembly.GetExecutingAssembly()).Run(args);
        return 0;
}
