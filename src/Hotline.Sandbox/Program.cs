using Hotline.Sandbox;
using Hotline.Sandbox.SpeechServer;

var builder = WebApplication.CreateBuilder(args);
builder.WebHost.UseUrls(SandboxAddress.From(builder.Configuration));
#pragma warning disable RS0030 // The composition root names the one real clock.
builder.Services.AddSingleton(TimeProvider.System);
#pragma warning restore RS0030
builder.Services.AddSandbox(builder.Configuration);

var app = builder.Build();
app.UseDefaultFiles();
app.UseStaticFiles();
app.MapSandbox();
app.RegisterSpokenSamples();
await app.RunAsync();
