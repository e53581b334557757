using System.Reflection;
using System.Runtime.Versioning;

[assembly: SupportedOSPlatform("linux")]

namespace Hotline.Browser.Tests.Running;

/// <summary>Where the build put the programs, and where results go; written into this assembly by its project file.</summary>
internal static class Places
{
    public static string HotlineProgram => Named("Hotline.Web");

    public static string SandboxProgram => Named("Hotline.Sandbox");

    /// <summary>A file for people to look at; replaced by every run and never committed.</summary>
    public static string Screenshot(string name) => Path.Combine(Directory.CreateDirectory(Path.Combine(Named("TestResults"), "screenshots")).FullName, name + ".png");

    private static string Named(string key) =>
        typeof(Places).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(found => string.Equals(found.Key, key, StringComparison.Ordinal)).Value!;
}
