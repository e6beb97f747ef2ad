using Lucene.Net.Analysis;

namespace Sourceline.Search.Languages;

/// <summary>
/// Makes one letter of letters that are one to whoever types: ё and е, the zero-width non-joiner and a space, digits of three scripts. Each stands
/// for one other, so every word keeps its place. Lucene's <c>MappingCharFilter</c> does the same by a tree of prefixes, a character at a time.
/// </summary>
internal sealed class LetterFilter(TextReader input) : CharFilter(input)
{
    public override int Read(char[] buffer, int index, int count)
    {
        var read = m_input.Read(buffer, index, count);
        for (var at = index; at < index + read; at++)
        {
            // Most of most texts is below all of them.
            if (buffer[at] >= '\u0401')
                buffer[at] = Of(buffer[at]);
        }
        return read;
    }

    public override int Read()
    {
        var read = m_input.Read();
        return read < 0 ? read : Of((char)read);
    }

    protected override int Correct(int currentOff) => currentOff;

    private static char Of(char letter) =>
        letter switch
        {
            'ё' => 'е',
            'Ё' => 'Е',
            '\u200c' => ' ',
            '’' => '\'',
            >= '\u0660' and <= '\u0669' => (char)(letter - '\u0660' + '0'),
            >= '\u06f0' and <= '\u06f9' => (char)(letter - '\u06f0' + '0'),
            _ => letter,
        };
}
