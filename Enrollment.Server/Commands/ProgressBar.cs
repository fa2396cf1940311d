namespace Enrollment.Server.Commands;

/// <summary>
/// How far a command has come, on one line of standard error; nothing where that is no terminal, or for one step.
/// </summary>
internal sealed class ProgressBar(int steps) : IDisposable
{
    private const int Width = 30;
    private static readonly bool IsTerminal = !Console.IsErrorRedirected;

    private readonly Lock _lock = new();
    private int _done;
    private bool _isShown;

    /// <summary>One step further; from any thread.</summary>
    public void Step()
    {
        lock (_lock)
        {
            _done++;
            if (IsTerminal && steps > 1)
            {
                var filled = Width * _done / steps;
                Console.Error.Write($"\r[{new string('#', filled)}{new string('.', Width - filled)}] {_done}/{steps}");
                _isShown = true;
            }
        }
    }

    /// <summary>Makes room for a line of output.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            if (_isShown)
            {
                Console.Error.Write("\r\u001b[K");
                _isShown = false;
            }
        }
    }

    public void Dispose() => Clear();
}
