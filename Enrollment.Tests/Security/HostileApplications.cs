using Enrollment.Access;
using Enrollment.Applications;
using Enrollment.Collections;
using Enrollment.Materials;
using Enrollment.Materials.Samples;
using Enrollment.People;
using Enrollment.Seasons;
using Enrollment.Tests.Applications;
using Enrollment.Tests.Builders;
using Enrollment.Tests.Http;
using Enrollment.TextMessages;

namespace Enrollment.Tests.Security;

/// <summary>Applications, settings and staff with markup in every text that anybody can type.</summary>
internal static class HostileApplications
{
    public const string Markup =
        "<img src=x onerror=\"window.ran=1\">\"'><script>window.ran=1</script>{{constructor.constructor('window.ran=1')()}}";

    private const string Link = "javascript:window.ran=1";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static ApplicationId IdOf(int number) => ApplicationId.Parse($"{number:x32}");

    private static AnApplication Complete() =>
        AnApplication
            .Drafting()
            .Filled(
                SampleForm.Valid with
                {
                    BirthDateExplanation = Markup,
                    NativePlace = Markup,
                    Email = Link,
                    PartyBranch = Markup,
                    Employer = Markup,
                    Post = Markup,
                    TitleSeries = Markup,
                    AppointingAuthority = Markup,
                    GraduationSchool = Markup,
                    WorkHistory = [.. SampleForm.Valid.WorkHistory.Select(Hostile)],
                    Education =
                    [
                        .. SampleForm.Valid.Education.Select(entry =>
                            entry with
                            {
                                School = Markup,
                                Major = Markup,
                                CertificateNumber = Markup,
                                Degree = Markup,
                            }
                        ),
                    ],
                }
            )
            .By(Somebody.Candidate, new Event.ImageInspected(Uploads.Id(1), Uploads.Warned))
            .By(Somebody.Candidate, new Event.ImageExplained(Uploads.Id(1), Markup))
            .By(
                Somebody.Candidate,
                new Event.UploadOpened(Uploads.Id(90), Slot.Other, Slots.Of(Slot.Other).Pages[0], null, Markup),
                new Event.ImageReceived(Uploads.Id(90), Uploads.Sha256, ASeason.Opening),
                new Event.ImageInspected(Uploads.Id(90), Uploads.Fine)
            );

    public static AnApplication Submitted() =>
        Complete()
            .Later(TimeSpan.FromDays(1))
            .By(Somebody.Candidate, new Event.Submitted(AnApplication.Commitment))
            .Claim()
            .By(
                Somebody.Reviewer,
                new Event.Marked([
                    new(new ReviewTarget.OfField(FormField.Post), Verdict.Commented, Markup),
                    new(new ReviewTarget.OfImage(Uploads.Id(1)), Verdict.Commented, Markup),
                ]),
                new Event.NoteAdded(Markup),
                new Event.FindingOverruled(Uploads.Id(1), FindingCode.Tilted, Markup),
                new Event.VerifiedOnline(new(Markup, Markup, Markup, Matches: false))
            );

    public static AnApplication Returned() =>
        Submitted().After(new Command.Return(Markup)).Later(TimeSpan.FromHours(1)).After(new Command.Appear());

    public static AnApplication Printed() =>
        Submitted()
            .AcceptAll()
            .After(new Command.Approve())
            .PapersMade()
            .By(
                Somebody.Candidate,
                [.. IssuedPapers.ToBeSealed.Select(kind => new Event.PaperFetched(kind, Version: 1))]
            )
            .On(ASeason.Current.Calendar.OnSiteFrom);

    public static AnApplication Paid() =>
        Printed()
            .CheckAll()
            .By(
                Somebody.Clerk,
                new Event.OriginalsVerified(),
                new Event.VerificationTakenBack(Markup),
                new Event.OriginalsVerified(),
                new Event.PaymentSettled(AnApplication.APayment with { TransactionNo = Markup, Reason = Markup }),
                new Event.OriginalGivenBack(OriginalItem.AppointmentDocument, Markup)
            );

    private static WorkEntry Hostile(WorkEntry entry) =>
        entry with
        {
            Place = Markup,
            Post = Markup,
            During = [.. entry.During.Select(line => line with { Text = Markup })],
        };

    public static async Task SetUpAsync(TestHost host)
    {
        var season = ASeason.Current;
        await host.Get<ISeasonStore>()
            .SaveAsync(
                season with
                {
                    BranchName = Markup,
                    Programmes = [Markup, .. season.Programmes],
                    SignInAddress = Link,
                    AdmissionRules = season.AdmissionRules! with { FileName = Markup },
                    Calendar = season.Calendar with { OnSiteHours = Markup, OnSitePlace = Markup },
                    Wording = season.Wording with
                    {
                        Commitment = Markup,
                        Introduction = Markup,
                        PartyMembership = Markup,
                    },
                    TextWordings = [.. season.TextWordings.Select(one => one with { Code = Markup, Words = Markup })],
                },
                Stop
            );
        var account = await host.AddStaffAsync("hostile", Role.Desk);
        await host.Get<IStaffStore>().SaveAsync(account with { Name = Markup, UserName = Markup }, Stop);
        await host.Get<IJournal>()
            .AppendAsync(new(host.Time.GetUtcNow(), new("x", Markup), JournalAct.Erased, Markup, Markup), Stop);
    }

    /// <summary>With a hostile account, its image files, and a text to its phone.</summary>
    public static async Task StoreAsync(TestHost host, AnApplication application, int number)
    {
        var id = IdOf(number);
        var history = application.History.Select(one => Another(one, number)).ToValueList();
        var state = Lifecycle.Fold(id, history);
        var result = await host.Get<IApplicationStore>()
            .CommitAsync(
                new()
                {
                    ExpectedVersion = 0,
                    State = state,
                    Events = history,
                    Now = application.Now,
                },
                Stop
            );
        Assert.Equal(CommitResult.Committed, result);
        foreach (var image in state.Images)
        {
            await host.Get<IMaterialFiles>().WriteAsync(id, MaterialFileNames.Of(image.Id), Picture.Value, Stop);
        }
        await host.Get<ITextMessageLog>()
            .SaveAsync(
                new()
                {
                    Id = $"hostile-{number}",
                    Application = id,
                    Template = TextTemplate.Confirmation,
                    Phone = state.OpenedAccount.Phone,
                    Words = Markup,
                    State = TextState.Failed,
                    Detail = Markup,
                    QueuedAt = application.Now,
                    ChangedAt = application.Now,
                },
                Stop
            );
    }

    private static readonly Lazy<byte[]> Picture = new(() => SampleImages.Portrait(seed: 7));

    private static Happened Another(Happened one, int number) =>
        one.Event switch
        {
            Event.AccountOpened opened => one with
            {
                By = new Actor.Staff("x", Markup),
                Event = opened with
                {
                    Number = $"2026{number:00000}",
                    Account = opened.Account with
                    {
                        Name = Markup,
                        Employer = Markup,
                        Phone = PhoneNumber.Parse($"139{number:00000000}"),
                        IdentityNumber = null,
                    },
                },
            },
            Event.FormSaved saved => one with { Event = saved with { Values = saved.Values with { Name = Markup } } },
            _ => one,
        };
}
