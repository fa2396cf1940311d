using Enrollment.Tests.Server;
using Enrollment.Tests.Stores;

namespace Enrollment.Tests.Azure;

/// <summary>The command line on a storage account (DESIGN §8): who may enter, whether it is whole, another master key.</summary>
public sealed class AzureCommandsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("enrollment-command-").FullName;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Staff_are_added_the_store_is_verified_and_its_keys_are_wrapped_anew()
    {
        string[] add = ["staff", "add", "--user", "shenhe", "--name", "审核员", "--role", "reviewer"];
        Assert.Equal(0, await RunAsync(add, "keys", "long-enough-password"));
        Assert.Equal(1, await RunAsync(add, "keys", "long-enough-password"));
        Assert.Equal(0, await RunAsync(["verify"], "keys"));
        // Another store's keys.
        Assert.Equal(1, await RunAsync(["verify"], "other-keys"));

        string[] keys = ["--keys", Path.Combine(_folder, "keys")];
        Assert.Equal(0, await ExitOfAsync(["master-key", "rotate", "--store", "azure", .. keys]));
        string[] rewrap = ["master-key", "rewrap", "--connection", await Azurite.ConnectionAsync(), .. keys];
        Assert.Equal(0, await ExitOfAsync(rewrap));
        Assert.Equal(0, await RunAsync(["verify"], "keys"));
    }

    [Theory]
    [InlineData("verify", "--store", "azure")]
    [InlineData("verify", "--connection", "somewhere")]
    [InlineData("master-key", "rewrap")]
    public async Task A_connection_goes_with_azure_and_azure_with_a_connection(params string[] arguments) =>
        Assert.Equal(2, await ExitOfAsync(arguments));

    private async Task<int> RunAsync(string[] command, string keys, string input = "") =>
        await ExitOfAsync(
            [
                .. command,
                "--store",
                "azure",
                "--connection",
                await Azurite.ConnectionAsync(),
                "--keys",
                Path.Combine(_folder, keys),
            ],
            input
        );

    private static async Task<int> ExitOfAsync(string[] arguments, string input = "") =>
        (await ServerProcess.RunAsync(arguments, Stop, input)).Exit;
}
