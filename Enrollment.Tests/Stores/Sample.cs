using System.Globalization;
using Enrollment.Applications;
using Enrollment.Materials;
using Enrollment.People;
using Enrollment.Tests.Builders;
using Enrollment.TextMessages;

namespace Enrollment.Tests.Stores;

/// <summary>Applications to store; the store asks only what stands in them, not how they came about.</summary>
internal static class Sample
{
    private static readonly DateTimeOffset Opened = new(2026, 3, 1, 8, 0, 0, TimeSpan.FromHours(8));

    public static Actor Clerk { get; } = new Actor.Staff("s1", "赵管理");

    /// <summary>An image with one warning.</summary>
    public static Image Warned { get; } =
        new()
        {
            Id = Uploads.Id(1),
            Slot = Slot.BachelorDiploma,
            Page = Slots.Of(Slot.BachelorDiploma).Pages[0],
            OpenedAt = Opened,
            ReceivedAt = Opened,
            Sha256 = Uploads.Sha256,
            Inspection = Uploads.Warned,
        };

    public static PhoneNumber Phone(int n) => PhoneNumber.Parse("138" + n.ToString("D8", CultureInfo.InvariantCulture));

    public static IdentityNumber Identity(int n)
    {
        var digits = "37010219800101" + n.ToString("D3", CultureInfo.InvariantCulture);
        return IdentityNumber.Parse(digits + IdentityNumber.CheckCharacter(digits));
    }

    public static Application Invited(int n, string name = "张三丰", string season = "2026") =>
        Application.Unopened(ApplicationId.New(Opened.AddSeconds(n))) with
        {
            Season = season,
            Number = "2026" + n.ToString("D5", CultureInfo.InvariantCulture),
            Account = new Account
            {
                Name = name,
                Phone = Phone(n),
                IdentityNumber = Identity(n),
                Employer = "某县人民政府办公室",
                Programme = "公共管理",
            },
            OpenedAt = Opened.AddSeconds(n),
            Stage = new Stage.Invited(),
            StageSince = Opened.AddSeconds(n),
        };

    public static Application At(this Application application, Stage stage, DateTimeOffset since) =>
        application with
        {
            Stage = stage,
            StageSince = since,
        };

    /// <summary>Tells of the account, and waits to be sent.</summary>
    public static TextMessage Text(Application application, string id, DateTimeOffset queuedAt) =>
        new()
        {
            Id = id,
            Application = application.Id,
            Template = TextTemplate.Confirmation,
            Phone = application.OpenedAccount.Phone,
            Words = "【某市委党校】张三丰同志，请于收到本短信之日起五日内登录。",
            State = TextState.Queued,
            QueuedAt = queuedAt,
            ChangedAt = queuedAt,
        };

    public static Commit Opening(Application application) =>
        new()
        {
            ExpectedVersion = 0,
            State = application,
            Events =
            [
                new Happened(
                    new Event.AccountOpened(application.Season, application.Number, application.OpenedAccount),
                    Clerk,
                    application.OpenedAt
                ),
            ],
            Now = application.OpenedAt,
        };

    /// <summary>One more note, and the state with it.</summary>
    public static Commit Noting(Application application, long version, string text, DateTimeOffset now) =>
        new()
        {
            ExpectedVersion = version,
            State = application with { Notes = application.Notes.Add(new Note(text, Clerk, now)) },
            Events = [new Happened(new Event.NoteAdded(text), Clerk, now)],
            Now = now,
        };

    public static Commit Saving(Application application, long version, DateTimeOffset now) =>
        Noting(application, version, "saved", now) with
        {
            State = application,
        };
}
