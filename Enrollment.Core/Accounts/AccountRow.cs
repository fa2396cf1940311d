using Enrollment.Collections;
using Enrollment.People;

namespace Enrollment.Accounts;

/// <summary>One account to open (R1). <paramref name="Row"/> is the row in the file, the header's being 1 in most.</summary>
public sealed record AccountRow(
    int Row,
    string Name,
    PhoneNumber Phone,
    IdentityNumber? IdentityNumber,
    string? Employer,
    string? Programme
);

/// <summary>What a file of accounts holds: the rows that may be opened, and what is wrong with the others or with the file.</summary>
public sealed record AccountsFile(ValueList<AccountRow> Rows, ValueList<AccountProblem> Problems);
