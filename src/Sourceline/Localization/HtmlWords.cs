using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Sourceline.Localization;

/// <summary>Words with markup. What is not a tag or finished HTML is encoded when it is written.</summary>
internal sealed class HtmlWords(Localizer localizer, Message message, Argument[] arguments) : IHtmlContent
{
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        foreach (var piece in message.Pieces)
        {
            if (piece.Kind == Message.PieceKind.Literal)
                encoder.Encode(writer, piece.Text);
            else if (piece.Index >= arguments.Length)
                continue;
            else if (piece.Kind == Message.PieceKind.Argument)
                Write(arguments[piece.Index], writer, encoder);
            else if (arguments[piece.Index].Content is not Tag tag)
                continue;
            else if (piece.Kind == Message.PieceKind.Open)
                tag.Open(writer, encoder);
            else
                tag.Close(writer);
        }
    }

    private void Write(Argument argument, TextWriter writer, HtmlEncoder encoder)
    {
        switch (argument.Kind)
        {
            case ArgumentKind.Text when argument.Content is string text:
                var runsAgainst = TextDirection.RunsAgainst(text, localizer.IsRightToLeft);
                if (runsAgainst)
                    Tag.Isolated.Open(writer, encoder);
                encoder.Encode(writer, text);
                if (runsAgainst)
                    Tag.Isolated.Close(writer);
                break;
            case ArgumentKind.Words:
                encoder.Encode(writer, (string)argument.Content!);
                break;
            case ArgumentKind.Html when argument.Content is IHtmlContent html:
                html.WriteTo(writer, encoder);
                break;
            case ArgumentKind.Number:
                encoder.Encode(writer, localizer.Number(argument.Number));
                break;
            case ArgumentKind.Day:
                encoder.Encode(writer, localizer.Dates.Day(argument.Number));
                break;
            case ArgumentKind.Moment:
                encoder.Encode(writer, localizer.Dates.Moment(argument.Number));
                break;
        }
    }
}

/// <summary>A time for people, with the same for machines in its attribute.</summary>
internal sealed class HtmlTime(string machine, string words) : IHtmlContent
{
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        writer.Write("<time datetime=\"");
        encoder.Encode(writer, machine);
        writer.Write("\">");
        encoder.Encode(writer, words);
        writer.Write("</time>");
    }
}
