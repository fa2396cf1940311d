using System.Text.RegularExpressions;
using Enrollment.Applications;
using Enrollment.Collections;
using Enrollment.People;
using Enrollment.Seasons;

namespace Enrollment.Accounts;

/// <summary>
/// Reads the spreadsheet that staff open accounts from (R1): XLSX, or CSV in UTF-8 or GB18030. A row with anything
/// wrong is told and left out; whether a phone or identity number is taken in the season is for the store to say.
/// </summary>
public static partial class AccountsImport
{
    public const int MostRows = 5000;

    private const int LongestName = 30;
    private const int LongestEmployer = 80;

    public static AccountsFile Read(byte[] file, Season season)
    {
        if (Spreadsheet.IsOldOrProtected(file))
        {
            return Unread(AccountProblemCode.OldOrProtected);
        }
        // One row for the header, one to know that there are more than may be.
        if (Spreadsheet.Read(file, MostRows + 2) is not { } rows)
        {
            return Unread(AccountProblemCode.Unreadable);
        }
        var header = rows.TakeWhile(IsBlank).Count();
        if (header == rows.Count)
        {
            return Unread(AccountProblemCode.Empty);
        }
        var columns = rows[header].Select(AccountColumns.Find).ToArray();
        if (HeaderProblem(columns) is { } problem)
        {
            return new([], [problem]);
        }
        if (rows.Count - header - 1 > MostRows)
        {
            return Unread(AccountProblemCode.TooManyRows, $"{MostRows}");
        }
        var cells = rows.Index()
            .Skip(header + 1)
            .Where(row => !IsBlank(row.Item))
            .Select(row => new Cells(row.Index + 1, columns, row.Item))
            .ToList();
        return cells.Count == 0 ? Unread(AccountProblemCode.Empty) : Read(cells, season);
    }

    private static AccountsFile Read(List<Cells> cells, Season season)
    {
        var read = cells.ConvertAll(row => (row.Number, Row: Read(row, season, out var problems), Problems: problems));
        var repeated = Repeated(read.Select(r => (r.Number, Key: r.Row.Phone?.Value)), AccountColumn.Phone)
            .Concat(Repeated(read.Select(r => (r.Number, Key: r.Row.Id?.Value)), AccountColumn.IdentityNumber));
        var wrong = read.SelectMany(r => r.Problems)
            .Concat(repeated)
            .OrderBy(p => p.Row)
            .ThenBy(p => p.Column)
            .ToValueList();
        var wrongRows = wrong.Select(problem => problem.Row).ToHashSet();
        var right = read.Where(r => !wrongRows.Contains(r.Number))
            .Select(r => new AccountRow(
                r.Number,
                r.Row.Name!,
                r.Row.Phone!,
                r.Row.Id,
                r.Row.Employer,
                r.Row.Programme
            ));
        return new([.. right], wrong);
    }

    private static ReadRow Read(Cells row, Season season, out List<AccountProblem> problems)
    {
        var told = problems = [];
        void Tell(AccountColumn column, AccountProblemCode code, string? argument = null) =>
            told.Add(new(row.Number, column, code, argument));

        string? Text(AccountColumn column, int most)
        {
            var text = row[column];
            if (text is not null && TextLength.Of(text) > most)
            {
                Tell(column, AccountProblemCode.TooLong, $"{most}");
            }
            return text;
        }

        T? Number<T>(AccountColumn column)
            where T : class, IParsable<T>
        {
            if (row[column] is not { } text)
            {
                return null;
            }
            if (T.TryParse(text, null, out var number))
            {
                return number;
            }
            Tell(column, Exponent().IsMatch(text) ? AccountProblemCode.LostDigits : AccountProblemCode.Malformed);
            return null;
        }

        foreach (var column in AccountColumns.Required.Where(column => row[column] is null))
        {
            Tell(column, AccountProblemCode.Missing);
        }
        var programme = row[AccountColumn.Programme];
        if (programme is not null && !season.Programmes.Contains(programme))
        {
            Tell(AccountColumn.Programme, AccountProblemCode.UnknownChoice, programme);
        }
        return new(
            Text(AccountColumn.Name, LongestName).AsName(),
            Number<PhoneNumber>(AccountColumn.Phone),
            Number<IdentityNumber>(AccountColumn.IdentityNumber),
            Text(AccountColumn.Employer, LongestEmployer),
            programme
        );
    }

    /// <summary>Each of the rows with the same number names the other, so that both are looked at.</summary>
    private static IEnumerable<AccountProblem> Repeated(
        IEnumerable<(int Row, string? Key)> keys,
        AccountColumn column
    ) =>
        keys.Where(row => row.Key is not null)
            .GroupBy(row => row.Key, row => row.Row)
            .Select(group => group.ToList())
            .Where(rows => rows.Count > 1)
            .SelectMany(rows => rows.Select((row, i) => (Row: row, Other: rows[i == 0 ? 1 : 0])))
            .Select(pair => new AccountProblem(pair.Row, column, AccountProblemCode.RepeatedInFile, $"{pair.Other}"));

    private static AccountProblem? HeaderProblem(AccountColumn?[] columns)
    {
        var missing = AccountColumns.Required.Where(column => !columns.Contains(column)).ToList();
        if (missing.Count > 0)
        {
            var names = string.Join('、', missing.Select(AccountColumns.HeaderOf));
            return new(null, null, AccountProblemCode.HeaderMissing, names);
        }
        var twice = AccountColumns.All.Where(column => columns.Count(c => c == column) > 1).Cast<AccountColumn?>();
        return twice.FirstOrDefault() is { } repeated
            ? new(null, repeated, AccountProblemCode.HeaderRepeated, AccountColumns.HeaderOf(repeated))
            : null;
    }

    private static AccountsFile Unread(AccountProblemCode code, string? argument = null) =>
        new([], [new(null, null, code, argument)]);

    private static bool IsBlank(string[] cells) => cells.All(string.IsNullOrWhiteSpace);

    [GeneratedRegex(@"^\d(\.\d+)?[eE]\+?\d+$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Exponent();

    private sealed record ReadRow(
        string? Name,
        PhoneNumber? Phone,
        IdentityNumber? Id,
        string? Employer,
        string? Programme
    );

    /// <summary>One row by column; empty cells and columns that the file lacks are null.</summary>
    private sealed class Cells(int number, AccountColumn?[] columns, string[] texts)
    {
        public int Number => number;

        public string? this[AccountColumn column]
        {
            get
            {
                var place = Array.IndexOf(columns, column);
                return place >= 0 && place < texts.Length ? texts[place].Trimmed() : null;
            }
        }
    }
}
