using System.Text.RegularExpressions;

namespace Hotline.CaseBackend;

/// <summary>The contract's rules, checked before a document exists: a refused case needs a person, a refused value only its author.</summary>
internal static partial class CaseRules
{
    public static void Check(OpenCase openCase)
    {
        Require(CaseReference.IsValid(openCase.Reference), "Reference must be eight digits that end with their Luhn check digit.");
        Require(!string.IsNullOrWhiteSpace(openCase.Language), "Language must be a language tag such as ko-KR.");
        Require(openCase.Contact.Phone is null || E164().IsMatch(openCase.Contact.Phone), "Contact.Phone must be E.164, such as +82 and the number without its leading 0.");
        Require(openCase.Contact.SafeWindows.All(window => window.From < window.To), "Each of Contact.SafeWindows must end after it begins.");
        Require(openCase.Call?.Duration is not { } duration || duration >= TimeSpan.Zero, "Call.Duration must not be negative.");
        Check(openCase.Statement);
    }

    public static void Check(CaseEntry entry)
    {
        Require(entry.Kind is not EntryKind.Statement || entry.Statement is not null, "An entry of kind Statement must carry a Statement.");
        Require(entry.Kind is not EntryKind.ContactAttempt || entry.Outcome is not null, "An entry of kind ContactAttempt must carry an Outcome.");
        Require(entry.Kind is not EntryKind.PriorityRaised || entry.Priority is not null, "An entry of kind PriorityRaised must carry a Priority.");
        if (entry.Statement is not null)
            Check(entry.Statement);
    }

    private static void Check(Statement statement)
    {
        Require(statement.Confidence is not { } confidence || confidence is >= 0 and <= 1, "Statement.Confidence must be between 0 and 1.");
        Require(statement.Recorded is not { } recorded || recorded >= TimeSpan.Zero, "Statement.Recorded must not be negative.");
        Require(statement.State is not StatementState.Transcribed || !string.IsNullOrEmpty(statement.Text), "A transcribed Statement must carry its Text.");
    }

    private static void Require(bool holds, string rule)
    {
        if (!holds)
            throw new ArgumentException(rule, nameof(rule));
    }

    [GeneratedRegex(@"^\+[1-9][0-9]{6,14}\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex E164();
}
