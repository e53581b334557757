namespace Hotline.Web.Staff;

/// <summary>What a member of staff is here for. Stored, claimed and typed on the command line by these words.</summary>
public static class Roles
{
    public const string Counselor = "counselor";
    public const string Supervisor = "supervisor";
    public const string PrivacyOfficer = "privacy-officer";
    public const string Admin = "admin";

    public static IReadOnlyList<string> All { get; } = [Counselor, Supervisor, PrivacyOfficer, Admin];

    /// <summary>Who sees more than their own calls signs in with a second factor.</summary>
    public static bool NeedsSecondFactor(string role) => role is not Counselor;
}

/// <summary>What a person last said about being there. Presence on the line is derived from calls as well.</summary>
public static class StaffStatus
{
    public const string Available = "available";
    public const string Break = "break";
    public const string Offline = "offline";

    public static IReadOnlyList<string> All { get; } = [Available, Break, Offline];
}
