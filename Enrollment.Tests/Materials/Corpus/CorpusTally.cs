using System.Text;
using Enrollment.Materials;

namespace Enrollment.Tests.Materials.Corpus;

/// <summary>For each code, how often it was found where it is, and where it isn't.</summary>
internal sealed class CorpusTally
{
    private readonly Dictionary<FindingCode, Row> _rows = Enum.GetValues<FindingCode>()
        .ToDictionary(code => code, _ => new Row());

    public IEnumerable<(FindingCode Code, double Precision, double Recall)> Shares =>
        _rows.Where(row => row.Value.Visible > 0).Select(row => (row.Key, row.Value.Precision, row.Value.Recall));

    public string Table
    {
        get
        {
            var text = new StringBuilder(
                """
                | finding | severity | images with it | visible | found of these | found wrongly | precision | recall |
                |---|---|---|---|---|---|---|---|

                """
            );
            foreach (var (code, row) in _rows)
            {
                text.Append(
                        $"| `{WireName.Of(code)}` | {WireName.Of(Severities.Of(code))} | {row.All} | {row.Visible} "
                    )
                    .Append($"| {row.FoundVisible} | {row.Wrong} ")
                    .Append(
                        $"| {Math.Floor(1000 * row.Precision) / 10:0.#} % | {Math.Floor(1000 * row.Recall) / 10:0.#} % |\n"
                    );
            }
            return text.ToString();
        }
    }

    /// <returns>What of it is not as it should be, in words for the log.</returns>
    public IEnumerable<string> Count(CorpusCase one, IReadOnlySet<FindingCode> found)
    {
        var surprises = new List<string>();
        foreach (var (code, row) in _rows)
        {
            var (isThere, isFound) = (one.Truth == code, found.Contains(code));
            if (isThere)
            {
                row.All++;
                row.Found += isFound ? 1 : 0;
                row.Visible += one.IsVisible ? 1 : 0;
                row.FoundVisible += one.IsVisible && isFound ? 1 : 0;
            }
            else if (isFound && !one.Explains(code))
            {
                row.Wrong++;
                surprises.Add($"{code} is found");
            }
            if (isThere && !isFound)
            {
                surprises.Add(one.IsVisible ? $"{code} is missed" : $"{code} is not found, and hardly there");
            }
        }
        return surprises;
    }

    private sealed class Row
    {
        public int All { get; set; }

        public int Found { get; set; }

        public int Visible { get; set; }

        public int FoundVisible { get; set; }

        public int Wrong { get; set; }

        public double Precision => Found + Wrong == 0 ? 1 : Found / (double)(Found + Wrong);

        public double Recall => Visible == 0 ? 1 : FoundVisible / (double)Visible;
    }
}
