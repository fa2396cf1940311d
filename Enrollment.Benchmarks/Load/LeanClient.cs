using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Enrollment.Benchmarks.Load;

/// <summary>
/// One connection that sends requests written beforehand and reads the answers no further than to their end: on the
/// server's own cores, what a client costs is taken from what is measured.
/// </summary>
internal sealed class LeanClient : IDisposable
{
    private static readonly byte[] EndOfHead = "\r\n\r\n"u8.ToArray();
    private static readonly byte[] EndOfChunks = "0\r\n\r\n"u8.ToArray();

    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] _buffer = new byte[64 * 1024];

    public static async Task<LeanClient> ConnectAsync(Uri server)
    {
        var client = new LeanClient();
        await client._socket.ConnectAsync(IPAddress.Loopback, server.Port);
        return client;
    }

    /// <summary>The bytes of a request without a body, or with one of JSON.</summary>
    public static byte[] Request(string method, string path, Uri server, string? cookie = null, string? json = null) =>
        Encoding.ASCII.GetBytes(
            $"{method} {path} HTTP/1.1\r\nHost: {server.Authority}\r\nOrigin: {server.GetLeftPart(UriPartial.Authority)}\r\n"
                + (cookie is null ? "" : $"Cookie: {cookie}\r\n")
                + (
                    json is null
                        ? "\r\n"
                        : $"Content-Type: application/json\r\nContent-Length: {json.Length}\r\n\r\n{json}"
                )
        );

    /// <exception cref="InvalidOperationException">The answer does not say 200.</exception>
    public async Task SendAsync(byte[] request)
    {
        await _socket.SendAsync(request);
        var length = 0;
        do
        {
            var received = await _socket.ReceiveAsync(_buffer.AsMemory(length));
            length += received > 0 ? received : throw new InvalidOperationException("The server hung up.");
        } while (!IsWhole(_buffer.AsSpan(0, length)));
        if (!_buffer.AsSpan().StartsWith("HTTP/1.1 200 "u8))
        {
            throw new InvalidOperationException(Encoding.UTF8.GetString(_buffer, 0, length));
        }
    }

    public void Dispose() => _socket.Dispose();

    private static bool IsWhole(ReadOnlySpan<byte> answer)
    {
        var head = answer.IndexOf(EndOfHead);
        if (head < 0)
        {
            return false;
        }
        var field = answer[..head].IndexOf("Content-Length: "u8);
        if (field < 0)
        {
            return answer.EndsWith(EndOfChunks);
        }
        var digits = answer[(field + "Content-Length: ".Length)..];
        return answer.Length - head - EndOfHead.Length
            == int.Parse(digits[..digits.IndexOf((byte)'\r')], System.Globalization.CultureInfo.InvariantCulture);
    }
}
