using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Hotline.Web.Staff;

/// <summary>
/// ASP.NET Core Identity's tables, in their own schema. EF Core is used for them alone; their migration is SQL like every other
/// (<c>0100_staff.sql</c>), and a test holds it to this model.
/// </summary>
public sealed class StaffAccountContext(DbContextOptions<StaffAccountContext> options) : IdentityUserContext<StaffAccount, Guid>(options)
{
    public const string Schema = "auth";

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.HasDefaultSchema(Schema);
    }
}
