using System.Security.Cryptography;
using System.Text;
using Enrollment.Tests.Stores;

namespace Enrollment.Tests.Http;

/// <summary>
/// The store under the HTTP suite: SQLite, or with <c>ENROLLMENT_TEST_STORE=azure</c> Azurite. <c>./test</c> runs the
/// suite once on each.
/// </summary>
internal static class HttpStore
{
    private static readonly bool IsAzure = Environment.GetEnvironmentVariable("ENROLLMENT_TEST_STORE") switch
    {
        null or "" or "sqlite" => false,
        "azure" => true,
        var other => throw new InvalidOperationException($"ENROLLMENT_TEST_STORE is sqlite or azure, not {other}."),
    };

    public static Task<StoreUnderTest> NewAsync() =>
        IsAzure ? AzureStoreUnderTest.NewAsync() : SqliteStoreUnderTest.NewAsync();

    /// <summary>What a host is told so that it keeps its data there; the same folder is the same store again.</summary>
    public static async Task<IReadOnlyList<string>> SettingsAsync(DirectoryInfo folder) =>
        IsAzure
            ?
            [
                "--store=azure",
                $"--connection={await Azurite.ConnectionAsync()}",
                $"--Server:Prefix=t{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(folder.FullName)))[..32]}",
            ]
            : [];
}
