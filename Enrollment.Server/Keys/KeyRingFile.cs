using Enrollment.Applications;
using Enrollment.Sealing;

namespace Enrollment.Server.Keys;

/// <summary>
/// The key ring of a store on Azure, where this host serves it: a file like SQLite's, made on the first start. A store
/// that was begun with other keys refuses them.
/// </summary>
internal static class KeyRingFile
{
    /// <exception cref="StoreUnavailableException">The file is not one.</exception>
    public static KeyRing Open(string folder)
    {
        var path = PathIn(folder);
        if (!File.Exists(path))
        {
            PrivateFile.Place(KeyRing.New().ToText(), path, overwrite: false);
        }
        return Read(path);
    }

    /// <summary>A new master key is in force; those before it go on unwrapping what they wrapped.</summary>
    /// <exception cref="StoreUnavailableException">There is no such file, or it is not one.</exception>
    public static KeyRing Rotate(string folder)
    {
        var path = PathIn(folder);
        if (!File.Exists(path))
        {
            throw new StoreUnavailableException(StoreFault.Keys, $"There is no key file {path}.");
        }
        var rotated = Read(path).Rotated();
        PrivateFile.Place(rotated.ToText(), path, overwrite: true);
        return rotated;
    }

    private static string PathIn(string folder) => Path.Combine(folder, "master.key");

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
}
