namespace Hotline.CallFlow.Tests;

public sealed class ConventionTests
{
    [Fact]
    public void The_call_flow_references_nothing_but_the_framework()
    {
        var references = typeof(Flow).Assembly.GetReferencedAssemblies().Select(assembly => assembly.Name!);

        Assert.All(references, name => Assert.True(name.StartsWith("System.", StringComparison.Ordinal) || name is "System" or "netstandard", name));
    }
}
