using System.Security.Cryptography;
using Enrollment.Access;
using Enrollment.Applications;
using Enrollment.People;

namespace Enrollment.Api.Access;

/// <summary>One-time sign-in codes (R1): six digits, five minutes, five tries.</summary>
public sealed class SignInCodes(ISessionStore store, ServerClock clock)
{
    private const int Tries = 5;

    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    /// <summary>Puts a new code in force for a phone, in place of any before it. The answer is the only place where it stands.</summary>
    public async Task<string> IssueAsync(
        ApplicationId application,
        PhoneNumber phone,
        CancellationToken cancellationToken
    )
    {
        var code = RandomNumberGenerator.GetString("0123456789", 6);
        await store.SaveCodeAsync(
            new(phone.Value, HashOf(phone, code), application, clock.Now + Lifetime, Tries),
            cancellationToken
        );
        return code;
    }

    public Task<CodeTry> TryAsync(PhoneNumber phone, string code, CancellationToken cancellationToken) =>
        store.TryCodeAsync(phone.Value, HashOf(phone, code), clock.Now, cancellationToken);

    private static string HashOf(PhoneNumber phone, string code) => Sessions.HashOf($"{phone}:{code}");
}
