using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Enrollment.Materials;

namespace Enrollment.Server.Commands;

/// <summary><c>inspect --slot SLOT FILE…</c>: one JSON line a file; exit 1 when any is not accepted.</summary>
internal static class InspectCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    public static Command Build()
    {
        var slot = new Option<string>("--slot")
        {
            Description = $"One of: {string.Join(", ", Slots.All.Select(rule => rule.WireName))}.",
            HelpName = "SLOT",
            Required = true,
        };
        slot.AcceptOnlyFromAmong([.. Slots.All.Select(rule => rule.WireName)]);
        var files = new Argument<string[]>("FILE")
        {
            Description = "Images to inspect.",
            Arity = ArgumentArity.OneOrMore,
        };
        var command = new Command("inspect", "Inspect images by the standards of a slot, a JSON line each.")
        {
            slot,
            files,
        };
        command.SetAction(
            (parsed, cancellationToken) =>
                RunAsync(parsed.GetRequiredValue(slot), parsed.GetRequiredValue(files), cancellationToken)
        );
        return command;
    }

    private static async Task<int> RunAsync(string slotName, string[] files, CancellationToken cancellationToken)
    {
        var request = new InspectionRequest
        {
            Slot = Slots.All.Single(rule => rule.WireName == slotName).Slot,
            Standards = new ImageStandards(),
            Now = DateTimeOffset.UtcNow,
        };
        var verdicts = files
            .AsParallel()
            .AsOrdered()
            .WithCancellation(cancellationToken)
            .Select(file => (File: file, Inspection: File.Exists(file) ? Inspect(file, request) : null));

        var exit = 0;
        foreach (var (file, inspection) in verdicts)
        {
            if (inspection is null)
            {
                await Console.Error.WriteLineAsync($"{file}: no such file");
                return ExitCode.BadUsage;
            }
            Console.WriteLine(JsonSerializer.Serialize(Line(file, inspection), Json));
            exit = inspection.Accepted ? exit : ExitCode.CheckFailed;
        }
        return exit;
    }

    private static Inspection Inspect(string file, InspectionRequest request) =>
        Inspector.Inspect(File.ReadAllBytes(file), request);

    private static object Line(string file, Inspection inspection) =>
        new
        {
            file,
            accepted = inspection.Accepted,
            findings = inspection.Findings.Select(finding => new
            {
                code = WireName.Of(finding.Code),
                severity = WireName.Of(finding.Severity),
                measured = finding.Measured,
                required = finding.Required,
                message = FindingWords.Of(finding, Language.Chinese).Message,
            }),
            width = inspection.Width,
            height = inspection.Height,
            bytes = inspection.Bytes,
            dpi = inspection.Dpi,
            qr = inspection.Qr,
        };
}
