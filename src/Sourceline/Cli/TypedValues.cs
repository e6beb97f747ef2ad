using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Numerics;

namespace Sourceline.Cli;

/// <summary>Reads values of options and arguments, and says in plain words what is wrong with one.</summary>
internal static class TypedValues
{
    /// <summary>An option for a day such as 2021-07-19.</summary>
    public static Option<DateOnly?> Day(string name, string description) =>
        new(name)
        {
            Description = description,
            HelpName = "DATE",
            CustomParser = result =>
            {
                var word = result.Tokens[0].Value;
                if (DateOnly.TryParseExact(word, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                    return day;
                result.AddError($"{name} must be a date such as 2021-07-19, not '{word}'.");
                return null;
            },
        };

    /// <summary>Reads a whole number.</summary>
    /// <param name="name">The option or argument, for the error.</param>
    /// <param name="least">The smallest number allowed.</param>
    public static Func<ArgumentResult, T> Number<T>(string name, T least)
        where T : struct, IBinaryInteger<T>, IMinMaxValue<T> =>
        result =>
        {
            var word = result.Tokens[0].Value;
            if (T.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least)
                return number;
            var limit = word.All(char.IsAsciiDigit) ? string.Create(CultureInfo.InvariantCulture, $" to {T.MaxValue}") : "";
            result.AddError(
                string.Create(CultureInfo.InvariantCulture, $"{name} must be a whole number from {least}{limit}, not '{word}'.")
            );
            return default;
        };

    /// <summary>The same for an option without a default.</summary>
    public static Func<ArgumentResult, T?> OptionalNumber<T>(string name, T least)
        where T : struct, IBinaryInteger<T>, IMinMaxValue<T>
    {
        var read = Number(name, least);
        return result => read(result);
    }

    /// <summary>Has an option accept only some words.</summary>
    public static Option<T> OneOf<T>(this Option<T> option, params string[] words) =>
        option.Checked(word => Refusal(option.Name, word, words));

    /// <summary>Has an argument accept only some words.</summary>
    public static Argument<T> OneOf<T>(this Argument<T> argument, params string[] words) =>
        argument.Checked(word => Refusal(argument.Name, word, words));

    /// <summary>Has an option refuse words.</summary>
    /// <param name="option">The option.</param>
    /// <param name="refusal">A sentence that says what is wrong with a word; null if nothing is.</param>
    public static Option<T> Checked<T>(this Option<T> option, Func<string, string?> refusal)
    {
        option.Validators.Add(result => Check(result, result.Tokens, refusal));
        return option;
    }

    /// <summary>Has an argument refuse words.</summary>
    /// <inheritdoc cref="Checked{T}(Option{T}, Func{string, string?})"/>
    public static Argument<T> Checked<T>(this Argument<T> argument, Func<string, string?> refusal)
    {
        argument.Validators.Add(result => Check(result, result.Tokens, refusal));
        return argument;
    }

    private static void Check(SymbolResult result, IEnumerable<Token> tokens, Func<string, string?> refusal)
    {
        foreach (var token in tokens)
            if (refusal(token.Value) is { } words)
                result.AddError(words);
    }

    private static string? Refusal(string name, string word, string[] words) =>
        words.Contains(word, StringComparer.Ordinal)
            ? null
            : $"{name} must be {string.Join(", ", words.SkipLast(1))} or {words[^1]}, not '{word}'.";
}
