using System.Reflection;
using BenchmarkDotNet.Running;
using Enrollment.Benchmarks.Materials;

if (args is ["memory"])
{
    return MemoryRun.Run();
}
BenchmarkSwitcher.FromAssembly(Assembly.GetExecutingAssembly()).Run(args);
return 0;
