namespace Enrollment.Server.Simulation;

/// <summary>Deals fates: each once as far as they go, the rest mostly straight, as in life.</summary>
internal static class Fates
{
    public static IReadOnlyList<Part> Deal(int candidates, int seed, DateOnly opens)
    {
        var each = Enum.GetValues<Fate>();
        var random = new Random(seed);
        return
        [
            .. Enumerable
                .Range(0, candidates)
                .Select(index => new Part(
                    index < each.Length ? each[index]
                        : random.Next(2) == 0 ? Fate.Straight
                        : each[random.Next(each.Length)],
                    opens
                )),
        ];
    }
}
