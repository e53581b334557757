using System.Collections.Immutable;
using Hotline.CallFlow;
using Hotline.CallFlow.Exploration;

namespace Hotline.Web.Commands;

/// <summary>The worlds that this installation can be in: those of every line, and its own hours, now and after the next opening or closing.</summary>
internal static class DeployedLine
{
    public static ImmutableArray<Circumstance> Circumstances(LineFacts line)
    {
        var here = line with { CounselorsOnDuty = true };
        var state = line.Hours.At(line.Now);
        var (now, later) = state.IsOpen ? ("open", "closed") : ("closed", "open");
        return
        [
            .. Circumstance.All(line),
            new($"here, {now}", here),
            .. (state.IsOpen ? state.ClosesAt : state.NextOpen) is { } change ? [new Circumstance($"here, {later}", here with { Now = change })] : ImmutableArray<Circumstance>.Empty,
        ];
    }
}
