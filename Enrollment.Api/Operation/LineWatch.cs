using Enrollment.Applications;
using Enrollment.Materials;
using Enrollment.Operation;
using Microsoft.Extensions.DependencyInjection;

namespace Enrollment.Api.Operation;

/// <summary>Notes how each call on a line went. An answer is an answer, whatever it says, unless it is the server's own fault.</summary>
public sealed class LineWatch : DelegatingHandler
{
    private readonly Line _line;
    private readonly Lines _lines;
    private readonly ServerClock _clock;

    private LineWatch(Line line, Lines lines, ServerClock clock) => (_line, _lines, _clock) = (line, lines, clock);

    public static LineWatch Of(Line line, IServiceProvider provider) =>
        new(line, provider.GetRequiredService<Lines>(), provider.GetRequiredService<ServerClock>());

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        var began = Telemetry.Begin();
        var isAnswered = false;
        try
        {
            var response = await base.SendAsync(request, cancellationToken);
            isAnswered = (int)response.StatusCode < 500;
            return response;
        }
        finally
        {
            _lines.Note(_line, isAnswered, _clock.Now);
            Telemetry.Called(WireName.Of(_line), isAnswered ? "answered" : "failed", began);
        }
    }
}
