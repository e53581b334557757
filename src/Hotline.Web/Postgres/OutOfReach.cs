using System.Net.Sockets;
using Npgsql;

namespace Hotline.Web.Postgres;

/// <summary>Which exceptions say that the database cannot be reached. Npgsql wraps most of them; what breaks under it may come bare.</summary>
public static class OutOfReach
{
    public static bool Tells(Exception exception) => exception is NpgsqlException or SocketException or TimeoutException;
}
