using System.Collections.Concurrent;
using Enrollment.Applications;
using Enrollment.Materials;
using Enrollment.Materials.Samples;
using Enrollment.People;
using Enrollment.Tests.Applications;
using Enrollment.Tests.Builders;
using Enrollment.Tests.Http;

namespace Enrollment.Tests.Browser.Staff;

/// <summary>Applications as staff find them: stored with their history, and with images that can be looked at.</summary>
internal static class StoredApplications
{
    /// <summary>One drawing of each slot does for everybody.</summary>
    private static readonly ConcurrentDictionary<Slot, Lazy<byte[]>> Drawn = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <param name="number">Gives it an id, an application number, a phone and a name of its own.</param>
    public static async Task<ApplicationId> StoreAsync(this TestHost host, AnApplication application, int number)
    {
        var id = ApplicationId.Parse($"{number:x32}");
        var commit = application.Numbered(number).With(one => Another(one, number)).AsCommit(id);
        Assert.Equal(CommitResult.Committed, await host.Get<IApplicationStore>().CommitAsync(commit, Stop));
        foreach (var image in commit.State.Images)
        {
            await host.Get<IMaterialFiles>()
                .WriteAsync(id, MaterialFileNames.Of(image.Id), PictureOf(image.Slot), Stop);
        }
        return id;
    }

    public static string NameOf(int number) => $"考生{(char)('甲' + number)}";

    /// <summary>The form takes it from the account; region, birth date and sex are those of <see cref="SampleForm.Number"/>.</summary>
    private static IdentityNumber IdentityNumberOf(int number)
    {
        var digits = $"{SampleForm.Number[..14]}{2 * number + 1:000}";
        return IdentityNumber.Parse(digits + IdentityNumber.CheckCharacter(digits));
    }

    private static byte[] PictureOf(Slot slot) =>
        Drawn.GetOrAdd(slot, one => new(() => SampleImages.Right(one, seed: 7))).Value;

    private static Happened Another(Happened one, int number) =>
        one.Event switch
        {
            Event.AccountOpened opened => one with
            {
                Event = opened with
                {
                    Account = opened.Account with { Name = NameOf(number), IdentityNumber = IdentityNumberOf(number) },
                },
            },
            Event.FormSaved saved when saved.Changed.Contains(FormField.Name) => one with
            {
                Event = saved with { Values = saved.Values with { Name = NameOf(number) } },
            },
            _ => one,
        };
}
