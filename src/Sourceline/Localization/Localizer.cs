using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Sourceline.Localization;

/// <summary>
/// The words of pages, feeds, e-mails and forms in the site's language, and its dates and numbers. In Razor it is called <c>T</c>:
/// <c>@T["story.updated", time]</c>, <c>@T.Count("replies.count", n)</c>, <c>@T.Html("error.number", Tag.Code, number)</c>. Keys and their words
/// are in <c>Localization/Catalogues</c>; docs/translating.md says how to add one.
/// </summary>
public sealed class Localizer
{
    /// <summary>Set by tests: a key or an argument that is missing throws, as it does in development.</summary>
    public const string StrictSwitch = "Sourceline.StrictWords";

    private const char FirstStrongIsolate = '\u2068';
    private const char PopDirectionalIsolate = '\u2069';

    private static readonly Lazy<Localizer> InEnglish = new(() => new("en", IsStrict));

    private readonly Catalogue _catalogue;
    private readonly Numerals _numerals;
    private readonly bool _isStrict;

    /// <param name="language">The site's language, a BCP 47 tag.</param>
    /// <param name="isStrict">Whether a missing key throws; otherwise the key itself is shown.</param>
    /// <exception cref="CatalogueException">The catalogues have mistakes.</exception>
    public Localizer(string language, bool isStrict)
    {
        ArgumentNullException.ThrowIfNull(language);
        (SiteLanguage, _isStrict) = (language, isStrict);
        _catalogue = Catalogue.For(language);
        IsTranslated = Catalogue.Base(language).Equals(Catalogue.Base(_catalogue.Language), StringComparison.OrdinalIgnoreCase);
        IsRightToLeft = IsTranslated && TextDirection.IsRightToLeft(language);
        var culture = CultureInfo.GetCultureInfo(language);
        _numerals = new(culture);
        var formats = new DateFormats(culture, _numerals);
        Dates = new(this, formats);
        Calendar = new(this, formats, culture.DateTimeFormat);
    }

    /// <summary>English, for the command line.</summary>
    public static Localizer English => InEnglish.Value;

    /// <summary>Whether a missing key throws outside development too.</summary>
    internal static bool IsStrict => AppContext.TryGetSwitch(StrictSwitch, out var isStrict) && isStrict;

    /// <summary>The language of the site.</summary>
    public string SiteLanguage { get; }

    /// <summary>Whether there are words in the site's language; otherwise they are English, with its dates and digits.</summary>
    public bool IsTranslated { get; }

    /// <summary>The <c>lang</c> attribute for these words: the site's language, or English where it has no words.</summary>
    public string Lang => IsTranslated ? SiteLanguage : Catalogue.Source;

    /// <summary>The <c>dir</c> attribute for these words.</summary>
    public string Dir => IsRightToLeft ? TextDirection.RightToLeft : TextDirection.LeftToRight;

    public bool IsRightToLeft { get; }

    public LocalDates Dates { get; }

    public ReaderCalendar Calendar { get; }

    /// <summary>The words of a key, as plain text; Razor encodes them.</summary>
    /// <param name="key">Such as <c>story.updated</c>.</param>
    /// <param name="arguments">For <c>{0}</c>, <c>{1}</c> and so on: texts, numbers, days and times.</param>
    public string this[string key, params ReadOnlySpan<Argument> arguments] =>
        Find(key) is not { } entry ? key : Plain(key, entry.Forms[0], arguments);

    /// <summary>The words of a key in the plural form of a number, which stands for <c>{0}</c>.</summary>
    /// <param name="key">A key that has plural forms.</param>
    /// <param name="number">How many.</param>
    /// <param name="others">For <c>{1}</c> and so on.</param>
    public string Count(string key, long number, params ReadOnlySpan<Argument> others)
    {
        if (Find(key) is not { } entry)
            return key;
        if (_isStrict && !entry.IsPlural)
            throw new InvalidOperationException($"'{key}' has no plural forms.");
        ArgumentList arguments = default;
        arguments[0] = number;
        others = others[..Math.Min(others.Length, Message.MostArguments - 1)];
        others.CopyTo(arguments[1..]);
        return Plain(key, Form(entry, number), arguments[..(others.Length + 1)]);
    }

    /// <summary>The words of a key with markup: <see cref="Tag"/>s around words, finished HTML for placeholders. Everything else is encoded.</summary>
    /// <param name="key">Such as <c>error.number</c>.</param>
    /// <param name="arguments">For <c>{0}</c> and <c>&lt;0&gt;…&lt;/0&gt;</c>, <c>{1}</c> and <c>&lt;1&gt;…&lt;/1&gt;</c>, and so on.</param>
    public IHtmlContent Html(string key, params ReadOnlySpan<Argument> arguments) =>
        Find(key) is not { } entry
            ? new StringHtmlContent(key)
            : new HtmlWords(this, Checked(key, entry.Forms[0], arguments.Length), arguments.ToArray());

    /// <summary>As <see cref="Html"/>, in the plural form of a number, which stands for <c>{0}</c>.</summary>
    public IHtmlContent CountHtml(string key, long number, params ReadOnlySpan<Argument> others) =>
        Find(key) is not { } entry
            ? new StringHtmlContent(key)
            : new HtmlWords(this, Checked(key, Form(entry, number), others.Length + 1), [number, .. others]);

