using Sourceline.Attribution.Model;
using Sourceline.Attribution.Pipeline.Spans;
using Sourceline.Attribution.Pipeline.Text;

namespace Sourceline.Attribution.Training;

/// <summary>An annotated document in our tokens, with what is known of each.</summary>
internal sealed class LabelledText
{
    public LabelledText(AnnotatedDocument document, SpanFacts facts)
    {
        Name = document.Name;
        Facts = facts;
        foreach (var attribution in document.Attributions)
        {
            var content = Ranges(attribution.Content);
            if (content.Count > 0)
                Attributions.Add(new MarkedAttribution(Ranges(attribution.Source), Ranges(attribution.Cue), content));
        }
    }

    public string Name { get; }

    public SpanFacts Facts { get; }

    public List<MarkedAttribution> Attributions { get; } = [];

    private List<TokenRange> Ranges(IEnumerable<TextSpan> spans)
    {
        var ranges = new List<TokenRange>();
        foreach (var span in spans)
        {
            var range = new TokenRange(
                FirstEndingBehind(span.Start),
                Math.Min(Facts.Document.Tokens.Count, FirstEndingBehind(span.End - 1) + 1)
            );
            if (!range.IsEmpty && Facts.Document[range.First].Start < span.End)
                ranges.Add(range);
        }

        return ranges;
    }

    private int FirstEndingBehind(int offset)
    {
        int low = 0,
            high = Facts.Document.Tokens.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Facts.Document[middle].End <= offset)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}

/// <summary>A marked attribution in tokens.</summary>
internal sealed record MarkedAttribution(List<TokenRange> Source, List<TokenRange> Cue, List<TokenRange> Content)
{
    public int Last => Content.Max(c => c.End);

    /// <summary>Whether a candidate is it: the cues share a token, the contents half of theirs, and so do the sources, or neither has one.</summary>
    public bool IsFoundBy(Candidate candidate)
    {
        if (!Cue.Exists(candidate.Cue.Overlaps))
            return false;
        var shared = Content.Sum(c => candidate.Content.Sum(c.Shared));
        if (shared * 4 < Content.Sum(c => c.Count) + candidate.Words)
            return false;
        return Source.Count == 0 ? candidate.Source is null : candidate.Source is { } source && Source.Exists(source.Overlaps);
    }
}
