using Enrollment.Materials;
using Enrollment.People;
using Enrollment.Sealing;

namespace Enrollment.Applications;

/// <summary>
/// What lists and searches of a store know of an application: its row, and keyed hashes to find it by. Every store
/// derives them from the state alone.
/// </summary>
public sealed class ApplicationListing
{
    public const string HoldsOriginalsMark = "holds-originals";

    public const string HasPaymentsMark = "has-payments";

    private readonly Application _application;
    private readonly SearchKey _search;

    public ApplicationListing(Application application, SearchKey search)
    {
        (_application, _search) = (application, search);
        var account = application.OpenedAccount;
        Summary = ApplicationSummary.Of(application);
        PhoneHash = search.HashOf(account.Phone);
        IdentityHash = account.IdentityNumber is { } number ? search.HashOf(number) : null;
        NameMark = search.TermOf(
            "name-mark",
            $"{account.Name}\n{Summary.Name}\n{application.Form.IdentityNumber}{string.Concat(Marks())}"
        );
        PaidFen = application.Payments.Where(payment => payment.IsInForce).Sum(payment => payment.AmountFen);
    }

    public ApplicationSummary Summary { get; }

    public string Stage => WireName.Of(Summary.Stage);

    public byte[] PhoneHash { get; }

    public byte[]? IdentityHash { get; }

    /// <summary>Changes when what a search by name finds changes.</summary>
    public long NameMark { get; }

    public long PaidFen { get; }

    public bool HoldsOriginals => _application.Originals.Any(row => row.IsHeld);

    public bool HasPayments => _application.Payments.Count > 0;

    /// <summary>What the search by name finds it by: the names of the account and of the form, and a typed identity number.</summary>
    public IEnumerable<long> NameTerms()
    {
        var names = _search.TermsOf(_application.OpenedAccount.Name).Concat(_search.TermsOf(Summary.Name));
        return (
            IdentityNumber.TryParse(_application.Form.IdentityNumber, null, out var typed)
                ? names.Append(IdentityTerm(_search, typed))
                : names
        ).Distinct();
    }

    /// <summary>What few applications have in common, and lists ask for.</summary>
    public IEnumerable<string> Marks() =>
        [
            .. HoldsOriginals ? [HoldsOriginalsMark] : Array.Empty<string>(),
            .. HasPayments ? [HasPaymentsMark] : Array.Empty<string>(),
        ];

    public static long MarkTerm(SearchKey search, string mark) => search.TermOf("mark", mark);

    /// <summary>A number that a candidate has typed is found, but takes nobody else's place.</summary>
    public static long IdentityTerm(SearchKey search, IdentityNumber number) =>
        search.TermOf("typed-identity-number", number.Value);
}
