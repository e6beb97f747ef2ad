using System.Globalization;
using System.Text;

namespace Sourceline.Localization;

/// <summary>
/// Reads PO files, strictly: of GNU gettext's format it knows comments, msgid, msgid_plural, msgstr and msgstr[n]. Keywords in another order,
/// fuzzy and obsolete entries, contexts and unknown escapes are mistakes. It goes on after a mistake, so that all of them are found at once.
/// </summary>
internal sealed class PoReader
{
    /// <summary>More plural forms than any language has.</summary>
    private const int MostForms = 6;

    private readonly string _file;
    private readonly List<CatalogueError> _errors;
    private readonly List<PoEntry> _entries = [];
    private readonly StringBuilder _comment = new();

    private Part? _current;
    private string? _key;
    private string? _plural;
    private int _keyLine;
    private List<string> _texts = [];
    private bool _hasForms;
    private bool _isBroken;

    private PoReader(string file, List<CatalogueError> errors) => (_file, _errors) = (file, errors);

    /// <summary>The last text that a continued line belongs to.</summary>
    private enum Part
    {
        Key,
        Plural,
        Text,
    }

    /// <summary>Reads a file; its header is the entry with the empty key.</summary>
    /// <param name="file">What the file is called in errors.</param>
    /// <param name="reader">Its text.</param>
    /// <param name="errors">Where mistakes are added.</param>
    public static IReadOnlyList<PoEntry> Read(string file, TextReader reader, List<CatalogueError> errors)
    {
        var po = new PoReader(file, errors);
        var number = 0;
        while (reader.ReadLine() is { } line)
            po.Line(line, ++number);
        po.EndEntry();
        return po._entries;
    }

    private void Line(string line, int number)
    {
        if (line.Length == 0)
            EndEntry();
        else if (line[0] == '#')
            Comment(line, number);
        else if (line[0] == '"')
            Continue(Text(line, 0, number), number);
        else
            Keyword(line, number);
    }

    private void Comment(string line, int number)
    {
        if (_key is not null)
            EndEntry();
        if (line.StartsWith("#~", StringComparison.Ordinal))
            Add(number, "This entry is marked as obsolete (#~). Delete it.");
        else if (line.StartsWith("#,", StringComparison.Ordinal))
            Add(number, "Flags such as 'fuzzy' are not supported. Check the translation and delete the flag.");
        else if (line.StartsWith("#.", StringComparison.Ordinal))
        {
            if (_comment.Length > 0)
                _comment.Append(' ');
            _comment.Append(line.AsSpan(2).Trim());
        }
    }

    private void Keyword(string line, int number)
    {
        var space = line.IndexOf(' ', StringComparison.Ordinal);
        var (keyword, start) = space < 0 ? (line, line.Length) : (line[..space], space + 1);
        switch (keyword)
        {
            case "msgid":
                if (_key is not null)
                    EndEntry();
                (_key, _keyLine, _current) = (Text(line, start, number), number, Part.Key);
                break;
            case "msgid_plural" when _current == Part.Key:
                (_plural, _current) = (Text(line, start, number), Part.Plural);
                break;
            case "msgstr" when _current == Part.Key:
                _texts.Add(Text(line, start, number));
                _current = Part.Text;
                break;
            case { } form when form == Form(_texts.Count) && (_current == Part.Plural || (_current == Part.Text && _hasForms)):
                _texts.Add(Text(line, start, number));
                (_current, _hasForms) = (Part.Text, true);
                break;
            default:
                _isBroken = true;
                Add(
                    number,
                    $"'{keyword}' cannot stand here. An entry is msgid and msgstr, or msgid, msgid_plural, msgstr[0], msgstr[1] and so on."
                );
                break;
        }
    }

    private static string? Form(int index) => index < MostForms ? string.Create(CultureInfo.InvariantCulture, $"msgstr[{index}]") : null;

    private void Continue(string text, int number)
    {
        switch (_current)
        {
            case Part.Key:
                _key += text;
                break;
            case Part.Plural:
                _plural += text;
                break;
            case Part.Text:
                _texts[^1] += text;
                break;
            default:
                Add(number, "A text in quotation marks must follow msgid or msgstr.");
                break;
        }
    }

    /// <summary>The text between the quotation marks that begin at <paramref name="start"/> and end the line.</summary>
    private string Text(string line, int start, int number)
    {
        if (start >= line.Length || line[start] != '"')
        {
            Add(number, "A text in quotation marks is expected.");
            return "";
        }
        var text = new StringBuilder();
        for (var at = start + 1; at < line.Length; at++)
        {
            if (line[at] == '"')
            {
                if (at < line.Length - 1)
                    Add(number, "There is more after the closing quotation mark. Write quotation marks in a text as \\\".");
                return text.ToString();
            }
            if (line[at] != '\\')
                text.Append(line[at]);
            else if (++at < line.Length)
                text.Append(Escaped(line[at], number));
        }
        Add(number, "The closing quotation mark is missing.");
        return text.ToString();
    }

    private char Escaped(char letter, int number)
    {
        switch (letter)
        {
            case 'n':
                return '\n';
            case '"' or '\\':
                return letter;
            default:
                Add(number, $"'\\{letter}' is not a known escape. Use \\n, \\\" or \\\\.");
                return letter;
        }
    }

    private void EndEntry()
    {
        if (_key is null)
            return;
        if (_isBroken)
        {
            // One mistake is reported once.
        }
        else if (_texts.Count == 0)
            Add(_keyLine, $"'{_key}' has no msgstr.");
        else if (_plural is not null && !_hasForms)
            Add(_keyLine, $"'{_key}' has no msgstr[0].");
        else if (_plural is not null && _plural != _key)
            Add(_keyLine, $"'{_key}': msgid_plural must be the same key.");
        else
            _entries.Add(new(_key, _keyLine, _texts, _plural is not null, _comment.ToString()));
        _comment.Clear();
        (_key, _plural, _current, _texts, _hasForms, _isBroken) = (null, null, null, [], false, false);
    }

    private void Add(int line, string message) => _errors.Add(new(_file, line, message));
}
