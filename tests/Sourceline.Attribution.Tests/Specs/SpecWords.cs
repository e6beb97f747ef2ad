using System.Globalization;
using Sourceline.Attribution.Model;

namespace Sourceline.Attribution.Tests.Specs;

/// <summary>Says a reading in the words of a specification, so that a failure reads like the file.</summary>
internal static class SpecWords
{
    private static readonly char[] Edges = [' ', '.', ',', ';', ':', '"', '“', '”', '«', '»', '„', '‘', '’', '\''];

    public static string Line(AttributedStatement statement, string text) =>
        statement.Chains.IsEmpty ? $"nobody: {Content(statement, text)}" : $"{Chain(statement.Chains[0])}: {Content(statement, text)}";

    public static string Line(Answer answer, string text)
    {
        var words = $"{Camel(answer.Kind.ToString())}: {(answer.Asked is { } asked ? Hop(asked) : "nobody")}: {answer.Span.Of(text)}";
        return answer.Via is { } via ? $"{words} (via {Hop(via)})" : words;
    }

    public static IEnumerable<string> Details(AttributedStatement statement)
    {
        if (statement.Date is { } date)
            yield return $"when: {Date(date)}";
        if (statement.Hedge is { } hedge)
            yield return $"hedge: {hedge.Words}";
        foreach (var spoken in statement.ContentDates)
            yield return $"speaks of: {Date(spoken)}";
        yield return $"polarity: {Camel(statement.Polarity.ToString())}";
        yield return $"words: {statement.Kind.ToString().ToLowerInvariant()}";
        foreach (var chain in statement.Chains.Skip(1))
            yield return $"also: {Chain(chain)}";
        foreach (var link in statement.Chains.SelectMany(c => c.Hops))
            yield return $"{(link.IsNamed ? "named" : "no name")}: {link.Name}";
        foreach (var link in statement.Chains.SelectMany(c => c.Hops).Where(l => l.Role is not null))
            yield return $"role: {link.Role}";
        foreach (var alias in statement.Chains.SelectMany(c => c.Hops).SelectMany(l => l.Aliases))
            yield return $"alias: {alias}";
    }

    private static string Content(AttributedStatement statement, string text) =>
        string.Join(" / ", statement.Content.Select(c => c.Of(text).Replace('\n', ' ').Trim(Edges)));

    private static string Chain(Chain chain) => string.Join(" ← ", chain.Hops.Select(Hop));

    private static string Hop(Hop link)
    {
        var words = link.Kind.ToString().ToLowerInvariant();
        if (link.Basis != Basis.Stated)
            words += $", {link.Basis.ToString().ToLowerInvariant()}";
        if (link.Identity is { } identity)
            words += $", {(identity.Basis == Basis.Inferred ? "perhaps" : "who is")} {identity.Name}";
        return $"{link.Name} ({words})";
    }

    private static string Date(StatementDate date)
    {
        var from = date.From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return date.From == date.To
            ? $"{date.Words} = {from}"
            : $"{date.Words} = {from} to {date.To.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}";
    }

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
