using Enrollment.Documents;

namespace Enrollment.Server.Simulation;

/// <summary>Where a simulated season leaves its data, and under which keys.</summary>
internal sealed record SimulatedPlace(string DataFolder, string? KeyFolder, SealKeys SealKeys, string SignInAddress);
