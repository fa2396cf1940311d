using System.Net.Http.Headers;
using Enrollment.Server.PaymentSimulator;

namespace Enrollment.Tests.Payments;

/// <summary>Notifications as a provider sends them: no cookie, no origin.</summary>
internal static class NoticeClient
{
    public static async Task<(int Status, string Text)> NotifyAsync(this HttpClient provider, SimulatedRequest notice)
    {
        using var content = new ByteArrayContent(notice.Body);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(notice.ContentType);
        using var request = new HttpRequestMessage(HttpMethod.Post, notice.PathAndQuery) { Content = content };
        foreach (var (name, value) in notice.Headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }
        using var response = await provider.SendAsync(request, TestContext.Current.CancellationToken);
        return (
            (int)response.StatusCode,
            await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)
        );
    }
}
