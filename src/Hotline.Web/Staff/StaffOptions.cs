namespace Hotline.Web.Staff;

/// <summary>Section <c>Staff</c>: how strictly people sign in. Left out, both are on everywhere but in Development.</summary>
public sealed class StaffOptions
{
    /// <summary>A one-time password opens nothing but the page that replaces it.</summary>
    public bool? RequireOwnPassword { get; set; }

    /// <summary>Supervisors, privacy officers and administrators enrol a second factor before they see anything.</summary>
    public bool? RequireSecondFactor { get; set; }
}
