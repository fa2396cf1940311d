using System.Globalization;
using Enrollment.Access;
using Enrollment.Api.Access;
using Enrollment.Applications;
using Enrollment.People;
using Enrollment.Tests.Builders;
using Enrollment.Tests.Http;
using Enrollment.TextMessages;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Enrollment.Tests.Security;

/// <summary>Guessing somebody's code, and finding out who has an account (R1).</summary>
public sealed class CodeGuessingTests
{
    private const string Unknown = "13900000009";

    private static readonly PhoneNumber Phone = Somebody.Account.Phone;

    [Fact]
    public async Task Fifty_guesses_at_once_are_five_guesses()
    {
        await using var host = await TestHost.StartAsync();
        await host.OpenAsync();
        var code = await AskAsync(host);
        var wrong = Enumerable.Range(0, 49).Select(number => Other(code, number));
        // The right one comes last: by then the five tries are used up, in whatever order they are taken.
        await Task.WhenAll(wrong.Select(guess => GuessAsync(host, guess)));
        Assert.Equal(401, await GuessAsync(host, code));
    }

    [Fact]
    public async Task Of_fifty_right_ones_at_once_one_signs_in()
    {
        await using var host = await TestHost.StartAsync();
        await host.OpenAsync();
        var code = await AskAsync(host);
        var statuses = await Task.WhenAll(Enumerable.Repeat(code, 50).Select(guess => GuessAsync(host, guess)));
        Assert.Equal(1, statuses.Count(status => status == 200));
    }

    /// <summary>The most that somebody can try who asks for a new code whenever they may: fifty of a million a day.</summary>
    [Fact]
    public async Task A_day_has_ten_codes_of_five_guesses_each_however_often_one_asks()
    {
        await using var host = await TestHost.StartAsync();
        await host.OpenAsync();
        var codes = 0;
        for (var minute = 0; minute < 30; minute++)
        {
            using var client = host.Anybody();
            if ((await client.PostAsync("/api/session/code", new { phone = Phone.Value })).Status == 202)
            {
                codes++;
                var code = await Candidate.LastCodeAsync(host, Phone);
                for (var guess = 0; guess < 5; guess++)
                {
                    Assert.Equal(401, await GuessAsync(host, Other(code, guess)));
                }
                Assert.Equal(401, await GuessAsync(host, code));
            }
            host.Time.Advance(TimeSpan.FromMinutes(1));
        }
        Assert.Equal(10, codes);
    }

    [Fact]
    public async Task A_code_holds_for_its_own_phone_only()
    {
        await using var host = await TestHost.StartAsync();
        await host.OpenAsync();
        await host.OpenAsync(TestHost.Other("13800000002"));
        var code = await AskAsync(host);
        using var client = host.Anybody();
        await client.PostAsync("/api/session/code", new { phone = "13800000002" });
        Assert.Equal(401, (await client.PostAsync("/api/session", new { phone = "13800000002", code })).Status);
    }

    /// <summary>The stranger who got a mistyped account's texts is out with the correction, code in hand or not.</summary>
    [Fact]
    public async Task A_code_dies_with_the_correction_of_its_phone()
    {
        await using var host = await TestHost.StartAsync();
        var id = await host.OpenAsync();
        var code = await AskAsync(host);
        var right = Somebody.Account with { Phone = PhoneNumber.Parse("13800000077") };
        await host.DoAsync(id, new Command.CorrectAccount(right, "手机号录错"));

        Assert.Equal(401, await GuessAsync(host, code));
        Assert.IsType<Stage.Invited>((await host.FindAsync(id)).Stage);
    }

    [Fact]
    public async Task A_phone_with_an_account_and_one_without_are_answered_alike()
    {
        await using var host = await TestHost.StartAsync();
        await host.OpenAsync();
        foreach (var path in new[] { "/api/session/code", "/api/session", "/api/session", "/api/session/code" })
        {
            var known = await AnswerAsync(host, path, new { phone = Phone.Value, code = "no" });
            var unknown = await AnswerAsync(host, path, new { phone = Unknown, code = "no" });
            Assert.Equal(known, unknown);
        }
    }

    [Fact]
    public async Task A_user_name_that_exists_and_one_that_does_not_are_answered_alike()
    {
        await using var host = await TestHost.StartAsync();
        await host.AddStaffAsync("staff", Role.Desk);
        // Beyond the lock, too: it shows in nothing.
        for (var tries = 0; tries < 7; tries++)
        {
            var known = await AnswerAsync(host, "/api/staff/session", new { userName = "staff", password = "no" });
            var unknown = await AnswerAsync(host, "/api/staff/session", new { userName = "nobody", password = "no" });
            Assert.Equal(known, unknown);
        }
    }

    /// <summary>A gateway that never answers would otherwise tell by its silence who has an account.</summary>
    [Fact]
    public async Task A_gateway_that_hangs_delays_nobodys_answer()
    {
        var gateway = new HangingGateway();
        await using var host = await TestHost.StartAsync(services =>
            services.Replace(ServiceDescriptor.Singleton<ITextGateway>(gateway))
        );
        await host.OpenAsync();
        var known = await AnswerAsync(host, "/api/session/code", new { phone = Phone.Value });
        Assert.False(gateway.LetGo.Task.IsCompleted);
        Assert.Equal(known, await AnswerAsync(host, "/api/session/code", new { phone = Unknown }));
        gateway.LetGo.SetResult();
        await host.Get<SignInTexts>().SettledAsync();
        Assert.Equal(1, gateway.Handed);
    }

    private static async Task<string> AskAsync(TestHost host)
    {
        using var client = host.Anybody();
        Assert.Equal(202, (await client.PostAsync("/api/session/code", new { phone = Phone.Value })).Status);
        return await Candidate.LastCodeAsync(host, Phone);
    }

    private static async Task<int> GuessAsync(TestHost host, string code)
    {
        using var client = host.Anybody();
        return (await client.PostAsync("/api/session", new { phone = Phone.Value, code })).Status;
    }

    private static string Other(string code, int number) =>
        ((int.Parse(code, CultureInfo.InvariantCulture) + 1 + number) % 1_000_000).ToString(
            "000000",
            CultureInfo.InvariantCulture
        );

    /// <summary>All of an answer that a stranger sees.</summary>
    private static async Task<string> AnswerAsync(TestHost host, string path, object body)
    {
        using var client = host.Anybody();
        var answer = await client.PostAsync(path, path == "/api/session/code" ? WithoutCode(body) : body);
        var headers = answer
            .Headers.Where(one => one.Key is not "Date")
            .OrderBy(one => one.Key, StringComparer.Ordinal);
        return $"{answer.Status} {answer.Text} {string.Join("; ", headers)}";
    }

    private static object WithoutCode(object body) =>
        new { phone = body.GetType().GetProperty("phone")!.GetValue(body) };

    private sealed class HangingGateway : ITextGateway
    {
        public TaskCompletionSource LetGo { get; } = new();

        public int Handed { get; private set; }

        public TextGatewayTraits Traits { get; } = new(GivesReports: true, IsIdempotent: true);

        public async Task<TextHandover> SendAsync(OutgoingText text, CancellationToken cancellationToken)
        {
            await LetGo.Task.WaitAsync(cancellationToken);
            Handed++;
            return new TextHandover(TextState.Delivered, text.Id);
        }
    }
}
