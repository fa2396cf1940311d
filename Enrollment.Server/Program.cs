using Enrollment.Server;

await ServerHost.Build(args).RunAsync();
