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
        var path = Path.Combine(folder, "master.key");
        if (!File.Exists(path))
        {
            PrivateFile.Place(KeyRing.New().ToText(), path, overwrite: false);
        }
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
