using Hotline.CallFlow.Routing;
using static Hotline.CallFlow.Tests.Routing.Shift;

namespace Hotline.CallFlow.Tests.Routing;

public sealed class EstimateTests
{
    [Theory]
    [InlineData(4, 0, null)]
    [InlineData(5, 0, 6.0)]
    [InlineData(5, 2, 18.0)]
    [InlineData(10, 1, 6.0)]
    public void The_wait_follows_the_pace_of_the_last_half_hour_or_is_not_known(int answered, int ahead, double? minutes)
    {
        var answers = Enumerable.Range(0, answered).Select(each => Minute(31 + each));

        Assert.Equal(minutes is { } known ? TimeSpan.FromMinutes(known) : null, Estimate.Wait(answers, ahead, Now));
    }

    [Fact]
    public void Answers_older_than_half_an_hour_or_to_come_are_not_counted()
    {
        DateTimeOffset[] four = [Minute(31), Minute(40), Minute(50), Minute(60)];

        Assert.Null(Estimate.Wait([.. four, Minute(30), Minute(60.1)], ahead: 0, Now));
        Assert.NotNull(Estimate.Wait([.. four, Minute(30.1)], ahead: 0, Now));
    }

    [Fact]
    public void A_negative_place_is_a_defect()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Estimate.Wait([], ahead: -1, Now));
    }
}
