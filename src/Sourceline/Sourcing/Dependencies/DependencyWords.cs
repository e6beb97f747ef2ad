using System.Globalization;
using Sourceline.Data.Model;

namespace Sourceline.Sourcing.Dependencies;

/// <summary>Says how stories lean on a source.</summary>
public static class DependencyWords
{
    public static string Of(DependencyKind kind) => kind switch
    {
        DependencyKind.SoleSource => "sole source",
        DependencyKind.OneOfSeveral => "one of several",
        _ => "background",
    };

    /// <summary>"Kommersant (news outlet): 12 stories lean on it; it is the sole source of 3, one of several in 8, background in 1".</summary>
    public static string Of(SourceRow source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var head = $"{source.Name} ({ChainWords.Of(source.Kind)}): ";
        if (source.Stories == 0) return head + "no story leans on it";
        return string.Create(CultureInfo.InvariantCulture,
            $"{head}{source.Stories:N0} {(source.Stories == 1 ? "story leans" : "stories lean")} on it; it is the sole source of {source.SoleSource:N0}, one of several in {source.OneOfSeveral:N0}, background in {source.Background:N0}");
    }

    /// <summary>
    /// By which ways a sentence came, each once: "Kommersant newspaper, reported Saturday 17 July 2021; who told the newspaper is not stated; found
    /// automatically, not yet confirmed by an editor".
    /// </summary>
    public static IEnumerable<string> Ways(DependentSentence sentence)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        var ways = from statement in sentence.Statements
                   from line in statement.Lines
                   select $"{ChainWords.Sentence(line, statement.DateFrom, statement.DateTo)}; {(statement.Confirmed ? "confirmed by an editor" : ChainWords.Unconfirmed)}";
        return ways.Distinct();
    }
}
