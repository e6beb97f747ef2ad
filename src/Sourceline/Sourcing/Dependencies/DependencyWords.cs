using System.Globalization;
using Sourceline.Data.Model;
using Sourceline.Localization;

namespace Sourceline.Sourcing.Dependencies;

/// <summary>Says how stories lean on a source.</summary>
public static class DependencyWords
{
    public static string Of(Localizer words, DependencyKind kind)
    {
        ArgumentNullException.ThrowIfNull(words);
        return words[
            kind switch
            {
                DependencyKind.SoleSource => "dependency.sole-source",
                DependencyKind.OneOfSeveral => "dependency.one-of-several",
                _ => "dependency.background",
            }
        ];
    }

    /// <summary>The same for programs: in JSON and CSV it never changes.</summary>
    internal static string Machine(DependencyKind kind) =>
        kind switch
        {
            DependencyKind.SoleSource => "sole source",
            DependencyKind.OneOfSeveral => "one of several",
            _ => "background",
        };

    /// <summary>For the command line: "Kommersant (news outlet): 12 stories lean on it; it is the sole source of 3, one of several in 8, background in 1".</summary>
    public static string Of(SourceRow source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var head = $"{source.Name} ({ChainWords.Of(Localizer.English, source.Kind)}): ";
        if (source.Stories == 0)
            return head + "no story leans on it";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{head}{source.Stories:N0} {(source.Stories == 1 ? "story leans" : "stories lean")} on it; it is the sole source of {source.SoleSource:N0}, one of several in {source.OneOfSeveral:N0}, background in {source.Background:N0}"
        );
    }

    /// <summary>
    /// By which ways a sentence came, each once: "Reported by Kommersant on Saturday 17 July 2021; no source found automatically. Not yet checked
    /// by an editor."
    /// </summary>
    public static IEnumerable<string> Ways(Localizer words, DependentSentence sentence)
    {
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(sentence);
        var ways =
            from statement in sentence.Statements
            from line in statement.Lines
            select $"{ChainWords.Sentence(words, line, statement.DateFrom, statement.DateTo)} {words[statement.Confirmed && line.Confirmed ? "review.checked" : "review.unchecked"]}";
        return ways.Distinct();
    }
}
