using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Hotline.Web.Staff;

/// <summary>Who somebody is once signed in: id, name and role from <c>staff</c>, and what they still have to do.</summary>
public sealed class StaffPrincipalFactory(
    UserManager<StaffAccount> users, IOptions<IdentityOptions> identity, StaffStore staff, StaffRequirements requirements)
    : UserClaimsPrincipalFactory<StaffAccount>(users, identity)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(StaffAccount user)
    {
        ArgumentNullException.ThrowIfNull(user);
        var claims = await base.GenerateClaimsAsync(user);
        if (await staff.FindAsync(user.Id, CancellationToken.None) is { } member)
        {
            claims.AddClaim(new Claim(ClaimTypes.Role, member.Role));
            claims.AddClaim(new Claim(ClaimTypes.GivenName, member.Name));
            if (requirements.DutyOf(user, member.Role) is { } duty)
            {
                claims.AddClaim(new Claim(Duty.Claim, duty));
            }
        }

        return claims;
    }
}

/// <summary><see cref="StaffOptions"/> with the environment's defaults filled in.</summary>
public sealed class StaffRequirements(IOptions<StaffOptions> options, IHostEnvironment environment)
{
    /// <returns>One of <see cref="Duty"/>'s words, or null when nothing is left to do.</returns>
    public string? DutyOf(StaffAccount account, string role)
    {
        var strict = !environment.IsDevelopment();
        if (account.HasOneTimePassword && (options.Value.RequireOwnPassword ?? strict))
        {
            return Duty.Password;
        }

        return !account.TwoFactorEnabled && Roles.NeedsSecondFactor(role) && (options.Value.RequireSecondFactor ?? strict) ? Duty.SecondFactor : null;
    }
}
