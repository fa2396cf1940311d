namespace Enrollment.Materials.Qr;

/// <summary>Three eyes as the corners of a code, told apart by the right angle that they make.</summary>
internal sealed record Corners(Finder TopLeft, Finder TopRight, Finder BottomLeft)
{
    /// <summary>Clockwise from upright, in degrees.</summary>
    public double Turn => Math.Atan2(TopRight.Y - TopLeft.Y, TopRight.X - TopLeft.X) * 180 / Math.PI;

    /// <summary>Mean distance between neighbouring eyes, in pixels.</summary>
    public double Across => (TopLeft.DistanceTo(TopRight) + TopLeft.DistanceTo(BottomLeft)) / 2;

    /// <summary>
    /// Pixels a module. The eyes were measured along rows and columns, which cross a turned module askew.
    /// </summary>
    public double Module
    {
        get
        {
            var (sine, cosine) = Math.SinCos(Turn * Math.PI / 180);
            return (TopLeft.Module + TopRight.Module + BottomLeft.Module)
                / 3
                * Math.Max(Math.Abs(sine), Math.Abs(cosine));
        }
    }

    /// <summary>How far the three are from equal sides, a right angle and equal eyes; 0 is perfect.</summary>
    public double Error
    {
        get
        {
            var (top, left, diagonal) = (
                TopLeft.DistanceTo(TopRight),
                TopLeft.DistanceTo(BottomLeft),
                TopRight.DistanceTo(BottomLeft)
            );
            var most = Math.Max(TopLeft.Module, Math.Max(TopRight.Module, BottomLeft.Module));
            var least = Math.Min(TopLeft.Module, Math.Min(TopRight.Module, BottomLeft.Module));
            return (Math.Abs(top - left) / Math.Max(top, left))
                + Math.Abs(1 - (((top * top) + (left * left)) / (diagonal * diagonal)))
                + (0.5 * (1 - (least / most)));
        }
    }

    /// <summary>Null where two of them lie in one place.</summary>
    public static Corners? From(Finder a, Finder b, Finder c)
    {
        var (ab, bc, ca) = (a.DistanceTo(b), b.DistanceTo(c), c.DistanceTo(a));
        if (Math.Min(ab, Math.Min(bc, ca)) < 1)
        {
            return null;
        }
        // The top left one lies opposite the longest side.
        var (corner, one, other) =
            bc >= ab && bc >= ca ? (a, b, c)
            : ca >= ab ? (b, c, a)
            : (c, a, b);
        var cross = ((one.X - corner.X) * (other.Y - corner.Y)) - ((one.Y - corner.Y) * (other.X - corner.X));
        return cross > 0 ? new(corner, one, other) : new(corner, other, one);
    }

    /// <summary>The version that the distances make most likely, then its neighbours.</summary>
    public IEnumerable<int> LikelyVersions()
    {
        var size = (Across / Module) + 7;
        var nearest = (int)Math.Round((size - 17) / 4);
        var further = size > QrLayout.SizeOf(nearest) ? nearest + 1 : nearest - 1;
        var other = (2 * nearest) - further;
        // In a large code a small mistake in the size of a module is worth more than one version.
        int[] versions = nearest < 9 ? [nearest, further, other] : [nearest, further, other, (2 * further) - nearest];
        return versions.Where(version => version is >= 1 and <= QrLayout.MostVersion);
    }
}
