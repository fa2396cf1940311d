using Enrollment.Documents.Layout;

namespace Enrollment.Tests.Documents;

public sealed class TableTests
{
    [Fact]
    public void A_cell_spans_the_rows_and_columns_it_takes()
    {
        var table = new Table(10, 20, [30, 40, 50], [5, 6, 7]);
        Assert.Equal(new Area(40, 25, 90, 13), table.Take(1, 1, rowSpan: 2, columnSpan: 2));
    }

    [Fact]
    public void A_place_cannot_be_taken_twice()
    {
        var table = new Table(0, 0, [10, 10], [10]);
        table.Take(0, 0, columnSpan: 2);
        Assert.Throws<InvalidOperationException>(() => table.Take(0, 1));
    }

    [Fact]
    public void A_line_is_drawn_only_where_two_cells_meet()
    {
        var table = new Table(0, 0, [10, 10], [10, 10]);
        table.Take(0, 0, rowSpan: 2);
        table.Take(0, 1);
        table.Take(1, 1);
        var page = new Page();
        table.Rule(page, 0.5f, 1);
        Assert.Equal(
            [
                new Mark.Rule(10, 10, 20, 10, 0.5f),
                new Mark.Rule(10, 0, 10, 20, 0.5f),
                new Mark.Frame(new(0, 0, 20, 20), 1),
            ],
            page.Marks
        );
    }
}
