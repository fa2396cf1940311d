using Enrollment.Applications;
using Enrollment.Materials;
using Enrollment.People;
using Enrollment.Sealing;
using Enrollment.Serialization;

namespace Enrollment.Sqlite.Applications;

/// <summary>A commit as it goes into the rows: sealed and hashed on the caller's thread, so that the writer only writes.</summary>
internal sealed class SealedCommit
{
    private readonly SearchKey _search;

    public SealedCommit(Commit commit, DataKey key, SearchKey search)
    {
        _search = search;
        Commit = commit;
        Key = key;
        Version = commit.ExpectedVersion + commit.Events.Count;

        var application = commit.State;
        var account = application.OpenedAccount;
        Summary = ApplicationSummary.Of(application);
        SealedSummary = key.Seal(StoredJson.Write(Summary), Sealed.Summary(application.Id));
        SealedState = key.Seal(StoredJson.Write(application), Sealed.State(application.Id, Version));
        SealedEvents =
        [
            .. commit.Events.Select(
                (happened, i) =>
                    key.Seal(StoredJson.Write(happened), Sealed.Event(application.Id, commit.ExpectedVersion + i + 1))
            ),
        ];
        PhoneHash = search.HashOf(account.Phone);
        IdentityHash = account.IdentityNumber is { } number ? search.HashOf(number) : null;
        NameMark = search.TermOf(
            "name-mark",
            $"{account.Name}\n{Summary.Name}\n{application.Form.IdentityNumber}{string.Concat(Marks(application))}"
        );
        PaidFen = application.Payments.Where(payment => payment.IsInForce).Sum(payment => payment.AmountFen);
    }

    public Commit Commit { get; }

    public DataKey Key { get; }

    /// <summary>After the commit.</summary>
    public long Version { get; }

    public ApplicationSummary Summary { get; }

    public byte[] SealedSummary { get; }

    public byte[] SealedState { get; }

    public IReadOnlyList<byte[]> SealedEvents { get; }

    public byte[] PhoneHash { get; }

    public byte[]? IdentityHash { get; }

    /// <summary>Changes when what a search by name finds changes.</summary>
    public long NameMark { get; }

    public long PaidFen { get; }

    public string Stage => WireName.Of(Summary.Stage);

    /// <summary>What the search finds it by: the names and the identity number of the account and of the form.</summary>
    public IEnumerable<long> SearchTerms()
    {
        var application = Commit.State;
        var names = _search
            .TermsOf(application.OpenedAccount.Name)
            .Concat(_search.TermsOf(Summary.Name))
            .Concat(Marks(application).Select(mark => MarkTerm(_search, mark)));
        return (
            IdentityNumber.TryParse(application.Form.IdentityNumber, null, out var typed)
                ? names.Append(IdentityTerm(_search, typed))
                : names
        ).Distinct();
    }

    public const string HoldsOriginals = "holds-originals";

    public const string HasPayments = "has-payments";

    /// <summary>What few applications have in common, and lists ask for.</summary>
    public static long MarkTerm(SearchKey search, string mark) => search.TermOf("mark", mark);

    private static IEnumerable<string> Marks(Application application) =>
        [
            .. application.Originals.Any(row => row.IsHeld) ? [HoldsOriginals] : Array.Empty<string>(),
            .. application.Payments.Count > 0 ? [HasPayments] : Array.Empty<string>(),
        ];

    /// <summary>A number that a candidate has typed is found, but takes nobody else's place.</summary>
    public static long IdentityTerm(SearchKey search, IdentityNumber number) =>
        search.TermOf("typed-identity-number", number.Value);
}