    /// <summary>A list in a sentence: "A", "A and B", "A, B and C".</summary>
    public string List(IReadOnlyList<string> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        if (items.Count == 0)
            return "";
        var list = items[0];
        for (var at = 1; at < items.Count; at++)
        {
            // What is joined already is not isolated once more.
            var start = at == 1 ? items[0] : Argument.Words(list);
            list = this[at < items.Count - 1 ? "list.middle" : "list.last", start, items[at]];
        }
        return list;
    }

    /// <summary>A number with separators, in the language's digits: <c>12,345</c>, <c>۱۲٬۳۴۵</c>.</summary>
    public string Number(long number) => _numerals.Number(number);

    /// <summary>A number that is a name, such as a story's: <c>18343</c>, <c>۱۸۳۴۳</c>. For addresses and attributes use the number itself.</summary>
    public string Digits(long number) => _numerals.Digits(number);

    /// <summary>A name or another foreign text, isolated where it runs against these words. For plain text; in HTML use <c>bdi</c>.</summary>
    public string Isolated(string text) =>
        TextDirection.RunsAgainst(text, IsRightToLeft) ? $"{FirstStrongIsolate}{text}{PopDirectionalIsolate}" : text;

    /// <summary>What a language is called: "French", "French (Canada)"; the tag where nobody knows a name.</summary>
    /// <param name="tag">A BCP 47 tag.</param>
    public string LanguageName(string tag) => LanguageNames.In(CultureInfo.GetCultureInfo(Lang), tag);

    /// <summary>How large a file is: <c>12.5 KB</c>; a KB has 1,000 bytes.</summary>
    public string FileSize(long bytes) =>
        bytes switch
        {
            < 1_000 => Count("size.bytes", bytes),
            < 1_000_000 => this["size.kilobytes", _numerals.Decimal(bytes / 1e3)],
            < 1_000_000_000 => this["size.megabytes", _numerals.Decimal(bytes / 1e6)],
            _ => this["size.gigabytes", _numerals.Decimal(bytes / 1e9)],
        };

    /// <summary>A day and a time as a <c>time</c> element.</summary>
    public IHtmlContent Time(DateTimeOffset local) => new HtmlTime(LocalDates.Machine(local), Dates.Moment(local));

    private Catalogue.Entry? Find(string key)
    {
        if (_catalogue.TryFind(key, out var entry))
            return entry;
        return _isStrict ? throw new KeyNotFoundException($"No catalogue has the key '{key}'.") : null;
    }

    private Message Form(Catalogue.Entry entry, long number) =>
        entry.IsPlural ? entry.Forms[_catalogue.Plurals.Select((ulong)Math.Abs(number))] : entry.Forms[0];

    private string Plain(string key, Message message, ReadOnlySpan<Argument> arguments)
    {
        if (message.Constant is { } constant)
            return constant;
        Checked(key, message, arguments.Length);
        var text = new DefaultInterpolatedStringHandler(0, 0, null, stackalloc char[256]);
        foreach (var piece in message.Pieces)
        {
            if (piece.Kind == Message.PieceKind.Literal)
                text.AppendLiteral(piece.Text);
            else if (piece.Kind == Message.PieceKind.Argument && piece.Index < arguments.Length)
                Append(ref text, arguments[piece.Index]);
        }
        return text.ToStringAndClear();
    }

    private void Append(ref DefaultInterpolatedStringHandler text, Argument argument)
    {
        switch (argument.Kind)
        {
            case ArgumentKind.Text when argument.Content is string words:
                var runsAgainst = TextDirection.RunsAgainst(words, IsRightToLeft);
                if (runsAgainst)
                    text.AppendFormatted(FirstStrongIsolate);
                text.AppendLiteral(words);
                if (runsAgainst)
                    text.AppendFormatted(PopDirectionalIsolate);
                break;
            case ArgumentKind.Words:
                text.AppendLiteral((string)argument.Content!);
                break;
            case ArgumentKind.Number:
                text.AppendFormatted(_numerals.Number(argument.Number, stackalloc char[Numerals.MostChars]));
                break;
            case ArgumentKind.Day:
                text.AppendLiteral(Dates.Day(argument.Number));
                break;
            case ArgumentKind.Moment:
                text.AppendLiteral(Dates.Moment(argument.Number));
                break;
            case ArgumentKind.Tag or ArgumentKind.Html when _isStrict:
                throw new InvalidOperationException("Words with markup are made with Html.");
        }
    }

    private Message Checked(string key, Message message, int arguments)
    {
        if (!_isStrict)
            return message;
        foreach (var piece in message.Pieces)
            if (piece.Kind != Message.PieceKind.Literal && piece.Index >= arguments)
                throw new InvalidOperationException($"'{key}' lacks an argument for {{{piece.Index}}}.");
        return message;
    }

    /// <summary>Room for arguments on the stack.</summary>
    [InlineArray(Message.MostArguments)]
    private struct ArgumentList
    {
        private Argument _first;
    }
}
