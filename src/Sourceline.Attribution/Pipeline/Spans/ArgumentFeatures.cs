using Sourceline.Attribution.Pipeline.Syntax;
using Sourceline.Attribution.Pipeline.Text;

namespace Sourceline.Attribution.Pipeline.Spans;

/// <summary>What speaks for or against a token being part of the source or the content of one cue.</summary>
internal readonly ref struct ArgumentFeatures(CueView view)
{
    /// <summary>No place has more features.</summary>
    public const int Most = 96;

    private const uint OfCue = 7;
    private const uint PosOfCue = 100;

    private readonly SpanFacts _facts = view.Facts;
    private readonly TokenRange _sentence = view.Sentence.Tokens;

    /// <summary>Writes the features of a token.</summary>
    /// <returns>How many there are.</returns>
    public int Fill(int i, Span<uint> room)
    {
        var list = new FeatureList(room);
        Place(i, ref list);
        Words(i, ref list);
        Syntax(i, ref list);
        Quotation(i, ref list);
        Rules(i, ref list);
        Between(i, ref list);
        return list.Features.Length;
    }

    private void Place(int i, ref FeatureList x)
    {
        uint side = view.Side(i),
            distance = view.Distance(i),
            stem = _facts.Words[view.Head].Stem,
            pos = (uint)_facts.Syntax.Pos[view.Head];
        x.Add(distance);
        x.Add(distance, stem);
        x.Add(side, stem);
        x.Add(distance, pos);
        x.Add(side, _facts.Words[view.Cue.End - 1].Word);
        x.Add(
            i == _sentence.First ? 1u
                : i == _sentence.End - 1 ? 2u
                : 0,
            side
        );
        x.Add((uint)Math.Min(3, view.Cue.First - _sentence.First), side, Pos(i));
        x.Add((uint)Math.Min(3, _sentence.End - view.Cue.End), side, view.Path(i));
        x.Add(Pos(view.Cue.End), side, Pos(i));
        x.Add(Pos(view.Cue.First - 1), side, Pos(i));
        x.Add(Word(view.Cue.End), side);
        x.Add(Word(view.Cue.First - 1), side);
        x.Add(Word(view.Cue.End), distance);
        x.Add(Pos(view.Cue.First - 1), Pos(view.Cue.End), view.Path(i));
    }

    private void Words(int i, ref FeatureList x)
    {
        uint side = view.Side(i),
            word = Word(i),
            left = Word(i - 1),
            right = Word(i + 1),
            stem = _facts.Words[view.Head].Stem;
        x.Add(word, side);
        x.Add(left, side);
        x.Add(right, side);
        x.Add(Word(i - 2), side);
        x.Add(Word(i + 2), side);
        x.Add(word, view.Distance(i));
        x.Add(Pos(i), left);
        x.Add(Pos(i), right);
        x.Add(word, stem);
        x.Add(_facts.Shape(i), side);
    }

    private void Syntax(int i, ref FeatureList x)
    {
        uint side = view.Side(i),
            pos = Pos(i),
            left = Pos(i - 1),
            right = Pos(i + 1),
            path = view.Path(i),
            before = view.Path(i - 1);
        uint entity = (uint)_facts.Syntax.Entity[i],
            relation = (uint)_facts.Syntax.Relation[i],
            stem = _facts.Words[view.Head].Stem;
        x.Add(left, pos, side);
        x.Add(pos, right, side);
        x.Add(left, pos, right);
        x.Add(Pos(i - 2), left, pos);
        x.Add(pos, right, Pos(i + 2));
        x.Add(pos, view.Distance(i));
        x.Add(pos, stem, side);
        x.Add(entity, side);
        x.Add(entity, i > _sentence.First ? (uint)_facts.Syntax.Entity[i - 1] : 99, side);
        x.Add(entity, view.Distance(i), pos);
        x.Add(path);
        x.Add(path, before);
        x.Add(path, stem);
        x.Add(path, path == before ? 1u : 0, pos);
        x.Add(path, Word(i));
        x.Add(path, Word(i - 1));
        x.Add(path, view.Path(i + 1));
        x.Add(path, relation);
        x.Add(path, (uint)_facts.Syntax.Pos[view.Head], side);
        x.Add(path, view.Children);
        var head = _facts.Syntax.Head[i];
        var inside = _sentence.Has(head);
        x.Add(relation, inside ? (uint)_facts.Syntax.Pos[head] : 0, pos);
        x.Add(relation, side);
        x.Add(inside ? _facts.Words[head].Word : 0, relation);
        x.Add(view.Cue.Has(head) ? 1u : 0, relation, side);
    }

    private void Quotation(int i, ref FeatureList x)
    {
        uint side = view.Side(i),
            quote = Quote(i),
            stem = _facts.Words[view.Head].Stem;
        var own = _facts.Document.QuoteAt[i];
        var ofCue = _facts.Document.QuoteAt[view.Cue.First];
        var related = own is null
            ? ofCue is null
                ? 0u
                : 1u
            : ReferenceEquals(own, ofCue)
                ? 2u
                : ofCue is null
                    ? 3u
                    : 4u;
        var length = own is null ? 0u : (uint)Math.Min(4, own.Words / 3);
        x.Add(view.Path(i), quote);
        x.Add(quote, Quote(i - 1), side);
        x.Add(quote, Quote(i + 1), Pos(i));
        x.Add(quote, view.Distance(i));
        x.Add(quote, stem, side);
        x.Add(related, side);
        x.Add(related, length, side);
        x.Add(related, view.Path(i));
    }

    private void Rules(int i, ref FeatureList x)
    {
        uint mark = view.Mark(i),
            before = _sentence.Has(i - 1) ? view.Mark(i - 1) : 9,
            behind = _sentence.Has(i + 1) ? view.Mark(i + 1) : 9;
        x.Add(mark, before);
        x.Add(mark, behind);
        x.Add(mark, _facts.Words[view.Head].Stem);
        x.Add(mark, view.Path(i));
        x.Add(mark, Pos(i));
        x.Add(mark, view.Distance(i));
        x.Add(mark, Quote(i));
        x.Add(mark, before, Word(i));
        x.Add(mark, Word(i - 1));
        x.Add(mark, Word(i + 1));
        x.Add(_facts.Rules.At(i), mark, view.Side(i));
    }

    private void Between(int i, ref FeatureList x)
    {
        uint side = view.Side(i),
            cues = view.CuesBetween(i),
            marks = view.Between(i);
        x.Add(cues, view.Distance(i));
        x.Add(cues, Pos(i));
        x.Add(cues, view.Path(i));
        x.Add(marks, side);
        x.Add(marks, view.Path(i));
        x.Add(marks, Pos(i), side);
        x.Add(marks, _facts.Words[view.Head].Stem, side);
    }

    private uint Word(int k) =>
        !_sentence.Has(k)
            ? k < _sentence.First
                ? 1u
                : 2u
            : view.Cue.Has(k)
                ? OfCue
                : _facts.Words[k].Word;

    private uint Pos(int k) =>
        !_sentence.Has(k)
            ? k < _sentence.First
                ? 101u
                : 102u
            : view.Cue.Has(k)
                ? PosOfCue
                : (uint)_facts.Syntax.Pos[k];

    private uint Quote(int k) => _sentence.Has(k) ? (uint)_facts.Quote[k] : 9;
}
