using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Hotline.Web.Staff;

/// <summary>Sign-in with ASP.NET Core Identity, and who may do what.</summary>
public static class StaffSetup
{
    public static void AddStaff(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<StaffOptions>().BindConfiguration("Staff");
        services.AddSingleton<StaffRequirements>();
        services.AddSingleton<ContactSeal>();
        services.AddSingleton<StaffStore>();
        services.AddSingleton<DutyBoard>();
        services.AddScoped<StaffEnrollment>();
        // A connection and not the data source: EF Core builds its services anew for each data source it is given.
        services.AddDbContext<StaffAccountContext>((provider, options) =>
            options.UseNpgsql(provider.GetRequiredService<NpgsqlDataSource>().CreateConnection(), contextOwnsConnection: true));
        AddIdentity(services);
        services.AddHttpContextAccessor();
        Policies.AddTo(services.AddAuthorizationBuilder());
    }

    /// <summary>Authentication, duties and authorization; before any page of the console.</summary>
    public static void MapStaff(this WebApplication app)
    {
        app.UseRelativeRedirects();
        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        app.Use(KeepBareForMachines);
        // TLS ends before us and requests arrive as http: what decides is what the browser speaks. Antiforgery refuses to be told
        // "always" on such a request, so the mark is set on every cookie here.
        app.UseCookiePolicy(new CookiePolicyOptions { Secure = CookieSecurePolicy.Always, MinimumSameSitePolicy = SameSiteMode.Strict });
        app.UseAuthentication();
        app.UseDuties();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.MapPost(Duty.SignOutPath, SignOutAsync).RequireAuthorization(Policies.Self).ExcludeFromDescription();
    }

    private static void AddIdentity(IServiceCollection services)
    {
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.AddIdentityCore<StaffAccount>(options =>
            {
                options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
                options.User.RequireUniqueEmail = true;
                // Length is what counts; rules about kinds of characters only make passwords alike (NIST SP 800-63B §3.1.1.2).
                options.Password = new PasswordOptions
                {
                    RequiredLength = 12,
                    RequireDigit = false,
                    RequireLowercase = false,
                    RequireUppercase = false,
                    RequireNonAlphanumeric = false,
                };
                options.Lockout = new LockoutOptions { MaxFailedAccessAttempts = 5, DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15) };
            })
            .AddEntityFrameworkStores<StaffAccountContext>()
            .AddSignInManager()
            .AddClaimsPrincipalFactory<StaffPrincipalFactory>()
            .AddDefaultTokenProviders();
        services.AddAntiforgery(options => options.Cookie.Name = "hotline.form");
        services.Configure<SecurityStampValidatorOptions>(options => options.ValidationInterval = TimeSpan.FromMinutes(1));
        services.ConfigureApplicationCookie(options =>
        {
            options.Cookie.Name = "hotline.staff";
            options.Cookie.SecurePolicy = CookieSecurePolicy.Always;
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.HttpOnly = true;
            options.LoginPath = "/sign-in";
            options.AccessDeniedPath = "/denied";
            options.ReturnUrlParameter = "returnUrl";
            // One shift; every use renews it.
            options.ExpireTimeSpan = TimeSpan.FromHours(9);
            options.SlidingExpiration = true;
        });
    }

    // What a machine asks for keeps its bare status code, above all the carrier's webhooks.
    private static Task KeepBareForMachines(HttpContext context, RequestDelegate next)
    {
        var isPageView = HttpMethods.IsGet(context.Request.Method) && context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal);
        if (context.Features.Get<IStatusCodePagesFeature>() is { } pages)
            pages.Enabled = isPageView;
        return next(context);
    }

    private static async Task<IResult> SignOutAsync(HttpContext context, IAntiforgery antiforgery, SignInManager<StaffAccount> signIn)
    {
        if (!await antiforgery.IsRequestValidAsync(context))
        {
            return Results.BadRequest();
        }

        await signIn.SignOutAsync();
        return Results.LocalRedirect("/sign-in");
    }
}
