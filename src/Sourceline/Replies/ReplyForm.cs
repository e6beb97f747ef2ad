namespace Sourceline.Replies;

/// <summary>
/// The form under a story, for the partial <c>/Replies/_ReplyForm.cshtml</c>. It holds nothing that depends on who asks: fresh, it is
/// the same for every reader.
/// </summary>
/// <param name="Number">The story's.</param>
/// <param name="MaxLength">Characters of a reply.</param>
public sealed record ReplyForm(long Number, int MaxLength)
{
    /// <summary>What the reader wrote, to be shown again; empty on a fresh form.</summary>
    public ReplyInput Input { get; init; } = ReplyInput.Empty;

    /// <summary>Messages by field: <c>name</c>, <c>email</c>, <c>reply</c>.</summary>
    public IReadOnlyDictionary<string, string> Errors { get; init; } = new Dictionary<string, string>();

    /// <summary>The message of a field; null where it is right.</summary>
    public string? Error(string field) => Errors.GetValueOrDefault(field);

    /// <summary>The first field that is wrong takes the focus.</summary>
    public bool IsFirstError(string field) => Errors.Count > 0 && ReplyInput.Fields.First(Errors.ContainsKey) == field;
}
