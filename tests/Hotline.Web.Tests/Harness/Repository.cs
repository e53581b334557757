using System.Runtime.CompilerServices;

namespace Hotline.Web.Tests.Harness;

/// <summary>Where the sources are, for tests that read them.</summary>
public static class Repository
{
    public static string Root { get; } = Find();

    private static string Find([CallerFilePath] string here = "")
    {
        for (var folder = new FileInfo(here).Directory; folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Hotline.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException("The tests are not below Hotline.sln.");
    }
}
