using Microsoft.AspNetCore.Identity;

namespace Hotline.Web.Staff;

/// <summary>What a person signs in with. Who they are, their role and how they are reached is the row of <c>staff</c> with the same id.</summary>
public sealed class StaffAccount : IdentityUser<Guid>
{
    /// <summary>True while the password is the one-time password that an operator handed over.</summary>
    public bool HasOneTimePassword { get; set; }
}
