using Sourceline.Data.Model;
using Sourceline.Settings;

namespace Sourceline.Sourcing;

/// <summary>A statement as readers see it.</summary>
/// <param name="Number">1 and up among those that the page shows.</param>
/// <param name="Statement">What was found, with what editors said of it.</param>
/// <param name="Text">The version's canonical text.</param>
/// <param name="Words">What was said, as it stands in the text.</param>
/// <param name="Chains">Through whom it came; empty where nobody was found.</param>
/// <param name="Confirmed">An editor confirmed the statement and every hop shown.</param>
public sealed record StatementView(
    int Number,
    Sourceline.Data.Model.Statement Statement,
    string Text,
    string Words,
    IReadOnlyList<ChainView> Chains,
    bool Confirmed
)
{
    /// <summary>The ellipsis that joins the parts of an interrupted statement.</summary>
    private const string Gap = " … ";

    /// <summary>The whole sentence that it is part of, on one line.</summary>
    public string Sentence =>
        StatementSentence.Find(Statement.Content, Statement.Cue, Statement.SourceWords, Text) is { } span ? Flat(span.Of(Text)) : Words;

    /// <summary>Those that readers may see, in the order of the text, numbered.</summary>
    /// <param name="statements">Of one version, with links, sources and identities.</param>
    /// <param name="text">The version's canonical text.</param>
    /// <param name="options">What readers see of unconfirmed ones.</param>
    public static IReadOnlyList<StatementView> ForReaders(
        IEnumerable<Sourceline.Data.Model.Statement> statements,
        string text,
        StatementOptions options
    )
    {
        ArgumentNullException.ThrowIfNull(statements);
        return
        [
            .. statements
                .Where(statement => IsShown(statement, text, options))
                .OrderBy(statement => statement.Ordinal)
                .Select((statement, index) => View(statement, text, index + 1)),
        ];
    }

    /// <summary>Whether readers may see it: confirmed, or proposed and the site shows such.</summary>
    public static bool IsShown(Sourceline.Data.Model.Statement statement, string text, StatementOptions options)
    {
        ArgumentNullException.ThrowIfNull(statement);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(text);
        // A span outside the text would be a fault in what found it; the page goes on without.
        if (statement.Content.Length == 0 || statement.Content.Any(span => span.Start < 0 || span.End > text.Length || span.Length < 1))
            return false;
        return ReaderVisibility.Shows(statement, options);
    }

    private static StatementView View(Sourceline.Data.Model.Statement statement, string text, int number)
    {
        var lines = ChainView.Of(statement.Hops, forReaders: true);
        var words = string.Join(Gap, statement.Content.Select(span => Flat(span.Of(text))));
        return new(number, statement, text, words, lines, statement.Review == Review.Confirmed && lines.All(line => line.Confirmed));
    }

    private static string Flat(string words) => string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
