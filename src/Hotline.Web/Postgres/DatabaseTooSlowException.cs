namespace Hotline.Web.Postgres;

/// <summary>No connection within the time that a caller can be kept waiting.</summary>
public sealed class DatabaseTooSlowException(string message) : Exception(message);
