using Hotline.CallFlow.Routing;
using static Hotline.CallFlow.Tests.Routing.Shift;

namespace Hotline.CallFlow.Tests.Routing;

public sealed class QueueSnapshotTests
{
    [Fact]
    public void Everybody_who_is_served_earlier_is_ahead()
    {
        var snapshot = QueueSnapshot.Of(
            [Caller(1, 52), Caller(2, 51).Asked(1, OfferStage.Accepted), Callback(3, 50), Caller(4, 59, Urgency.U1), Caller(5, 53)]);

        Assert.Equal([4, 3, 1, 5], snapshot.Line.Select(waiting => BitConverter.ToInt32(waiting.Id.ToByteArray(), 0) - 1000));
        Assert.Equal(2, snapshot.AheadOf(Id(1001)));
        Assert.Equal(0, snapshot.AheadOf(Id(1004)));
        Assert.Null(snapshot.AheadOf(Id(1002)));
        Assert.Null(snapshot.AheadOf(Id(1099)));
    }

    [Fact]
    public void The_longest_wait_is_that_of_a_caller_on_the_line()
    {
        Assert.Equal(TimeSpan.FromMinutes(8), QueueSnapshot.Of([Caller(1, 52), Callback(2, 10), Caller(3, 55)]).LongestWait(Now));
        Assert.Null(QueueSnapshot.Of([Callback(2, 10)]).LongestWait(Now));
    }
}
