using Enrollment.Applications;
using Enrollment.People;

namespace Enrollment.Tests.Builders;

/// <summary>As one of many in a store.</summary>
internal sealed partial record AnApplication
{
    /// <summary>With an application number and a phone that nobody else has, and no identity number.</summary>
    public AnApplication Numbered(int number) =>
        With(one =>
            one.Event is Event.AccountOpened opened
                ? one with
                {
                    Event = opened with
                    {
                        Number = $"2026{number:00000}",
                        Account = opened.Account with
                        {
                            Phone = PhoneNumber.Parse($"139{number:00000000}"),
                            IdentityNumber = null,
                        },
                    },
                }
                : one
        );

    /// <summary>As if nothing had been uploaded and no paper kept: for a store that has no files.</summary>
    public AnApplication WithoutFiles() =>
        this with
        {
            History =
            [
                .. History
                    .Where(one => one.Event is not (Event.UploadOpened or Event.ImageReceived or Event.ImageInspected))
                    .Select(one =>
                        one.Event is Event.PapersMade made ? one with { Event = made with { Made = [] } } : one
                    ),
            ],
        };

    /// <summary>With every event turned into another.</summary>
    public AnApplication With(Func<Happened, Happened> turn) => this with { History = [.. History.Select(turn)] };

    /// <summary>As the store takes it in, under this id.</summary>
    public Commit AsCommit(ApplicationId id) =>
        new()
        {
            ExpectedVersion = 0,
            State = Lifecycle.Fold(id, History),
            Events = History,
            Now = Now,
        };
}
