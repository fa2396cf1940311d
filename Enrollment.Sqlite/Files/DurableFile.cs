using System.Runtime.InteropServices;
using System.Text;

namespace Enrollment.Sqlite.Files;

/// <summary>Files that are whole or not there, also after a power cut: written beside, synced, renamed, folder synced.</summary>
internal static partial class DurableFile
{
    /// <summary>Begins the name of every file that is not yet whole; no file of ours has such a name.</summary>
    private const string TemporaryPrefix = "~";

    /// <summary>Writes a file, in place of one that is there.</summary>
    public static void Write(string path, ReadOnlySpan<byte> content, UnixFileMode? mode = null) =>
        Write(path, content, mode, temporary => File.Move(temporary, path, overwrite: true));

    /// <summary>Writes a file that must not be there yet.</summary>
    /// <exception cref="IOException">It is there: another process was first.</exception>
    public static void WriteNew(string path, ReadOnlySpan<byte> content, UnixFileMode mode) =>
        Write(path, content, mode, temporary => MoveNew(temporary, path));

    private static void Write(string path, ReadOnlySpan<byte> content, UnixFileMode? mode, Action<string> putInPlace)
    {
        var folder = Path.GetDirectoryName(path)!;
        var temporary = Path.Combine(folder, TemporaryPrefix + Guid.NewGuid().ToString("N"));
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            BufferSize = 0,
            PreallocationSize = content.Length,
        };
        if (mode is not null && !OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = mode;
        }
        try
        {
            using (var stream = new FileStream(temporary, options))
            {
                stream.Write(content);
                stream.Flush(flushToDisk: true);
            }
            putInPlace(temporary);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
        SyncFolder(folder);
    }

    // On Unix, File.Move looks first and renames then, and another may come in between; a link is one step.
    private static void MoveNew(string temporary, string path)
    {
        if (OperatingSystem.IsWindows())
        {
            File.Move(temporary, path);
            return;
        }

        if (Link(temporary, path) != 0)
        {
            throw new IOException($"{path} can't be made (errno {Marshal.GetLastPInvokeError()}).");
        }
        File.Delete(temporary);
    }

    /// <summary>Adds a line; on disk when it returns. It stands apart from one that a power cut left unfinished.</summary>
    public static void AppendLine(string path, string line)
    {
        var isNew = !File.Exists(path);
        using (var stream = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read))
        {
            stream.Write(Encoding.UTF8.GetBytes($"\n{line}\n"));
            stream.Flush(flushToDisk: true);
        }
        if (isNew)
        {
            SyncFolder(Path.GetDirectoryName(path)!);
        }
    }

    /// <summary>Makes a folder, durable under its parent.</summary>
    public static void MakeFolder(string folder) => MakeFolder(folder, () => Directory.CreateDirectory(folder));

    /// <summary>Makes a folder that only its owner may look into; one that is there keeps its rights.</summary>
    public static void MakePrivateFolder(string folder) =>
        MakeFolder(
            folder,
            () =>
            {
                if (OperatingSystem.IsWindows())
                {
                    Directory.CreateDirectory(folder);
                }
                else
                {
                    Directory.CreateDirectory(
                        folder,
                        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
                    );
                }
            }
        );

    private static void MakeFolder(string folder, Action make)
    {
        if (!Directory.Exists(folder))
        {
            make();
            SyncFolder(Path.GetDirectoryName(folder)!);
        }
    }

    public static bool IsWhole(string path) =>
        !Path.GetFileName(path).StartsWith(TemporaryPrefix, StringComparison.Ordinal);

    /// <summary>Another name for a file that is never changed; a copy where the disk has no links, or it is another disk.</summary>
    public static void LinkOrCopy(string path, string target)
    {
        if (OperatingSystem.IsWindows() || Link(path, target) != 0)
        {
            File.Copy(path, target);
        }
    }

    /// <summary>A renamed or removed file is durable once its folder is synced; Windows has no such call and needs none.</summary>
    public static void SyncFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var descriptor = Open(folder, 0);
        if (descriptor < 0)
        {
            throw new IOException($"The folder can't be opened (errno {Marshal.GetLastPInvokeError()}).");
        }
        var isSynced = Sync(descriptor) == 0;
        var error = Marshal.GetLastPInvokeError();
        _ = Close(descriptor);
        if (!isSynced)
        {
            throw new IOException($"The folder can't be synced (errno {error}).");
        }
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "link", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Link(string path, string target);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Sync(int descriptor);

    [LibraryImport("libc", EntryPoint = "close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Close(int descriptor);
}
