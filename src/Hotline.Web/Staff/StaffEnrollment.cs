using Hotline.Web.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Hotline.Web.Staff;

/// <summary>Makes a person known: what they sign in with and who they are, both or neither.</summary>
public sealed class StaffEnrollment(StaffAccountContext accounts, UserManager<StaffAccount> users, StaffStore store, IIdSource ids, TimeProvider time)
{
    public async Task<EnrollmentOutcome> AddAsync(NewStaff staff, CancellationToken cancellation)
    {
        if (NewStaffRules.FirstFault(staff) is { } fault)
        {
            return new EnrollmentOutcome.Refused(fault);
        }

        var password = OneTimePassword.New();
        await using var transaction = await accounts.Database.BeginTransactionAsync(cancellation);
        var email = staff.Email!.ToLowerInvariant();
        var account = new StaffAccount { Id = ids.NewId(), UserName = email, Email = email, EmailConfirmed = true, HasOneTimePassword = true };
        var created = await users.CreateAsync(account, password);
        if (!created.Succeeded)
        {
            return new EnrollmentOutcome.Refused(Sentence(created));
        }

        await store.AddAsync(Member(staff, account), (NpgsqlConnection)accounts.Database.GetDbConnection(), (NpgsqlTransaction)transaction.GetDbTransaction());
        await transaction.CommitAsync(cancellation);
        return new EnrollmentOutcome.Enrolled(account.Id, email, password);
    }

    // Offline until they say otherwise: nobody is rung by being typed in.
    private StaffMember Member(NewStaff staff, StaffAccount account)
    {
        var now = time.GetUtcNow();
        return new StaffMember(
            account.Id,
            account.Email!,
            staff.Name!.Trim(),
            staff.Role!,
            staff.Contact,
            staff.LanguageList,
            staff.Gender,
            staff.SkillList,
            StaffStatus.Offline,
            now,
            now);
    }

    private static string Sentence(IdentityResult result) =>
        result.Errors.Any(error => error.Code is nameof(IdentityErrorDescriber.DuplicateUserName) or nameof(IdentityErrorDescriber.DuplicateEmail))
            ? "There is already a member of staff with that e-mail address."
            : string.Join(' ', result.Errors.Select(error => error.Description));
}

/// <summary>What became of it.</summary>
public abstract record EnrollmentOutcome
{
    private EnrollmentOutcome()
    {
    }

    /// <summary>The password is to be handed over and replaced at the first sign-in; it is kept nowhere.</summary>
    public sealed record Enrolled(Guid Id, string Email, string Password) : EnrollmentOutcome
    {
        public override string ToString() => $"{nameof(Enrolled)} {Id}";
    }

    /// <param name="Sentence">What was wrong and what would be right.</param>
    public sealed record Refused(string Sentence) : EnrollmentOutcome;
}
