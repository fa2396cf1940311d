using Enrollment.Documents;
using Enrollment.Documents.Layout;

namespace Enrollment.Tests.Documents;

/// <summary>What offices need of the papers before any candidate's text: room for seals, the photo, type to read.</summary>
public sealed class PaperLayoutTests
{
    private static readonly float LargestSeal = Units.Mm(42);

    public static TheoryData<DocumentKind, string> Papers
    {
        get
        {
            var papers = new TheoryData<DocumentKind, string>();
            foreach (var kind in Enum.GetValues<DocumentKind>())
            {
                papers.Add(kind, "ordinary");
                papers.Add(kind, "shortest");
                papers.Add(kind, "longest");
            }
            return papers;
        }
    }

    [Theory]
    [InlineData(DocumentKind.RegistrationForm, "longest", 2)]
    [InlineData(DocumentKind.IntroductionLetter, "longest", 2)]
    [InlineData(DocumentKind.IntroductionLetter, "shortest", 1)]
    [InlineData(DocumentKind.OriginalsReceipt, "longest", 2)]
    [InlineData(DocumentKind.OnSiteList, "ordinary", 0)]
    public void Each_office_has_a_place_for_its_seal(DocumentKind kind, string which, int count) =>
        Assert.Equal(count, Lay(kind, which).Seals.Count);

    [Theory, MemberData(nameof(Papers))]
    public void A_seal_of_42_mm_touches_no_line_and_no_other_seal(DocumentKind kind, string which)
    {
        var page = Lay(kind, which);
        foreach (var seal in page.Seals)
        {
            Assert.True(seal.Width >= LargestSeal && seal.Height >= LargestSeal, $"{seal} is too small");
            Assert.True(PaperStyle.Body.Contains(seal, 0.1f), $"{seal} leaves the page");
            Assert.All(page.Marks.SelectMany(LinesOf), line => Assert.True(DistanceOf(seal, line) >= seal.Width / 2));
            Assert.All(page.Seals.Where(other => other != seal), other => Assert.False(Overlap(seal, other)));
        }
    }

    [Theory, MemberData(nameof(Papers))]
    public void A_seal_covers_nothing_that_the_candidate_filled_in(DocumentKind kind, string which)
    {
        var page = Lay(kind, which);
        var filledIn = page.Boxes.Where(box => !IsSigner(box.Name)).Select(box => box.Area).ToList();
        Assert.All(page.Seals, seal => Assert.DoesNotContain(filledIn, area => Overlap(seal, area)));
    }

    [Theory, MemberData(nameof(Papers))]
    public void No_type_is_smaller_than_8_points(DocumentKind kind, string which) =>
        Assert.All(Lay(kind, which).Marks.OfType<Mark.Text>(), text => Assert.True(text.Size >= 8));

    [Fact]
    public void The_photo_is_3_to_4_at_the_forms_right_edge()
    {
        var photo = Assert.Single(Lay(DocumentKind.RegistrationForm, "ordinary").Marks.OfType<Mark.Picture>()).Area;
        Assert.Equal(3 / 4f, photo.Width / photo.Height, 3);
        Assert.InRange(PaperStyle.Body.Right - photo.Right, 0, Units.Mm(2));
        Assert.InRange(photo.Height, Units.Mm(35), Units.Mm(45));
    }

    [Fact]
    public void Twelve_history_rows_beside_six_diplomas_fit() =>
        Assert.All(Lay(DocumentKind.RegistrationForm, "longest").Boxes, box => Assert.InRange(box.Percent, 0, 100));

    private static Page Lay(DocumentKind kind, string which) =>
        Enrollment.Documents.Papers.Lay(kind, SamplePapers.Named(which), 1, SamplePapers.Day, SamplePapers.Key).Page;

    /// <summary>A seal goes over the name of whom it is from.</summary>
    private static bool IsSigner(string box) =>
        box is "branchName" || box.EndsWith(".signer", StringComparison.Ordinal);

    private static IEnumerable<Mark.Rule> LinesOf(Mark mark) =>
        mark switch
        {
            Mark.Rule rule => [rule],
            Mark.Frame { Area: var area } =>
            [
                new(area.Left, area.Top, area.Right, area.Top, 1),
                new(area.Left, area.Bottom, area.Right, area.Bottom, 1),
                new(area.Left, area.Top, area.Left, area.Bottom, 1),
                new(area.Right, area.Top, area.Right, area.Bottom, 1),
            ],
            _ => [],
        };

    private static double DistanceOf(Area seal, Mark.Rule line)
    {
        var (x, y) = (seal.Left + seal.Width / 2, seal.Top + seal.Height / 2);
        var nearest = (X: Math.Clamp(x, line.X1, line.X2), Y: Math.Clamp(y, line.Y1, line.Y2));
        return Math.Sqrt(Math.Pow(nearest.X - x, 2) + Math.Pow(nearest.Y - y, 2)) + 0.1;
    }

    private static bool Overlap(Area one, Area other) =>
        one.Left < other.Right - 0.1f
        && other.Left < one.Right - 0.1f
        && one.Top < other.Bottom - 0.1f
        && other.Top < one.Bottom - 0.1f;
}
