using System.Text;
using Sourceline.Attribution.Model;
using Sourceline.Data.Model;
using Statement = Sourceline.Data.Model.Statement;

namespace Sourceline.Sourcing.Dependencies;

/// <summary>
/// Writes <see cref="StoredSnapshot.Snapshot"/>: a story's number and headline, and its sentences in which something came from or through a known source.
/// <see cref="DependencySnapshotReader"/> reads it.
/// <para>
/// Bytes, since a list of half the archive reads a hundred megabytes of them, and in such an order that whoever looks for one source passes over the
/// statements in which it has no part. Behind <see cref="Form"/> come the number, the slug, the language, the headline, and to the end the sentences in
/// the order of the text, each its words, the number of its statements, and these. A statement is the length of what follows; the number of sources that
/// have part in it and each of them, its row doubled, and one more where the source said it; where its words stand in the sentence (start and length; no
/// length for words of their own, which follow); the first and the last day on which it can have been said, counted from 0001-01-01 as 1, 0 for none; the
/// text's words for that; whether an editor confirmed it; the number of its polarity; and its ways, each the number of its hands and the hands, nearest first. Numbers are 7-bit
/// encoded, strings as <see cref="BinaryWriter.Write(string)"/> has them; an empty one stands for none.
/// </para>
/// </summary>
internal static class DependencySnapshot
{
    /// <summary>The first byte; a snapshot of another form is made anew from the statements.</summary>
    public const byte Form = 2;

    // The places in these are the numbers that are kept: what is new goes to the end.
    private static readonly SourceKind[] KindsInOrder =
    [
        SourceKind.Person,
        SourceKind.Outlet,
        SourceKind.Organisation,
        SourceKind.Document,
        SourceKind.Reporter,
        SourceKind.Unnamed,
    ];
    private static readonly Basis[] BasesInOrder = [Basis.Stated, Basis.Carried, Basis.Inferred];

    public static ReadOnlySpan<SourceKind> Kinds => KindsInOrder;

    public static ReadOnlySpan<Basis> Bases => BasesInOrder;

    public static byte[] Of(LiveStory story)
    {
        var sentences =
            from statement in story.Statements
            where statement.Review != Review.Rejected
            let parts = DependencyRule.PartsIn(SourceHop.Of(statement.Hops))
            where parts.Count > 0
            group (Statement: statement, Parts: parts) by StatementWords.Sentence(
                statement.Content,
                statement.Cue,
                statement.SourceWords,
                story.Text
            );
        using var bytes = new MemoryStream(4096);
        // Half a surrogate pair becomes U+FFFD, as in the database; left to itself, the writer throws.
        using var writer = new BinaryWriter(bytes, Encoding.UTF8);
        writer.Write(Form);
        writer.Write7BitEncodedInt64(story.Number);
        writer.Write(story.Slug);
        writer.Write(story.Language);
        writer.Write(story.Headline);
        foreach (var sentence in sentences)
        {
            writer.Write(sentence.Key);
            writer.Write7BitEncodedInt(sentence.Count());
            foreach (var (statement, parts) in sentence)
                Write(writer, statement, parts, StatementWords.Of(statement.Content, story.Text), sentence.Key);
        }
        writer.Flush();
        return bytes.ToArray();
    }

    private static void Write(
        BinaryWriter writer,
        Statement statement,
        IReadOnlyDictionary<long, bool> parts,
        string words,
        string sentence
    )
    {
        using var bytes = new MemoryStream(256);
        using (var own = new BinaryWriter(bytes, Encoding.UTF8, leaveOpen: true))
        {
            own.Write7BitEncodedInt(parts.Count);
            foreach (var (source, said) in parts)
                own.Write7BitEncodedInt64((source * 2) + (said ? 1 : 0));
            WriteWords(own, words, sentence);
            own.Write7BitEncodedInt(Day(statement.DateFrom));
            own.Write7BitEncodedInt(Day(statement.DateTo));
            own.Write(statement.DateWords ?? "");
            own.Write(statement.Review == Review.Confirmed);
            own.Write(statement.Polarity.Number());
            var ways = ChainView.Of(statement.Hops, forReaders: false);
            own.Write7BitEncodedInt(ways.Count);
            foreach (var way in ways)
            {
                own.Write7BitEncodedInt(way.Hops.Count);
                foreach (var hand in way.Hops)
                    Write(own, hand);
            }
        }
        writer.Write7BitEncodedInt((int)bytes.Length);
        writer.Write(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

    private static void WriteWords(BinaryWriter writer, string words, string sentence)
    {
        var at = sentence.IndexOf(words, StringComparison.Ordinal);
        var isWithin = at >= 0 && words.Length > 0;
        writer.Write7BitEncodedInt(isWithin ? at : 0);
        writer.Write7BitEncodedInt(isWithin ? words.Length : 0);
        if (!isWithin)
            writer.Write(words);
    }

    private static int Day(DateOnly? day) => day is { } known ? known.DayNumber + 1 : 0;

    /// <summary>Its name, role, address, kind, basis, whether it is confirmed; and whether it is known who that is, who then follows.</summary>
    private static void Write(BinaryWriter writer, HopView hand)
    {
        writer.Write(hand.Name);
        writer.Write(hand.Role ?? "");
        writer.Write(hand.Slug ?? "");
        writer.Write((byte)Array.IndexOf(KindsInOrder, hand.Kind));
        writer.Write((byte)Array.IndexOf(BasesInOrder, hand.Basis));
        writer.Write(hand.Confirmed);
        writer.Write(hand.Identity is not null);
        if (hand.Identity is { } who)
            Write(writer, who);
    }
}
