using Enrollment.Access;
using Enrollment.Api.Access;
using Enrollment.Collections;

namespace Enrollment.Server.Simulation;

/// <summary>One staff account of each role, for the simulation and the demo.</summary>
internal sealed record StaffOf(string UserName, string Name, string Password, ValueList<Role> Roles)
{
    public static StaffOf Administrator { get; } = new("guanli", "管理员", "demo-guanli-2026", [Role.Admin]);

    public static StaffOf Reviewer { get; } = new("shenhe", "审核员", "demo-shenhe-2026", [Role.Reviewer]);

    public static StaffOf Clerk { get; } = new("xianchang", "现场工作人员", "demo-xianchang-2026", [Role.Desk]);

    public static ValueList<StaffOf> All { get; } = [Administrator, Reviewer, Clerk];

    public async Task AddAsync(IStaffStore store, StaffPasswords passwords)
    {
        var account = new StaffAccount
        {
            Id = UserName,
            UserName = UserName,
            Name = Name,
            Roles = Roles,
        };
        await store.SaveAsync(
            account with
            {
                PasswordHash = passwords.Hash(account, Password),
            },
            CancellationToken.None
        );
    }
}
