using System.Net.Sockets;
using Npgsql;

namespace Hotline.Web.Postgres;

/// <summary>Which exceptions say that the database cannot be reached. A name that does not resolve (its container is stopped) comes as a bare SocketException.</summary>
public static class OutOfReach
{
    public static bool Tells(Exception exception) => exception is NpgsqlException or SocketException or TimeoutException;
}
