using System.Globalization;
using System.Text;
using Sourceline.Localization;

namespace Sourceline.Replies;

/// <summary>What a reader sent, cleaned: no control characters, no space around it, one kind of line end.</summary>
public sealed record ReplyInput(string Name, string Email, string Body, long? ParentId, bool IsTrap)
{
    public const string NameField = "name";
    public const string EmailField = "email";
    public const string BodyField = "reply";
    public const string ParentField = "to";

    /// <summary>Hidden from readers; what fills it in is a machine.</summary>
    public const string TrapField = "website";

    public const int LongestName = 100;
    public const int LongestEmail = 254;

    /// <summary>In the order of the form.</summary>
    public static readonly string[] Fields = [NameField, EmailField, BodyField];

    public static readonly ReplyInput Empty = new("", "", "", null, false);

    public static ReplyInput Read(IFormCollection form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return new(
            Line(form[NameField].ToString()),
            Line(form[EmailField].ToString()),
            Text(form[BodyField].ToString()),
            long.TryParse(form[ParentField].ToString(), CultureInfo.InvariantCulture, out var parent) ? parent : null,
            form[TrapField].ToString().Length > 0
        );
    }

    /// <summary>What is wrong, by field, in words for the reader.</summary>
    /// <param name="maxLength">Characters of a reply.</param>
    /// <param name="words">The site's language.</param>
    public IReadOnlyDictionary<string, string> Check(int maxLength, Localizer words)
    {
        ArgumentNullException.ThrowIfNull(words);
        var errors = new Dictionary<string, string>();
        if (Name.Length == 0)
            errors[NameField] = words["reply.name-missing"];
        else if (Name.Length > LongestName)
            errors[NameField] = words["reply.name-too-long", LongestName, Name.Length];
        if (Email.Length == 0)
            errors[EmailField] = words["reply.email-missing"];
        else if (!EmailSyntax.IsValid(Email))
            errors[EmailField] = words["reply.email-wrong", "name@example.org"];
        if (Body.Length == 0)
            errors[BodyField] = words["reply.body-missing"];
        else if (Body.Length > maxLength)
            errors[BodyField] = words["reply.body-too-long", maxLength, Body.Length];
        return errors;
    }

    private static string Line(string value) =>
        string.Join(' ', Clean(value, keepLines: false).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Text(string value) =>
        Clean(value.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n'), keepLines: true).Trim();

    /// <summary>Control characters mean nothing in a reply, and PostgreSQL takes no NUL; a lone surrogate is no character at all.</summary>
    private static string Clean(string value, bool keepLines)
    {
        var clean = new StringBuilder(value.Length);
        foreach (var rune in value.EnumerateRunes())
        {
            if (!Rune.IsControl(rune))
                clean.Append(rune);
            else if (rune.Value is '\n' or '\t')
                clean.Append(keepLines ? (char)rune.Value : ' ');
        }
        return clean.ToString();
    }
}
