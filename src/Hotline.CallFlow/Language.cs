namespace Hotline.CallFlow;

/// <summary>The languages in which the whole line can be heard. Others are pointed to the Danuri call center.</summary>
public enum Language
{
    Korean,
    English,
}
