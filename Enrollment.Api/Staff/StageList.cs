using Enrollment.Applications;
using Enrollment.Collections;
using Enrollment.Materials;

namespace Enrollment.Api.Staff;

/// <summary>Stages in an address, with commas: "submitted,returned". None: all.</summary>
internal static class StageList
{
    public static readonly Words Unknown = new("没有这个阶段。", "No such stage.");

    public static bool TryParse(string? text, out ValueList<StageName> stages)
    {
        stages = [];
        foreach (var name in (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!WireName.TryParse<StageName>(name.Trim(), out var stage))
            {
                return false;
            }
            stages = stages.Add(stage);
        }
        return true;
    }
}
