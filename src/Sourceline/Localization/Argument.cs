using Microsoft.AspNetCore.Html;

namespace Sourceline.Localization;

/// <summary>What stands for a placeholder. Texts are taken as they are; numbers and dates are written as the language writes them.</summary>
public readonly struct Argument
{
    private Argument(ArgumentKind kind, object? content = null, long number = 0) => (Kind, Content, Number) = (kind, content, number);

    internal ArgumentKind Kind { get; }

    /// <summary>A text, a tag or finished HTML.</summary>
    internal object? Content { get; }

    /// <summary>The number, or the ticks of a day or a time.</summary>
    internal long Number { get; }

    /// <summary>Finished HTML, such as a <c>time</c> element. Only <see cref="Localizer.Html"/> takes it.</summary>
    public static Argument Of(IHtmlContent html) => new(ArgumentKind.Html, html);

    /// <summary>Words that came from the catalogues, in the language's own direction: part of a longer sentence. They are not isolated.</summary>
    public static Argument Words(string words) => new(ArgumentKind.Words, words);

    /// <summary>A text, which is isolated where it runs against the words around it.</summary>
    public static implicit operator Argument(string? text) => new(ArgumentKind.Text, text);

    /// <summary>A number with separators: 12,345. For numbers that are names (of stories, of years) see <see cref="Localizer.Digits(long)"/>.</summary>
    public static implicit operator Argument(long number) => new(ArgumentKind.Number, number: number);

    /// <inheritdoc cref="op_Implicit(long)"/>
    public static implicit operator Argument(int number) => new(ArgumentKind.Number, number: number);

    /// <summary>A day: 19 July 2021.</summary>
    public static implicit operator Argument(DateOnly day) => new(ArgumentKind.Day, number: day.ToDateTime(TimeOnly.MinValue).Ticks);

    /// <summary>A day and a time on the site's clocks: 19 July 2021, 1:42 pm.</summary>
    public static implicit operator Argument(DateTimeOffset local) => new(ArgumentKind.Moment, number: local.DateTime.Ticks);

    /// <summary>The element for <c>&lt;0&gt;…&lt;/0&gt;</c>. Only <see cref="Localizer.Html"/> takes it.</summary>
    public static implicit operator Argument(Tag tag) => new(ArgumentKind.Tag, tag);

    /// <inheritdoc cref="Of"/>
    public static implicit operator Argument(HtmlString html) => new(ArgumentKind.Html, html);
}

/// <summary>What an <see cref="Argument"/> holds.</summary>
internal enum ArgumentKind
{
    Text,
    Words,
    Number,
    Day,
    Moment,
    Tag,
    Html,
}
