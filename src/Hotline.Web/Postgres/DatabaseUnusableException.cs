namespace Hotline.Web.Postgres;

/// <summary>
/// The database cannot be used as it is, and trying again will not help: the message is one sentence for the operator that
/// says what is wrong and what would be right. It carries no connection string and no personal data.
/// </summary>
public sealed class DatabaseUnusableException(string message, Exception? inner = null) : Exception(message, inner);
