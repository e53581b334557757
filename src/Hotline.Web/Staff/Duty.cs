using System.Security.Claims;

namespace Hotline.Web.Staff;

/// <summary>
/// What a person has to do before anything else opens to them: choose their own password, enrol a second factor. The claim is
/// written at sign-in and again when the duty is done.
/// </summary>
public static class Duty
{
    public const string Claim = "hotline:duty";
    public const string Password = "password";
    public const string SecondFactor = "second-factor";

    public const string PasswordPath = "/account/password";
    public const string SecondFactorPath = "/account/second-factor";
    public const string SignOutPath = "/sign-out";

    /// <summary>Sends a signed-in person to their duty wherever they go. Runs after authentication.</summary>
    public static IApplicationBuilder UseDuties(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (PathOf(context.User) is not { } page || IsOpen(context, page))
        {
            return next(context);
        }

        context.Response.Redirect(page);
        return Task.CompletedTask;
    });

    private static string? PathOf(ClaimsPrincipal person) => person.FindFirstValue(Claim) switch
    {
        Password => PasswordPath,
        SecondFactor => SecondFactorPath,
        _ => null,
    };

    // Endpoints that need no sign-in (style sheets, health, voice) are nobody's to withhold.
    private static bool IsOpen(HttpContext context, string page) =>
        context.Request.Path == page
        || context.Request.Path == SignOutPath
        || context.GetEndpoint()?.Metadata.GetMetadata<Microsoft.AspNetCore.Authorization.IAllowAnonymous>() is not null;
}
