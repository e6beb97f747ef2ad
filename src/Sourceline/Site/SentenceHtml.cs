using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Sourceline.Sourcing;

namespace Sourceline.Site;

/// <summary>A sentence in which what was said is marked. It is written without a space between the pieces, which a template would add.</summary>
internal sealed class SentenceHtml(IReadOnlyList<SentencePiece> pieces) : IHtmlContent
{
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        foreach (var piece in pieces)
        {
            if (piece.IsSaid)
                writer.Write("<q>");
            encoder.Encode(writer, piece.Text);
            if (piece.IsSaid)
                writer.Write("</q>");
        }
    }
}
