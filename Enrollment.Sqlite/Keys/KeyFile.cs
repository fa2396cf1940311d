using System.Text;
using Enrollment.Applications;
using Enrollment.Sealing;
using Enrollment.Sqlite.Files;

namespace Enrollment.Sqlite.Keys;

/// <summary>The key ring as a file that only the owner may read, made on the first start.</summary>
internal sealed class KeyFile
{
    private const UnixFileMode OwnersAlone = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly string _path;
    private volatile KeyRing _ring;

    private KeyFile(string path, KeyRing ring) => (_path, _ring) = (path, ring);

    public KeyRing Ring => _ring;

    /// <exception cref="StoreUnavailableException">There is data, but no key to it.</exception>
    public static KeyFile Open(string folder, bool mayCreate)
    {
        var path = Path.Combine(folder, "master.key");
        if (!File.Exists(path))
        {
            if (!mayCreate)
            {
                throw new StoreUnavailableException(
                    StoreFault.Keys,
                    $"The data folder has data, but its key file {path} is missing. Without it nothing can be read."
                );
            }
            DurableFile.MakePrivateFolder(folder);
            // Never in place of another's: two first starts at once must not each have a key of their own.
            DurableFile.WriteNew(path, Written(KeyRing.New()), OwnersAlone);
        }
        return new KeyFile(path, Read(path));
    }

    /// <summary>Unwraps a data key; reads the file again when another process has rotated the master key.</summary>
    public DataKey Unwrap(byte[] wrapped, ApplicationId application)
    {
        if (!_ring.CanUnwrap(wrapped))
        {
            _ring = Read(_path);
        }
        return _ring.Unwrap(wrapped, application);
    }

    /// <summary>Puts a new master key in force; on disk before anything is wrapped by it.</summary>
    public void Rotate()
    {
        var rotated = Read(_path).Rotated();
        DurableFile.Write(_path, Written(rotated), OwnersAlone);
        _ring = rotated;
    }

    private static KeyRing Read(string path)
    {
        try
        {
            return KeyRing.Parse(File.ReadAllText(path));
        }
        catch (FormatException e)
        {
            throw new StoreUnavailableException(StoreFault.Keys, $"The key file {path} is not one: {e.Message}", e);
        }
    }

    private static byte[] Written(KeyRing ring) => Encoding.UTF8.GetBytes(ring.ToText());
}
