namespace Hotline.Web.Prompts;

/// <summary>One prompt as its author wrote it: placeholders in braces, digits as digits.</summary>
public sealed record PromptRow(string Key, string Ko, string En);
