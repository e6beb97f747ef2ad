using System.Globalization;
using Microsoft.AspNetCore.Html;
using Sourceline.Search.Queries;

namespace Sourceline.Search.Pages;

/// <summary>What the page says of a search.</summary>
internal static class ResultWords
{
    /// <summary>Marked text, everything else escaped.</summary>
    public static IHtmlContent Html(IEnumerable<MarkedPiece> pieces) => new HtmlString(Highlighter.Html(pieces));

    /// <summary>The year that a request is narrowed to; null for none or another stretch of time.</summary>
    public static string? Year(SearchRequest request) =>
        request is { From: { Month: 1, Day: 1 } from, To: { Month: 12, Day: 31 } to } && from.Year == to.Year
            ? from.Year.ToString(CultureInfo.InvariantCulture)
            : null;

    /// <summary>The request narrowed to a year; to none where none is given.</summary>
    public static SearchRequest InYear(SearchRequest request, string? year) =>
        year is null
            ? request with
            {
                From = null,
                To = null,
            }
            : request with
            {
                From = new DateOnly(int.Parse(year, CultureInfo.InvariantCulture), 1, 1),
                To = new DateOnly(int.Parse(year, CultureInfo.InvariantCulture), 12, 31),
            };
}
