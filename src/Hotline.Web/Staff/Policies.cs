using Hotline.Web.Console;
using Microsoft.AspNetCore.Authorization;

namespace Hotline.Web.Staff;

/// <summary>
/// Who may do what, and which page asks for which. Every page of the console has its row in <see cref="OfPages"/>; a page without one
/// stops the start. An endpoint that names no policy asks for a signed-in person.
/// </summary>
public static class Policies
{
    /// <summary>Anybody of the centre: sees that requests exist, without personal data.</summary>
    public const string Staff = "staff";

    /// <summary>Sees work that failed.</summary>
    public const string Operations = "operations";

    /// <summary>Runs the service: the job dashboard, accounts.</summary>
    public const string Admin = "admin";

    /// <summary>No sign-in.</summary>
    public const string Anyone = "anyone";

    /// <summary>A signed-in person, whatever their role: their own account.</summary>
    public const string Self = "self";

    public static IReadOnlyDictionary<Type, string> OfPages { get; } = new Dictionary<Type, string>
    {
        [typeof(SignInPage)] = Anyone,
        [typeof(SignInCodePage)] = Anyone,
        [typeof(DeniedPage)] = Anyone,
        [typeof(NotFoundPage)] = Anyone,
        [typeof(PasswordPage)] = Self,
        [typeof(SecondFactorPage)] = Self,
        [typeof(RequestListPage)] = Staff,
        [typeof(FailedJobsPage)] = Operations,
    };

    public static void AddTo(AuthorizationBuilder authorization)
    {
        var signedIn = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build();
        authorization
            .SetFallbackPolicy(signedIn)
            .AddPolicy(Self, signedIn)
            .AddPolicy(Staff, policy => policy.RequireRole(Roles.All))
            .AddPolicy(Operations, policy => policy.RequireRole(Roles.Supervisor, Roles.Admin))
            .AddPolicy(Admin, policy => policy.RequireRole(Roles.Admin));
    }

    /// <summary>Gives an endpoint of a page its policy.</summary>
    public static void Apply(EndpointBuilder endpoint)
    {
        if (endpoint.Metadata.OfType<Microsoft.AspNetCore.Components.Endpoints.ComponentTypeMetadata>().FirstOrDefault() is not { } page)
        {
            return;
        }

        if (!OfPages.TryGetValue(page.Type, out var policy))
        {
            throw new InvalidOperationException($"{page.Type.Name} has no policy: give it a row in Policies.OfPages.");
        }

        endpoint.Metadata.Add(policy is Anyone ? new AllowAnonymousAttribute() : new AuthorizeAttribute(policy));
    }
}
