using Sourceline.Attribution.Pipeline.Syntax;
using Sourceline.Attribution.Pipeline.Text;

namespace Sourceline.Attribution.Pipeline.Spans;

/// <summary>What speaks for or against a token being part of a cue, a source or a content, without regard to any cue in particular.</summary>
internal readonly ref struct CueFeatures(SpanFacts facts, Sentence sentence)
{
    /// <summary>No place has more features.</summary>
    public const int Most = 96;

    private const uint Before = 1;
    private const uint Behind = 2;

    /// <summary>Writes the features of a token.</summary>
    /// <returns>How many there are.</returns>
    public int Fill(int i, Span<uint> room)
    {
        var list = new FeatureList(room);
        Words(i, ref list);
        Syntax(i, ref list);
        Around(i, ref list);
        Rules(i, ref list);
        return list.Features.Length;
    }

    private void Words(int i, ref FeatureList x)
    {
        uint word = Word(i),
            left = Word(i - 1),
            right = Word(i + 1),
            right2 = Word(i + 2),
            stem = Stem(i),
            pos = Pos(i);
        x.Add(0);
        x.Add(word);
        x.Add(left);
        x.Add(right);
        x.Add(Word(i - 2));
        x.Add(right2);
        x.Add(stem);
        x.Add(stem, pos);
        x.Add(Stem(i - 1));
        x.Add(Stem(i + 1));
        x.Add(stem, right);
        x.Add(left, stem);
        x.Add(stem, right2);
        x.Add(facts.Words[i].Ending, pos);
        x.Add(facts.Words[i].Beginning);
        x.Add(facts.Shape(i), pos);
        x.Add(facts.Words[i].Verb);
        x.Add(facts.Words[i].Verb, Pos(i - 1));
        x.Add(facts.Words[i].Verb, Pos(i + 1));
        x.Add(Verb(i - 1), pos);
        x.Add(Verb(i + 1), pos);
    }

    private void Syntax(int i, ref FeatureList x)
    {
        uint stem = Stem(i),
            pos = Pos(i),
            left = Pos(i - 1),
            right = Pos(i + 1),
            relation = (uint)facts.Syntax.Relation[i],
            children = facts.Children[i];
        x.Add(left, pos);
        x.Add(pos, right);
        x.Add(left, pos, right);
        x.Add(Pos(i - 2), left, pos);
        x.Add(pos, right, Pos(i + 2));
        x.Add(stem, left);
        x.Add(stem, right);
        x.Add(Entity(i - 1), Entity(i), Entity(i + 1));
        x.Add(stem, Entity(i - 1));
        x.Add(stem, Entity(i + 1));
        x.Add(relation, pos);
        x.Add(relation, stem);
        var head = facts.Syntax.Head[i];
        var inside = sentence.Tokens.Has(head);
        x.Add(inside ? facts.Words[head].Stem : 0, relation);
        x.Add(inside ? Pos(head) : 0, relation, pos);
        x.Add(inside ? facts.Words[head].Verb : 0u, relation);
        x.Add(inside ? facts.Children[head] : 0, relation);
        x.Add(children);
        x.Add(children, stem);
        x.Add(children & Clausal, stem);
        x.Add(children & Nominal, stem);
        var subject = Subject(i);
        x.Add(subject, facts.Words[i].Classes);
        x.Add(subject, pos);
        x.Add(subject, stem);
        x.Add(inside ? facts.Words[head].Classes : 0, relation);
    }

    private void Around(int i, ref FeatureList x)
    {
        uint quote = (uint)facts.Quote[i],
            stem = Stem(i),
            pos = Pos(i),
            classes = Classes(i);
        uint opening = DistanceTo(QuoteState.Opening, i, 1, 5),
            closing = DistanceTo(QuoteState.Closing, i, -1, 8),
            link = LinkBehind(i);
        x.Add(stem, quote);
        x.Add(opening, quote);
        x.Add(closing, quote);
        x.Add(opening, stem);
        x.Add(closing > 0 ? 1u : 0, stem);
        x.Add(link, pos);
        x.Add(link, stem);
        x.Add(classes, pos);
        x.Add(classes, pos, Pos(i + 1));
        x.Add(classes, Pos(i - 1), pos);
        x.Add(classes, Classes(i + 1), pos);
        x.Add(Classes(i - 1), classes, pos);
        x.Add(classes, facts.Children[i]);
        x.Add(classes, (uint)facts.Syntax.Relation[i]);
        x.Add(classes, Entity(i - 1));
        x.Add(classes, link);
        x.Add(classes, quote, opening);
        x.Add(classes, Word(i + 1));
        x.Add(classes, Word(i - 1));
        x.Add(Classes(i + 2), pos);
    }

    private void Rules(int i, ref FeatureList x)
    {
        var cue = facts.Rules.Cue(i);
        x.Add(cue, Stem(i));
        x.Add(cue, Pos(i), (uint)facts.Quote[i]);
        x.Add(facts.Rules.Source(i), facts.Rules.Content(i));
        x.Add(i > sentence.First ? facts.Rules.At(i - 1) : 99, i + 1 < sentence.End ? facts.Rules.At(i + 1) : 99);
        x.Add(facts.Rules.At(i), Pos(i));
    }

    private const uint Clausal =
        1u << (int)Relation.Ccomp
        | 1u << (int)Relation.Xcomp
        | 1u << (int)Relation.Parataxis
        | 1u << (int)Relation.Mark
        | 1u << (int)Relation.Aux;

    private const uint Nominal =
        1u << (int)Relation.Nsubj
        | 1u << (int)Relation.NsubjPass
        | 1u << (int)Relation.Dobj
        | 1u << (int)Relation.Iobj
        | 1u << (int)Relation.NmodPoss;

    /// <summary>What sort of word the subject of a token is; 0 where it has none close before it.</summary>
    private uint Subject(int i)
    {
        for (var k = i - 1; k >= Math.Max(sentence.First, i - 12); k--)
        {
            if (facts.Syntax.Head[k] == i && facts.Syntax.Relation[k] is Relation.Nsubj or Relation.NsubjPass)
                return ((uint)facts.Syntax.Pos[k] * 16) + (uint)facts.Syntax.Entity[k] + 1;
        }

        return 0;
    }

    private uint DistanceTo(QuoteState state, int i, int step, int most)
    {
        for (var distance = 1; distance <= most; distance++)
        {
            var k = i + (step * distance);
            if (!sentence.Tokens.Has(k))
                return 0;
            if (facts.Quote[k] == state)
                return (uint)distance;
        }

        return 0;
    }

    /// <summary>The first linking word behind a token, and how far it is.</summary>
    private uint LinkBehind(int i)
    {
        for (var k = i + 1; k < Math.Min(sentence.End, i + 8); k++)
        {
            if (facts.Words[k].Link)
                return (facts.Words[k].Word * 8) + (uint)Math.Min(3, k - i);
        }

        return 0;
    }

    private uint Edge(int k) => k < sentence.First ? Before : Behind;

    private uint Word(int k) => sentence.Tokens.Has(k) ? facts.Words[k].Word : Edge(k);

    private uint Stem(int k) => sentence.Tokens.Has(k) ? facts.Words[k].Stem : Edge(k);

    private uint Classes(int k) => sentence.Tokens.Has(k) ? facts.Words[k].Classes : 0;

    private uint Verb(int k) => sentence.Tokens.Has(k) ? facts.Words[k].Verb : 0u;

    private uint Pos(int k) => sentence.Tokens.Has(k) ? (uint)facts.Syntax.Pos[k] : 100 + Edge(k);

    private uint Entity(int k) => sentence.Tokens.Has(k) ? (uint)facts.Syntax.Entity[k] : 99;
}
