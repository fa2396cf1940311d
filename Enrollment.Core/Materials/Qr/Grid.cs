namespace Enrollment.Materials.Qr;

/// <summary>Where each module of a code lies in the image: a projective map from modules to pixels.</summary>
internal sealed class Grid
{
    private const double Quarter = 0.22;

    private readonly double[] _map;
    private readonly int _size;

    private Grid(double[] map, int size) => (_map, _size) = (map, size);

    public static Grid Parallelogram(Corners corners, int version)
    {
        var far = QrLayout.SizeOf(version) - 3.5;
        var (x, y) = (
            corners.TopRight.X + corners.BottomLeft.X - corners.TopLeft.X,
            corners.TopRight.Y + corners.BottomLeft.Y - corners.TopLeft.Y
        );
        return new(Projection(corners, version, far, x, y), QrLayout.SizeOf(version));
    }

    public static Grid WithAlignment(Corners corners, (double X, double Y) alignment, int version) =>
        new(
            Projection(corners, version, QrLayout.SizeOf(version) - 6.5, alignment.X, alignment.Y),
            QrLayout.SizeOf(version)
        );

    /// <summary>The map that comes nearest to all of the points, four or more.</summary>
    public static Grid Through(IReadOnlyList<(double Column, double Row, double X, double Y)> points, int version)
    {
        // Least squares: the equations of all points, multiplied by their own transpose.
        var normal = new double[8, 9];
        foreach (var p in points)
        {
            Add(normal, [p.Column, p.Row, 1, 0, 0, 0, -p.Column * p.X, -p.Row * p.X, p.X]);
            Add(normal, [0, 0, 0, p.Column, p.Row, 1, -p.Column * p.Y, -p.Row * p.Y, p.Y]);
        }
        return new(Solve(normal), QrLayout.SizeOf(version));
    }

    public (double X, double Y) At(double column, double row)
    {
        var w = (_map[6] * column) + (_map[7] * row) + 1;
        return (
            ((_map[0] * column) + (_map[1] * row) + _map[2]) / w,
            ((_map[3] * column) + (_map[4] * row) + _map[5]) / w
        );
    }

    /// <summary>Each module by the majority of five points around its middle; null where the code leaves the image.</summary>
    public bool[,]? Sample(BinaryImage image)
    {
        var modules = new bool[_size, _size];
        for (var row = 0; row < _size; row++)
        {
            for (var column = 0; column < _size; column++)
            {
                var dark = 0;
                foreach (
                    var (right, down) in (ReadOnlySpan<(double, double)>)
                        [(0, 0), (-Quarter, 0), (Quarter, 0), (0, -Quarter), (0, Quarter)]
                )
                {
                    var (x, y) = At(column + 0.5 + right, row + 0.5 + down);
                    if (!image.Contains(x, y))
                    {
                        return null;
                    }
                    dark += image.IsDark((int)x, (int)y) ? 1 : 0;
                }
                modules[column, row] = dark >= 3;
            }
        }
        return modules;
    }

    /// <summary>The map that takes the middles of the three eyes and a fourth point to their places in the image.</summary>
    private static double[] Projection(Corners corners, int version, double fourth, double x, double y)
    {
        var far = QrLayout.SizeOf(version) - 3.5;
        ReadOnlySpan<(double Column, double Row, double X, double Y)> points =
        [
            (3.5, 3.5, corners.TopLeft.X, corners.TopLeft.Y),
            (far, 3.5, corners.TopRight.X, corners.TopRight.Y),
            (3.5, far, corners.BottomLeft.X, corners.BottomLeft.Y),
            (fourth, fourth, x, y),
        ];
        var equations = new double[8, 9];
        for (var i = 0; i < 4; i++)
        {
            var p = points[i];
            Equation(equations, 2 * i, [p.Column, p.Row, 1, 0, 0, 0, -p.Column * p.X, -p.Row * p.X, p.X]);
            Equation(equations, (2 * i) + 1, [0, 0, 0, p.Column, p.Row, 1, -p.Column * p.Y, -p.Row * p.Y, p.Y]);
        }
        return Solve(equations);
    }

    private static void Add(double[,] normal, ReadOnlySpan<double> terms)
    {
        for (var row = 0; row < 8; row++)
        {
            for (var column = 0; column < 9; column++)
            {
                normal[row, column] += terms[row] * terms[column];
            }
        }
    }

    private static void Equation(double[,] equations, int row, ReadOnlySpan<double> terms)
    {
        for (var i = 0; i < terms.Length; i++)
        {
            equations[row, i] = terms[i];
        }
    }

    /// <summary>Gaussian elimination with pivots, eight unknowns.</summary>
    private static double[] Solve(double[,] m)
    {
        for (var column = 0; column < 8; column++)
        {
            var pivot = column;
            for (var row = column + 1; row < 8; row++)
            {
                pivot = Math.Abs(m[row, column]) > Math.Abs(m[pivot, column]) ? row : pivot;
            }
            for (var i = 0; i < 9; i++)
            {
                (m[column, i], m[pivot, i]) = (m[pivot, i], m[column, i]);
            }
            for (var row = 0; row < 8; row++)
            {
                var factor = row == column || m[column, column] == 0 ? 0 : m[row, column] / m[column, column];
                for (var i = column; factor != 0 && i < 9; i++)
                {
                    m[row, i] -= factor * m[column, i];
                }
            }
        }
        return [.. Enumerable.Range(0, 8).Select(i => m[i, i] == 0 ? 0 : m[i, 8] / m[i, i])];
    }
}
