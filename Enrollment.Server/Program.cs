using Enrollment.Server.Commands;

return await CommandLine.RunAsync(args);
