using System.Text.Encodings.Web;
using System.Text.Unicode;
using Hotline.Web.Staff;
using Microsoft.Extensions.WebEncoders;

namespace Hotline.Web.Console;

/// <summary>The pages of the staff: rendered on the server, without a script.</summary>
public static class ConsoleSetup
{
    public static void AddConsole(this WebApplicationBuilder builder)
    {
        // Without it a build that was not published serves no style sheet outside Development; a published one does not mind.
        builder.WebHost.UseStaticWebAssets();
        builder.Services.AddRazorComponents();
        // Hangul goes out as it is, instead of as numbers.
        builder.Services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        builder.Services.AddSingleton<RequestListStore>();
        builder.Services.AddSingleton<FailedJobStore>();
    }

    /// <summary>After <see cref="StaffSetup.MapStaff"/>.</summary>
    public static void MapConsole(this WebApplication app)
    {
        app.UsePageHeaders();
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorComponents<App>().Add(Policies.Apply);
    }
}
