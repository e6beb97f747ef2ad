using System.Collections.Frozen;

namespace Sourceline.Formats.Detection;

/// <summary>Tells e-mails, whole or printed or forwarded, by the header fields that stand together in them (RFC 5322, section 3.6).</summary>
internal static class MailText
{
    /// <summary>Further down a few fields may be quoted in a story.</summary>
    private const int LinesOfHead = 30;

    private const int LongestName = 40;

    /// <summary>Fields that nobody writes by hand.</summary>
    private static readonly FrozenSet<string> Technical = FrozenSet.ToFrozenSet(
        [
            "received",
            "return-path",
            "delivered-to",
            "message-id",
            "mime-version",
            "content-transfer-encoding",
            "content-type",
            "content-disposition",
            "in-reply-to",
            "references",
            "reply-to",
            "envelope-to",
            "authentication-results",
            "dkim-signature",
            "domainkey-signature",
            "received-spf",
            "list-id",
            "list-unsubscribe",
            "list-post",
            "auto-submitted",
            "thread-index",
            "thread-topic",
            "user-agent",
        ],
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>What mail programs print above a message, in their languages.</summary>
    private static readonly FrozenSet<string> Printed = FrozenSet.ToFrozenSet(
        [
            "from",
            "sent",
            "to",
            "cc",
            "bcc",
            "subject",
            "sender",
            "attachments",
            "references",
            "importance",
            "precedence",
            "priority",
            "von",
            "gesendet",
            "an",
            "betreff",
            "de",
            "envoyé",
            "à",
            "objet",
            "enviado",
            "enviado el",
            "para",
            "asunto",
            "assunto",
            "da",
            "inviato",
            "a",
            "oggetto",
            "от",
            "от кого",
            "кому",
            "отправлено",
            "копия",
            "тема",
            "van",
            "verzonden",
            "aan",
            "onderwerp",
            "från",
            "skickat",
            "till",
            "ämne",
            "fra",
            "sendt",
            "til",
            "emne",
            "od",
            "do",
            "temat",
            "wysłano",
            "از",
            "به",
            "موضوع",
            "فرستنده",
            "گیرنده",
            "من",
            "إلى",
            "الموضوع",
            "gönderen",
            "kime",
            "konu",
        ],
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>The subject of a message: two fields with it are enough.</summary>
    private static readonly FrozenSet<string> Subjects = FrozenSet.ToFrozenSet(
        [
            "subject",
            "betreff",
            "objet",
            "asunto",
            "assunto",
            "oggetto",
            "тема",
            "onderwerp",
            "ämne",
            "emne",
            "temat",
            "موضوع",
            "الموضوع",
            "konu",
        ],
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>What kind of e-mail the text holds, with its article; null where no header fields stand in it.</summary>
    public static string? Describe(string head)
    {
        if (!HasFields(head))
            return null;
        return head.Contains("multipart/related", StringComparison.OrdinalIgnoreCase)
            ? "a web page saved as a single file (MHTML)"
            : "an e-mail";
    }

    private static bool HasFields(string head)
    {
        // The line that begins each message of an mbox file (RFC 4155).
        if (head.StartsWith("From ", StringComparison.Ordinal) && head.AsSpan(0, Math.Min(head.Length, 200)).Contains('@'))
            return true;
        var (fields, number) = (new HashSet<string>(StringComparer.OrdinalIgnoreCase), 0);
        foreach (var line in head.AsSpan().EnumerateLines())
        {
            number++;
            // A field goes on in lines that begin with white space.
            if (fields.Count > 0 && line.Length > 0 && char.IsWhiteSpace(line[0]) && !line.IsWhiteSpace())
                continue;
            if (NameOf(line.TrimStart("> \t*|")) is not { } name)
                fields.Clear();
            else if (fields.Add(name) && IsMail(fields, isNearTop: number <= LinesOfHead))
                return true;
        }

        return false;
    }

    private static string? NameOf(ReadOnlySpan<char> line)
    {
        var colon = line.IndexOf(':');
        if (colon is <= 0 or > LongestName)
            return null;
        var name = line[..colon].Trim().Trim('*');
        foreach (var c in name)
            if (!char.IsLetterOrDigit(c) && c is not ('-' or ' ' or '_'))
                return null;
        return name.IsEmpty ? null : name.ToString();
    }

    /// <summary>Whether names that stand together, one a line, are those of an e-mail's header.</summary>
    private static bool IsMail(HashSet<string> names, bool isNearTop)
    {
        var technical = names.Count(name =>
            Technical.Contains(name) || (name.Length > 4 && name.StartsWith("x-", StringComparison.OrdinalIgnoreCase))
        );
        var printed = names.Count(Printed.Contains);
        var hasSubject = names.Any(Subjects.Contains);
        if (technical >= 2 || (technical == 1 && printed >= 1))
            return true;
        if (!isNearTop)
            return printed >= 3 && hasSubject;
        return (technical == 1 && names.Count >= 2) || (printed >= 2 && hasSubject) || printed >= 3;
    }
}
