using System.Globalization;
using System.Text;
using NetVips;
using Sourceline.Localization;

namespace Sourceline.Site.Pictures;

/// <summary>What is drawn of a story.</summary>
/// <param name="Site">The site's name.</param>
/// <param name="Headline">The story's headline, of any length.</param>
/// <param name="Language">The story's language, a BCP 47 tag.</param>
/// <param name="Hops">Who passed it on, nearest first; may be empty.</param>
internal sealed record SocialPictureContent(string Site, string Headline, string Language, IReadOnlyList<string> Hops);

/// <summary>Draws the picture that others show beside a link to a story without one: the site's name, the headline and the line.</summary>
internal static class SocialPicture
{
    /// <summary>Pixels, as Open Graph recommends.</summary>
    public const int Width = 1200;

    /// <inheritdoc cref="Width"/>
    public const int Height = 630;

    private const int Margin = 72;
    private const int LineY = 150;
    private const int HeadlineY = 196;
    private const int HeadlineHeight = 280;
    private const int StationsY = 532;
    private const int LargestHeadline = 68;
    private const int SmallestHeadline = 30;
    private const int LongestHeadline = 400;
    private const int LongestName = 60;
    private const int MostStations = 3;

    /// <summary>Pixels between text and what is beside it.</summary>
    private const int Gap = 28;

    private const string Ink = "#1a1c1e";
    private const string Soft = "#4a4e52";
    private const string Accent = "#0b4f5c";

    private static readonly Lazy<bool> Fonts = new(LoadFonts);

    /// <summary>The picture as PNG.</summary>
    /// <exception cref="VipsException">The picture could not be drawn.</exception>
    public static byte[] Draw(SocialPictureContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        _ = Fonts.Value;
        var isRightToLeft = TextDirection.IsRightToLeft(content.Language);
        var texts = new List<(Image Image, int X, int Y)>();
        try
        {
            var name = Text(content.Site, "Source Serif 4, Vazirmatn Bold", 46, Ink, Width - (2 * Margin), isRightToLeft);
            texts.Add((name, Start(name, isRightToLeft), LineY - Gap - name.Height));
            var headline = Headline(content.Headline, isRightToLeft);
            texts.Add((headline, Start(headline, isRightToLeft), HeadlineY));
            var stations = Stations(content.Hops, isRightToLeft, texts);
            using var drawing = Image.NewFromBuffer(Encoding.UTF8.GetBytes(Drawing(stations, isRightToLeft)));
            using var sheet = drawing.Flatten(background: [251, 250, 246]);
            using var picture = sheet.Composite(
                [.. texts.Select(text => text.Image)],
                [.. texts.Select(_ => Enums.BlendMode.Over)],
                x: [.. texts.Select(text => text.X)],
                y: [.. texts.Select(text => text.Y)]
            );
            using var flat = picture.Flatten();
            return flat.PngsaveBuffer(compression: 9, palette: true, q: 90, effort: 4);
        }
        finally
        {
            foreach (var (image, _, _) in texts)
                image.Dispose();
        }
    }

    /// <summary>As large as it fits.</summary>
    private static Image Headline(string headline, bool isRightToLeft)
    {
        var words = Cut(headline, LongestHeadline);
        for (var size = LargestHeadline; ; size -= 6)
        {
            var image = Text(words, "Source Serif 4, Vazirmatn Bold", size, Ink, Width - (2 * Margin), isRightToLeft);
            if (image.Height <= HeadlineHeight)
                return image;
            if (size > SmallestHeadline)
            {
                image.Dispose();
                continue;
            }
            using (image)
                return image.Crop(0, 0, image.Width, HeadlineHeight);
        }
    }

    /// <summary>Writes the names of the stations, and says where each is drawn; the rest of the line is drawn where they end.</summary>
    private static List<int> Stations(IReadOnlyList<string> hops, bool isRightToLeft, List<(Image Image, int X, int Y)> texts)
    {
        var stations = new List<int>();
        var at = Margin + 60;
        foreach (var hop in hops.Take(MostStations))
        {
            var name = Text(Cut(hop, LongestName), "Source Sans 3, Vazirmatn Semi-Bold", 27, Soft, 420, isRightToLeft);
            if (at + name.Width > Width - Margin)
            {
                name.Dispose();
                break;
            }
            stations.Add(at);
            texts.Add((name, isRightToLeft ? Width - at - name.Width + 9 : at - 9, StationsY + 20));
            at += Math.Max(name.Width, 60) + (2 * Gap);
        }
        return stations;
    }

    private static int Start(Image image, bool isRightToLeft) => isRightToLeft ? Width - Margin - image.Width : Margin;

    /// <summary>The paper, the rule with the site's one station, and the story's line with a station a hop.</summary>
    private static string Drawing(List<int> stations, bool isRightToLeft)
    {
        int X(int fromStart) => isRightToLeft ? Width - fromStart : fromStart;
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{Width}\" height=\"{Height}\">");
        svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M{Margin} {LineY}H{Width - Margin}\" stroke=\"{Ink}\" stroke-width=\"3\"/>");
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<circle cx=\"{X(Margin + 42)}\" cy=\"{LineY}\" r=\"9\" fill=\"#fbfaf6\" stroke=\"{Ink}\" stroke-width=\"3\"/>"
        );
        if (stations.Count > 0)
        {
            svg.Append(
                CultureInfo.InvariantCulture,
                $"<path d=\"M{X(Margin)} {StationsY}H{X(stations[^1])}\" stroke=\"{Accent}\" stroke-width=\"4\"/>"
            );
            svg.Append(
                CultureInfo.InvariantCulture,
                $"<path d=\"M{X(Margin)} {StationsY - 11}V{StationsY + 11}\" stroke=\"{Accent}\" stroke-width=\"6\"/>"
            );
        }
        foreach (var station in stations)
            svg.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{X(station)}\" cy=\"{StationsY}\" r=\"10\" fill=\"{Accent}\"/>");
        return svg.Append("</svg>").ToString();
    }

    /// <summary>Text with transparency around it. What Pango would take for markup is escaped.</summary>
    private static Image Text(string text, string font, int size, string colour, int width, bool isRightToLeft)
    {
        var words = text.Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal);
        // Pango aligns each paragraph by its own direction, which a mark in front makes the story's.
        var mark = isRightToLeft ? '\u200F' : '\u200E';
        return Image.Text(
            $"<span foreground=\"{colour}\">{mark}{words}</span>",
            font: string.Create(CultureInfo.InvariantCulture, $"{font} {size}"),
            width: width,
            dpi: 72,
            rgba: true,
            wrap: Enums.TextWrap.WordChar,
            spacing: -size / 6
        );
    }

    private static string Cut(string text, int longest) => Stories.Html.PlainText.Cut(Stories.Html.PlainText.Line(text), longest);

    /// <summary>Fonts that were read once are known by name from then on.</summary>
    private static bool LoadFonts()
    {
        foreach (var file in Directory.Exists(FontFolder) ? Directory.GetFiles(FontFolder, "*.ttf") : [])
        {
            using var image = Image.Text("x", fontfile: file);
            image.Avg();
        }
        return true;
    }

    private static string FontFolder => Path.Combine(AppContext.BaseDirectory, "picture-fonts");
}
