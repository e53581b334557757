namespace Hotline.Speech;

/// <summary>How soon a person must look. The order is the meaning: a larger value is more urgent.</summary>
public enum Severity
{
    None,

    /// <summary>The text cannot be trusted or there is none: a person must listen.</summary>
    Review,
    High,

    /// <summary>Life or body in danger, or a threat under way.</summary>
    Critical,
}

public static class SeverityRules
{
    /// <summary>
    /// The only way severities combine. Machines raise and never lower: not for a missing word, a negation, a calm text or a
    /// later transcript (Personal Information Protection Act art. 37-2 leaves such a decision to a person).
    /// </summary>
    public static Severity RaiseTo(this Severity current, Severity found) => found > current ? found : current;
}
