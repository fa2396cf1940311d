namespace Enrollment.Documents.Layout;

/// <summary>
/// A ruled table of cells that may span rows and columns. A line is drawn wherever two different cells meet.
/// </summary>
/// <param name="left">Left edge in points.</param>
/// <param name="top">Upper edge in points.</param>
/// <param name="columns">Widths in points.</param>
/// <param name="rows">Heights in points.</param>
internal sealed class Table(float left, float top, float[] columns, float[] rows)
{
    private readonly int[,] owners = new int[rows.Length, columns.Length];
    private int cells;

    public Area Whole => new(left, top, columns.Sum(), rows.Sum());

    /// <summary>Takes a cell; taking a place twice is a mistake in the document.</summary>
    public Area Take(int row, int column, int rowSpan = 1, int columnSpan = 1)
    {
        cells++;
        for (var r = row; r < row + rowSpan; r++)
        {
            for (var c = column; c < column + columnSpan; c++)
            {
                if (owners[r, c] != 0)
                {
                    throw new InvalidOperationException($"Row {r}, column {c} of the table is taken twice.");
                }
                owners[r, c] = cells;
            }
        }
        return new(X(column), Y(row), X(column + columnSpan) - X(column), Y(row + rowSpan) - Y(row));
    }

    /// <summary>Draws the lines between cells, and a stronger one around them all.</summary>
    public void Rule(Page page, float inner, float outer)
    {
        for (var r = 1; r < rows.Length; r++)
        {
            foreach (var (from, to) in Runs(columns.Length, c => owners[r - 1, c] != owners[r, c]))
            {
                page.Add(new Mark.Rule(X(from), Y(r), X(to), Y(r), inner));
            }
        }
        for (var c = 1; c < columns.Length; c++)
        {
            foreach (var (from, to) in Runs(rows.Length, r => owners[r, c - 1] != owners[r, c]))
            {
                page.Add(new Mark.Rule(X(c), Y(from), X(c), Y(to), inner));
            }
        }
        page.Add(new Mark.Frame(Whole, outer));
    }

    private static IEnumerable<(int From, int To)> Runs(int count, Predicate<int> ruled)
    {
        for (var from = 0; from < count; from++)
        {
            var to = from;
            while (to < count && ruled(to))
            {
                to++;
            }
            if (to > from)
            {
                yield return (from, to);
                from = to;
            }
        }
    }

    private float X(int column) => left + columns.AsSpan(0, column).ToArray().Sum();

    private float Y(int row) => top + rows.AsSpan(0, row).ToArray().Sum();
}
