using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Enrollment.Materials;

namespace Enrollment.Server.Commands;

/// <summary><c>inspect --slot SLOT FILE…</c>: a JSON line or a few words a file; exit 1 when any is not accepted.</summary>
internal static class InspectCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    private static readonly Option<string> SlotName = new("--slot")
    {
        Description = $"One of: {string.Join(", ", Slots.All.Select(rule => rule.WireName))}.",
        HelpName = "SLOT",
        Required = true,
    };

    private static readonly Option<string?> PageName = new("--page")
    {
        Description =
            "The page that the images show (diploma, stamped-copy, …); a seal is asked only of pages that bear one.",
        HelpName = "PAGE",
    };

    private static readonly Option<bool> AsTable = new("--table") { Description = "Words for people, not JSON." };

    private static readonly Argument<string[]> Files = new("FILE")
    {
        Description = "Images to inspect.",
        Arity = ArgumentArity.OneOrMore,
    };

    public static Command Build()
    {
        SlotName.AcceptOnlyFromAmong([.. Slots.All.Select(rule => rule.WireName)]);
        PageName.AcceptOnlyFromAmong([.. Slots.All.SelectMany(rule => rule.Pages).Distinct().Select(WireName.Of)]);
        var command = new Command("inspect", "Inspect images by the standards of a slot, a JSON line each.")
        {
            SlotName,
            PageName,
            AsTable,
            Files,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var files = parsed.GetRequiredValue(Files);
        if (files.FirstOrDefault(file => !File.Exists(file)) is { } missing)
        {
            await Console.Error.WriteLineAsync($"{missing}: no such file");
            return ExitCode.BadUsage;
        }
        var request = new InspectionRequest
        {
            Slot = Slots.All.Single(rule => rule.WireName == parsed.GetRequiredValue(SlotName)).Slot,
            Page = WireName.TryParse<Page>(parsed.GetValue(PageName), out var page) ? page : null,
            Standards = new ImageStandards(),
            Now = DateTimeOffset.UtcNow,
        };
        using var progress = new ProgressBar(files.Length);
        var verdicts = files
            .AsParallel()
            .AsOrdered()
            .WithMergeOptions(ParallelMergeOptions.NotBuffered)
            .WithCancellation(cancellationToken)
            .Select(file => (File: file, Inspection: Inspect(file, request, progress)));

        var table = parsed.GetValue(AsTable) ? new InspectionTable(Console.Out) : null;
        var exit = 0;
        foreach (var (file, inspection) in verdicts)
        {
            if (inspection is null)
            {
                await Console.Error.WriteLineAsync($"{file}: can't be read");
                return ExitCode.BadUsage;
            }
            progress.Clear();
            if (table is not null)
            {
                table.Write(file, inspection);
            }
            else
            {
                Console.WriteLine(JsonSerializer.Serialize(Line(file, inspection), Json));
            }
            exit = inspection.Accepted ? exit : ExitCode.CheckFailed;
        }
        table?.WriteSum();
        return exit;
    }

    private static Inspection? Inspect(string file, InspectionRequest request, ProgressBar progress)
    {
        try
        {
            var inspection = Inspector.Inspect(File.ReadAllBytes(file), request);
            progress.Step();
            return inspection;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

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
