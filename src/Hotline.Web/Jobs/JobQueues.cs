using Hotline.Web.FollowUps;

namespace Hotline.Web.Jobs;

/// <summary>The lanes of the work after a call. Speech has its own: a recognizer that takes minutes must not keep cases waiting.</summary>
public static class JobQueues
{
    public const string Default = "default";
    public const string Speech = "speech";

    public static string Of(FollowUpKind kind) => kind is FollowUpKind.TranscribeMessage ? Speech : Default;
}
