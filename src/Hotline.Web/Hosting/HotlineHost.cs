using Hotline.CaseBackend;
using Hotline.Speech;
using Hotline.Twilio.Rest;
using Hotline.Web.Agencies;
using Hotline.Web.Callbacks;
using Hotline.Web.Calls;
using Hotline.Web.Cases;
using Hotline.Web.Commands;
using Hotline.Web.Console;
using Hotline.Web.FollowUps;
using Hotline.Web.Jobs;
using Hotline.Web.Postgres;
using Hotline.Web.Prompts;
using Hotline.Web.Queue;
using Hotline.Web.Recordings;
using Hotline.Web.Schedule;
using Hotline.Web.Sealing;
using Hotline.Web.Staff;
using Hotline.Web.Voice;
using Microsoft.Extensions.Options;

namespace Hotline.Web.Hosting;

/// <summary>Puts the service together: what it consists of, and what it answers.</summary>
public static class HotlineHost
{
    /// <returns>The exit code: 0 done, 1 a setting keeps the service from starting, 2 a command was given wrong input.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            return await HotlineCommand.InvokeAsync(args);
        }
        catch (Exception exception) when (StartFaults.Describe(exception) is { } faults)
        {
            await System.Console.Error.WriteLineAsync(faults);
            return 1;
        }
    }

    public static WebApplicationBuilder CreateBuilder(string[] args)
    {
        // Named after this assembly and not after whatever started it: its static files and settings are found by that name.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ApplicationName = typeof(HotlineHost).Assembly.GetName().Name });
        builder.Configuration.AddKeyPerFile("/run/secrets", optional: true);
        builder.AddHosting();
        builder.Services.AddPostgres();
        builder.AddSealing();
        builder.AddJobs();
        builder.Services.AddTwilio(builder.Configuration);
        builder.Services.AddSpeech(builder.Configuration);
        builder.Services.AddCaseBackend(builder.Configuration);
        builder.AddPrompts();
        builder.AddSchedule();
        builder.Services.AddAgencies();
        builder.Services.AddCalls();
        builder.Services.AddCallbacks();
        builder.Services.AddQueue();
        builder.Services.AddRecordings();
        builder.Services.AddCases();
        builder.Services.AddFollowUps();
        builder.AddVoice();
        builder.AddStaff();
        builder.AddConsole();
        return builder;
    }

    public static WebApplication Build(WebApplicationBuilder builder)
    {
        var app = builder.Build();
        // Before any part reads a setting: whoever mends one fault should learn of all of them.
        app.Services.GetRequiredService<IStartupValidator>().Validate();
        app.MapHealth();
        app.MapDevelopmentClock();
        if (app.Services.GetRequiredService<IOptions<HotlineOptions>>().Value.IsWeb)
            MapWeb(app);
        else
            app.MapNothingElse();
        return app;
    }

    private static void MapWeb(WebApplication app)
    {
        app.MapVoice();
        app.MapQueue();
        app.MapPrompts();
        app.MapStaff();
        app.MapJobs();
        app.MapConsole();
    }
}
