using Hangfire.AspNetCore;
using Hangfire.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Hotline.Web.Jobs;

/// <summary>
/// Hangfire keeps one log for the whole process and asks it for loggers at any time, also when the host that it came from is gone. Then
/// nothing is written, instead of an exception out of whatever wanted to log.
/// </summary>
public sealed class JobLog(ILoggerFactory loggers) : ILogProvider
{
    private static readonly AspNetCoreLogProvider Silence = new(NullLoggerFactory.Instance);
    private readonly AspNetCoreLogProvider ours = new(loggers);

    public ILog GetLogger(string name)
    {
        try
        {
            return ours.GetLogger(name);
        }
        catch (ObjectDisposedException)
        {
            return Silence.GetLogger(name);
        }
    }
}
