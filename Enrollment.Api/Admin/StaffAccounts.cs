using System.Security.Cryptography;
using Enrollment.Access;
using Enrollment.Api.Access;
using Enrollment.Api.Problems;
using Enrollment.Api.Staff;
using Enrollment.Applications;
using Enrollment.Collections;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Enrollment.Api.Admin;

/// <summary>The staff's own accounts (DESIGN §6). Passwords are made here, shown once, and kept as hashes.</summary>
internal static class StaffAccounts
{
    /// <summary>No characters that are mistaken for one another when read out.</summary>
    private const string PasswordCharacters = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private const int PasswordLength = 16;

    public static void MapStaffAccounts(this IEndpointRouteBuilder admin)
    {
        var group = admin.MapGroup("/staff");
        group.MapGet("", ListAsync).WithName("AdminStaff");
        group.MapPost("", CreateAsync).WithName("AdminCreateStaff");
        group.MapPut("/{id}", ChangeAsync).WithName("AdminChangeStaff");
        group.MapPost("/{id}/password", ResetPasswordAsync).WithName("AdminResetPassword");
    }

    private static async Task<Ok<ValueList<StaffAnswer>>> ListAsync(
        IStaffStore store,
        ServerClock clock,
        CancellationToken cancellationToken
    ) =>
        TypedResults.Ok(
            (await store.AllAsync(cancellationToken))
                .OrderBy(account => account.UserName, StringComparer.Ordinal)
                .Select(account => StaffAnswer.Of(account, clock.Now))
                .ToValueList()
        );

    private static async Task<Results<Created<NewPasswordAnswer>, ProblemHttpResult>> CreateAsync(
        NewStaffRequest body,
        IStaffStore store,
        StaffPasswords passwords,
        IJournal journal,
        [AsParameters] StaffCommands staff
    )
    {
        var account = new StaffAccount
        {
            Id = Guid.NewGuid().ToString("N"),
            UserName = StaffPasswords.Normalised(body.UserName),
            Name = body.Name.Trim(),
            Roles = [.. body.Roles.Distinct()],
        };
        if (account.UserName.Length is 0 or > 50)
        {
            return Problem.BadValue("userName", Length.In(staff.Language), staff.Language);
        }
        if (Fault(account) is var (path, fault))
        {
            return Problem.BadValue(path, fault.In(staff.Language), staff.Language);
        }
        var password = NewPassword();
        account = account with { PasswordHash = passwords.Hash(account, password) };
        await journal.NoteAsync(staff, JournalAct.StaffAccountChanged, account.UserName, "created");
        return await store.SaveAsync(account, staff.Aborted)
            ? TypedResults.Created(
                $"/api/admin/staff/{account.Id}",
                new NewPasswordAnswer(StaffAnswer.Of(account, staff.Clock.Now), password)
            )
            : Problem.Of(ProblemCode.UserNameTaken, staff.Language);
    }

    /// <summary>Name, roles, and whether the account may be used. Their sessions end, so that the change holds at once.</summary>
    private static async Task<Results<Ok<StaffAnswer>, NotFound, ProblemHttpResult>> ChangeAsync(
        string id,
        StaffChangeRequest body,
        IStaffStore store,
        ISessionStore sessions,
        IJournal journal,
        [AsParameters] StaffCommands staff
    )
    {
        if (await store.FindAsync(id, staff.Aborted) is not { } before)
        {
            return TypedResults.NotFound();
        }
        var after = before with
        {
            Name = body.Name.Trim(),
            Roles = [.. body.Roles.Distinct()],
            IsDisabled = body.IsDisabled,
        };
        if (Fault(after) is var (path, fault))
        {
            return Problem.BadValue(path, fault.In(staff.Language), staff.Language);
        }
        if (id == staff.By.Id && !IsAdministrator(after))
        {
            return Problem.BadValue("roles", NotOneself.In(staff.Language), staff.Language);
        }
        var detail = $"{string.Join('+', after.Roles)}{(after.IsDisabled ? ", disabled" : "")}";
        await journal.NoteAsync(staff, JournalAct.StaffAccountChanged, after.UserName, detail);
        await store.SaveAsync(after, staff.Aborted);
        if (after.Roles != before.Roles || after.IsDisabled)
        {
            await sessions.EndSessionsOfAsync(Session.SubjectOfStaff(id), staff.Aborted);
        }
        return TypedResults.Ok(StaffAnswer.Of(after, staff.Clock.Now));
    }

    private static async Task<Results<Ok<NewPasswordAnswer>, NotFound>> ResetPasswordAsync(
        string id,
        IStaffStore store,
        ISessionStore sessions,
        StaffPasswords passwords,
        IJournal journal,
        [AsParameters] StaffCommands staff
    )
    {
        if (await store.FindAsync(id, staff.Aborted) is not { } account)
        {
            return TypedResults.NotFound();
        }
        var password = NewPassword();
        account = account with
        {
            PasswordHash = passwords.Hash(account, password),
            FailedTries = 0,
            LockedUntil = null,
        };
        await journal.NoteAsync(staff, JournalAct.StaffAccountChanged, account.UserName, "password reset");
        await store.SaveAsync(account, staff.Aborted);
        await sessions.EndSessionsOfAsync(Session.SubjectOfStaff(id), staff.Aborted);
        return TypedResults.Ok(new NewPasswordAnswer(StaffAnswer.Of(account, staff.Clock.Now), password));
    }

    private static (string Path, Words Fault)? Fault(StaffAccount account) =>
        account.Name.Length is 0 or > 50 ? ("name", Length)
        : account.Roles.Count == 0 ? ("roles", new("至少选择一个角色。", "At least one role is needed."))
        : null;

    /// <summary>Nobody shuts themselves out, so there is always an administrator left.</summary>
    private static bool IsAdministrator(StaffAccount account) =>
        !account.IsDisabled && account.Roles.Contains(Role.Admin);

    private static string NewPassword() => RandomNumberGenerator.GetString(PasswordCharacters, PasswordLength);

    private static readonly Words Length = new("须为1至50个字符。", "1 to 50 characters.");

    private static readonly Words NotOneself = new(
        "不能取消自己的管理员身份。",
        "You can't take the administrator's role from yourself."
    );
}

public sealed record NewStaffRequest(string UserName, string Name, ValueList<Role> Roles);

public sealed record StaffChangeRequest(string Name, ValueList<Role> Roles, bool IsDisabled);

/// <summary>A staff account without its secrets.</summary>
public sealed record StaffAnswer(
    string Id,
    string UserName,
    string Name,
    ValueList<Role> Roles,
    bool IsDisabled,
    bool IsLocked
)
{
    internal static StaffAnswer Of(StaffAccount account, DateTimeOffset now) =>
        new(account.Id, account.UserName, account.Name, account.Roles, account.IsDisabled, account.LockedUntil > now);
}

/// <param name="Password">Shown once.</param>
public sealed record NewPasswordAnswer(StaffAnswer Account, string Password);
