using System.Globalization;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Sourceline.Search.Index;

namespace Sourceline.Search.Queries;

/// <summary>What was looked up in the database for a request, so that the index alone answers it.</summary>
/// <param name="CategoryId">0 for a category that is not there; null where none is asked for.</param>
/// <param name="SourceId">The same of the source.</param>
/// <param name="SpeakerId">Who has the very name.</param>
/// <param name="ViaId">Who has the very name.</param>
/// <param name="FromUtc">The first instant.</param>
/// <param name="UntilUtc">The first instant after.</param>
internal sealed record Lookups(int? CategoryId, long? SourceId, long? SpeakerId, long? ViaId, DateTime? FromUtc, DateTime? UntilUtc);

/// <summary>The queries of a request.</summary>
/// <param name="Stories">Finds stories.</param>
/// <param name="Near">Weighs stories more in which the words stand together; null where they are in another order, or there is nothing to weigh.</param>
/// <param name="Statements">Finds, in the stories that were found, the statements to show; null where none is looked for.</param>
internal sealed record StoryQuery(Query Stories, Query? Near, Query? Statements)
{
    /// <summary>A word in the headline says more of what a story is about than one in its text.</summary>
    private static readonly WeighedField[] OfStories = [new(FieldNames.Headline, 2.5f), new(FieldNames.Text, 1)];

    private static readonly WeighedField[] OfStatements = [new(FieldNames.Said, 1)];

    /// <summary>Null where nothing can be found: no word of the search is one.</summary>
    /// <param name="loosely">Take the words from anywhere in the story, rather than from what was said.</param>
    public static StoryQuery? Of(IndexReader reader, SearchRequest request, IReadOnlyList<WordPart> parts, Lookups lookups, bool loosely)
    {
        var byRelevance = request.Order == SearchOrder.Relevance;
        var stories = new BooleanQuery();
        Query? shown = null,
            near = null;
        var said = new WordQuery(reader, OfStatements);
        if (request.AsksForStatements)
        {
            if (SaidBy(said, request, loosely ? [] : parts, lookups) is not { } asked)
                return null;
            stories.Add(new StatementsQuery(asked), Occur.MUST);
            shown = asked;
            if (!loosely && said.Near(parts) is { } together)
            {
                near = new StatementsQuery(together);
                shown = new BooleanQuery { { asked, Occur.MUST }, { together, Occur.SHOULD } };
            }
        }
        if (parts.Count > 0 && (!request.AsksForStatements || loosely))
        {
            var written = new WordQuery(reader, OfStories);
            if (written.All(parts) is not { } words)
                return null;
            stories.Add(words, Occur.MUST);
            near = written.Near(parts);
            shown ??= said.Some(parts);
        }
        AddFilters(stories, request, lookups);
        if (shown is null && lookups.SourceId is { } source)
            shown = Term(FieldNames.HandId, source);
        return new StoryQuery(stories, byRelevance ? near : null, shown);
    }

    private static BooleanQuery? SaidBy(WordQuery said, SearchRequest request, IReadOnlyList<WordPart> parts, Lookups lookups)
    {
        var all = new BooleanQuery();
        if (request.Speaker is { } speaker)
        {
            if (NameQuery.Of(speaker, FieldNames.Speaker, FieldNames.SpeakerId, lookups.SpeakerId) is not { } query)
                return null;
            all.Add(query, Occur.MUST);
        }
        if (request.Via is { } via)
        {
            if (NameQuery.Of(via, FieldNames.Hand, FieldNames.HandId, lookups.ViaId) is not { } query)
                return null;
            all.Add(query, Occur.MUST);
        }
        if (parts.Count == 0)
            return all;
        if (said.All(parts) is not { } words)
            return null;
        all.Add(words, Occur.MUST);
        return all;
    }

    private static void AddFilters(BooleanQuery stories, SearchRequest request, Lookups lookups)
    {
        if (lookups.CategoryId is { } category)
            stories.Add(Term(FieldNames.Category, category), Occur.MUST);
        if (lookups.SourceId is { } source)
            stories.Add(Term(FieldNames.SourceId, source), Occur.MUST);
        if (request.Language is { } language)
            stories.Add(Weightless(new TermQuery(new Term(FieldNames.Language, language.Split('-', 2)[0].ToLowerInvariant()))), Occur.MUST);
        // Every story has a date, so the range also stands for "all" where nothing else is asked for; statements have none.
        if (lookups.FromUtc is not null || lookups.UntilUtc is not null || stories.Clauses.All(clause => clause.IsProhibited))
        {
            stories.Add(
                Weightless(
                    NumericRangeQuery.NewInt64Range(
                        FieldNames.PublishedRange,
                        lookups.FromUtc?.Ticks ?? long.MinValue,
                        lookups.UntilUtc?.Ticks ?? long.MaxValue,
                        true,
                        lookups.UntilUtc is null
                    )
                ),
                Occur.MUST
            );
        }
    }

    private static ConstantScoreQuery Term(string field, long value) =>
        Weightless(new TermQuery(new Term(field, value.ToString(CultureInfo.InvariantCulture))));

    private static ConstantScoreQuery Weightless(Query query) => new(query) { Boost = 0 };
}
