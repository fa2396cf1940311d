using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Enrollment.Access;
using Enrollment.Materials;
using Enrollment.Materials.Samples;
using Enrollment.People;
using Enrollment.Tests.Applications;
using Enrollment.Tests.Builders;

namespace Enrollment.Tests.Http;

/// <summary>Who is slow, stops half-way or asks without end costs the others nothing.</summary>
public sealed class FloodTests
{
    private const int Many = 60;

    /// <summary>What a stalled upload announced.</summary>
    private const long BodyBytes = 20 * 1024 * 1024;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Uploads_that_stop_half_way_keep_nobody_else_from_uploading()
    {
        await using var host = await TestHost.StartAsync();
        var lingering = await Candidate.DraftingAsync(host);
        var other = await Candidate.DraftingAsync(
            host,
            Somebody.Account with
            {
                Phone = PhoneNumber.Parse("13900000002"),
                IdentityNumber = null,
            }
        );
        var upload = await lingering.OpenUploadAsync(Slot.IdPhoto);
        var sockets = new List<TcpClient>();
        try
        {
            for (var i = 0; i < Many; i++)
            {
                sockets.Add(
                    await BeginAsync(
                        host,
                        $"PUT {upload.UploadUrl} HTTP/1.1\r\nHost: {host.Address.Authority}\r\n"
                            + $"Origin: {host.Address.GetLeftPart(UriPartial.Authority)}\r\n"
                            + $"Cookie: enrollment-session={lingering.Client.SessionCookie}\r\n"
                            + $"Content-Length: {BodyBytes.ToString(CultureInfo.InvariantCulture)}\r\n\r\nhalf"
                    )
                );
            }

            Assert.Equal(200, (await other.SaveAsync(SampleForm.Valid, 0)).Status);
            var image = await other.UploadAsync(Slot.IdPhoto, SampleImages.Right(Slot.IdPhoto, seed: 7));
            Assert.True(image.IsAccepted);
            // Of the one session some are under way, some wait, and the rest were told to come back.
            Assert.Contains(sockets, socket => Heard(socket).Contains(" 429 ", StringComparison.Ordinal));
        }
        finally
        {
            sockets.ForEach(socket => socket.Dispose());
        }
    }

    [Fact]
    public async Task Connections_that_never_finish_their_request_keep_nobody_else_waiting()
    {
        await using var host = await TestHost.StartAsync();
        var sockets = new List<TcpClient>();
        try
        {
            for (var i = 0; i < 5 * Many; i++)
            {
                sockets.Add(await BeginAsync(host, "GET /api/season HTTP/1.1\r\nHost: "));
            }
            Assert.Equal(200, (await host.Anybody().GetAsync("/api/season")).Status);
        }
        finally
        {
            sockets.ForEach(socket => socket.Dispose());
        }
    }

    [Fact]
    public async Task A_session_that_asks_without_end_is_slowed_down_and_no_other()
    {
        await using var host = await TestHost.StartAsync(
            services => services.AddFarAway(),
            settings: "--Access:RequestsPerSecondOfASession=1"
        );
        var flooding = await host.StaffAsync(Role.Reviewer);
        var other = await host.StaffAsync(Role.Desk);

        var answers = await AskAsync(flooding);

        Assert.Equal(200, answers[0].Status);
        Assert.Contains(answers, answer => (answer.Status, answer.Code) == (429, "too-many-requests"));
        Assert.Equal(200, (await other.GetAsync("/api/season")).Status);
    }

    [Fact]
    public async Task An_address_that_asks_without_end_is_slowed_down_and_no_other()
    {
        await using var host = await TestHost.StartAsync(
            services => services.AddFarAway(),
            settings: "--Access:RequestsPerSecondOfAnAddress=1"
        );
        var other = host.Anybody();
        other.Headers.Add(Interference.Address, "198.51.100.4");

        var answers = await AskAsync(host.Anybody());

        Assert.Contains(answers, answer => (answer.Status, answer.Code) == (429, "too-many-requests"));
        Assert.Equal(200, (await other.GetAsync("/api/season")).Status);
    }

    private static async Task<List<Answer>> AskAsync(ApiClient client)
    {
        var answers = new List<Answer>();
        for (var i = 0; i < Many; i++)
        {
            answers.Add(await client.GetAsync("/api/season"));
        }
        return answers;
    }

    /// <summary>A connection that sends this and no more.</summary>
    private static async Task<TcpClient> BeginAsync(TestHost host, string begun)
    {
        var socket = new TcpClient();
        await socket.ConnectAsync(host.Address.Host, host.Address.Port, Stop);
        await socket.GetStream().WriteAsync(Encoding.ASCII.GetBytes(begun), Stop);
        return socket;
    }

    /// <summary>What has come back so far.</summary>
    private static string Heard(TcpClient socket)
    {
        if (socket.Available == 0)
        {
            return "";
        }
        var bytes = new byte[socket.Available];
        return Encoding.UTF8.GetString(bytes, 0, socket.GetStream().Read(bytes));
    }
}
