using System.CommandLine;
using Enrollment.Access;
using Enrollment.Api.Access;
using Enrollment.Applications;
using Enrollment.Materials;
using Command = System.CommandLine.Command;

namespace Enrollment.Server.Commands;

/// <summary><c>staff add</c>: an account whose password is read from standard input.</summary>
internal static class StaffCommand
{
    public static Command Build()
    {
        var userName = new Option<string>("--user")
        {
            Description = "User name.",
            HelpName = "USER",
            Required = true,
        };
        var name = new Option<string>("--name")
        {
            Description = "The name that candidates' timelines and receipts show.",
            HelpName = "NAME",
            Required = true,
        };
        var roles = new Option<string[]>("--role")
        {
            Description = "reviewer, desk or admin; may be given more than once.",
            HelpName = "ROLE",
            Required = true,
        };
        roles.AcceptOnlyFromAmong([.. Enum.GetValues<Role>().Select(WireName.Of)]);
        var data = StoreOptions.Data();
        var keys = StoreOptions.Keys();
        var (kind, connection) = (StoreOptions.Store(), StoreOptions.Connection());
        var add = new Command("add", "Add a staff account; the password is read from standard input.")
        {
            userName,
            name,
            roles,
            data,
            keys,
            kind,
            connection,
        };
        StoreOptions.Validate(add, kind, connection);
        add.SetAction(
            (parsed, cancellationToken) =>
                AddAsync(
                    StoreOptions.PlaceOf(parsed, data, keys, connection),
                    new StaffAccount
                    {
                        Id = Guid.NewGuid().ToString("N"),
                        UserName = StaffPasswords.Normalised(parsed.GetRequiredValue(userName)),
                        Name = parsed.GetRequiredValue(name).Trim(),
                        Roles = [.. parsed.GetRequiredValue(roles).Select(RoleOf)],
                    },
                    cancellationToken
                )
        );
        return new Command("staff", "The staff's accounts.") { add };
    }

    private static async Task<int> AddAsync(StorePlace place, StaffAccount account, CancellationToken cancellationToken)
    {
        if (!Console.IsInputRedirected)
        {
            await Console.Error.WriteAsync("Password: ");
        }
        var password = Console.ReadLine() ?? "";
        if (!StaffPasswords.IsAllowed(password))
        {
            await Console.Error.WriteLineAsync(
                $"A password has {StaffPasswords.MinLength} to {StaffPasswords.MaxLength} characters."
            );
            return ExitCode.BadUsage;
        }
        return await StoreOptions.WithStoreAsync(
            place,
            async store =>
            {
                var passwords = new StaffPasswords(store.Staff, new ServerClock(TimeProvider.System));
                var withPassword = account with { PasswordHash = passwords.Hash(account, password) };
                if (await store.Staff.SaveAsync(withPassword, cancellationToken))
                {
                    return 0;
                }
                await Console.Error.WriteLineAsync($"There is an account {account.UserName} already.");
                return ExitCode.CheckFailed;
            },
            cancellationToken
        );
    }

    private static Role RoleOf(string wireName) => Enum.GetValues<Role>().Single(role => WireName.Of(role) == wireName);
}
