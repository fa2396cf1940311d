using Enrollment.Access;

namespace Enrollment.Tests.Stores;

public abstract class StaffStoreContract : StoreContract
{
    private static readonly StaffAccount Account = new()
    {
        Id = "s1",
        UserName = "zhao",
        Name = "赵审核",
        Roles = [Role.Reviewer, Role.Desk],
        PasswordHash = "hash",
    };

    [Fact]
    public async Task An_account_is_found_by_id_and_by_user_name_in_any_case()
    {
        Assert.True(await Store.Staff.SaveAsync(Account, Stop));

        Assert.Equal(Account, await Store.Staff.FindAsync("s1", Stop));
        Assert.Equal(Account, await Store.Staff.FindByUserNameAsync("zhao", Stop));
        Assert.Equal(Account, await Store.Staff.FindByUserNameAsync("ZHAO", Stop));
        Assert.Null(await Store.Staff.FindAsync("s2", Stop));
        Assert.Null(await Store.Staff.FindByUserNameAsync("qian", Stop));
    }

    [Fact]
    public async Task Saving_again_replaces_the_account()
    {
        var changed = Account with { UserName = "zhao2", FailedTries = 5, LockedUntil = Now, IsDisabled = true };
        await Store.Staff.SaveAsync(Account, Stop);

        Assert.True(await Store.Staff.SaveAsync(changed, Stop));

        await Store.ReopenAsync();
        Assert.Equal([changed], await Store.Staff.AllAsync(Stop));
        Assert.Null(await Store.Staff.FindByUserNameAsync("zhao", Stop));
    }

    [Fact]
    public async Task A_user_name_belongs_to_one()
    {
        await Store.Staff.SaveAsync(Account, Stop);

        Assert.False(await Store.Staff.SaveAsync(Account with { Id = "s2", Name = "钱" }, Stop));

        Assert.Equal([Account], await Store.Staff.AllAsync(Stop));
    }
}
