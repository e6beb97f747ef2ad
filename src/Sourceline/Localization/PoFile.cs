namespace Sourceline.Localization;

/// <summary>One catalogue file, read and looked over by itself.</summary>
/// <param name="Name">Such as <c>Site.fa.po</c>.</param>
/// <param name="Area">The part of the product that its words belong to.</param>
/// <param name="Language">The language, with its region if it is only of one.</param>
/// <param name="Entries">What is without mistakes.</param>
internal sealed record PoFile(string Name, string Area, string Language, IReadOnlyList<Catalogue.Entry> Entries)
{
    /// <summary>Reads a file and adds its mistakes to the others.</summary>
    public static PoFile Read(string name, TextReader reader, List<CatalogueError> errors)
    {
        var parts = name.Split('.');
        var (area, language) = (parts[0], parts[1]);
        var entries = PoReader.Read(name, reader, errors);
        if (PluralRule.Of(Catalogue.Base(language)) is not { } plurals)
        {
            errors.Add(new(name, 1, $"No plural rule is known for '{language}'. Add one to PluralRule."));
            return new(name, area, language, []);
        }
        Header(name, language, plurals, entries, errors);
        return new(
            name,
            area,
            language,
            [
                .. entries
                    .Where(entry => entry.Key.Length > 0)
                    .Select(entry => Entry(name, language, plurals, entry, errors))
                    .OfType<Catalogue.Entry>(),
            ]
        );
    }

    private static void Header(
        string name,
        string language,
        PluralRule plurals,
        IReadOnlyList<PoEntry> entries,
        List<CatalogueError> errors
    )
    {
        if (entries is not [{ Key: "" } header, ..])
        {
            errors.Add(new(name, 1, "The file must begin with a header: an empty msgid."));
            return;
        }
        var lines = header.Texts[0].Split('\n');
        foreach (
            var wanted in (string[])[$"Language: {language}", "Content-Type: text/plain; charset=UTF-8", $"Plural-Forms: {plurals.Header}"]
        )
            if (!lines.Contains(wanted))
                errors.Add(new(name, header.Line, $"The header must have the line '{wanted}'."));
    }

    private static Catalogue.Entry? Entry(string name, string language, PluralRule plurals, PoEntry entry, List<CatalogueError> errors)
    {
        var known = errors.Count;
        if (!Catalogue.KeyPattern().IsMatch(entry.Key))
            Wrong("A key is small letters and digits in two or more parts, such as 'story.corrected-on'.");
        if (entry.IsPlural && entry.Texts.Count != plurals.Forms)
            Wrong($"'{entry.Key}' has {entry.Texts.Count} plural forms; '{language}' has {plurals.Forms}.");
        var forms = entry.Texts.Select(Form).OfType<Message>().ToList();
        if (errors.Count > known)
            return null;
        var placeholders = forms.SelectMany(form => form.Placeholders).Distinct().Order(StringComparer.Ordinal).ToList();
        for (var form = 0; form < forms.Count; form++)
        {
            // "one reply" needs no figure where the form stands for nothing but 1.
            var needed = form == 0 && plurals.FirstIsOne ? placeholders.Where(one => one != "{0}") : placeholders;
            if (needed.Except(forms[form].Placeholders).FirstOrDefault() is { } missing)
                Wrong($"'{entry.Key}': form {form} lacks {missing}.");
        }
        if (language == Catalogue.Source && placeholders.Count > 0)
        {
            foreach (
                var unexplained in placeholders.Where(one =>
                    !entry.Comment.Contains(one, StringComparison.Ordinal) && !(entry.IsPlural && one == "{0}")
                )
            )
                Wrong($"'{entry.Key}' does not say what {unexplained} is. Add a comment for translators: #. {unexplained}: ...");
        }
        return errors.Count == known ? new(entry.Key, name, entry.Line, forms, entry.IsPlural, placeholders) : null;

        Message? Form(string text)
        {
            if (text.Length == 0)
                Wrong($"'{entry.Key}' has an empty text.");
            var message = Message.Parse(text, out var error);
            if (error is not null)
                Wrong($"'{entry.Key}': {error}");
            return message;
        }

        void Wrong(string message) => errors.Add(new(name, entry.Line, message));
    }
}
