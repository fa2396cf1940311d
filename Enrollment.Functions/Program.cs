using Enrollment.Functions;
using Microsoft.Extensions.Hosting;

await FunctionsHost.Build(args).RunAsync();
