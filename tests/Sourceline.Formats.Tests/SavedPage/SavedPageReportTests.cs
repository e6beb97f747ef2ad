using Sourceline.Formats.Tests.Support;

namespace Sourceline.Formats.Tests.SavedPage;

/// <summary>Pages as sites really set them: what is the story's and what is not.</summary>
public sealed class SavedPageReportTests
{
    private const string One =
        "The harbour office said on Monday that the ferry to the island would run again from August, after two months in which only the small mail boat had crossed the strait twice a day.";
    private const string Two =
        "“We have waited for the new engine since May,” said Ole Brand, who leads the office. He added that tickets would cost as much as before and that the night boat would come later.";
    private const string Text = "<p>" + One + "</p>\n<p>" + Two + "</p>";

    [Theory]
    [InlineData(
        "<div class=ticker><time datetime='2024-02-02T08:00:00Z'>8:00</time> Storm</div><main><article><header><h1>A</h1><time datetime='2021-07-19T13:42:00+02:00'>19 July</time></header>¤</article></main>"
    )]
    [InlineData(
        "<main><article><h1>A</h1><p class=meta><time class='entry-date published' datetime='2021-07-19T13:42:00+02:00'>19 July</time></p>¤</article><aside><time datetime='2024-02-02T08:00:00Z'>x</time></aside></main>"
    )]
    [InlineData(
        "<article><h1>A</h1>¤<footer class=entry-footer>Posted on <time class='entry-date published' datetime='2021-07-19T13:42:00+02:00'>19 July</time></footer></article>"
    )]
    [InlineData(
        "<article><h1>A</h1><p>By Jo Marsh <abbr class=published title='2021-07-19T13:42:00+02:00'>on Monday</abbr></p>¤</article>"
    )]
    [InlineData(
        "<main><ul><li><article><h2><a href=/x>B</a></h2><time datetime='2024-02-02T08:00:00Z'>x</time></article></li></ul><article><h1>A</h1><time itemprop=datePublished datetime='2021-07-19T13:42:00+02:00'>x</time>¤</article></main>"
    )]
    public void Read_Dates_AreTheStorys(string body) =>
        Assert.Equal(new DateTimeOffset(2021, 7, 19, 11, 42, 0, TimeSpan.Zero), Page(body).Published);

    [Theory]
    [InlineData(
        "<div class=ticker><time datetime='2024-02-02T08:00:00Z'>8:00</time> Storm</div><main><article><h1>A</h1>¤</article></main>"
    )]
    [InlineData("<article><h1>A</h1>¤<p>It sank on <time datetime='1912-04-15'>15 April 1912</time>.</p></article>")]
    [InlineData("<article><h1>A</h1>¤<aside class=related><time datetime='2024-02-02T08:00:00Z'>x</time></aside></article>")]
    [InlineData(
        "<article><h1>A</h1>¤</article><article class=teaser><h2><a href=/b>B</a></h2><time datetime='2024-02-02T08:00:00Z'>x</time></article>"
    )]
    public void Read_DatesOfOtherThings_AreNone(string body) => Assert.Null(Page(body).Published);

    [Theory]
    [InlineData(
        "<title>Ferry to run again - Harbour Herald</title><meta property=og:site_name content='Harbour Herald'><meta property=og:title content='Ferry to run again - Harbour Herald'>",
        "<article><h1>Ferry to run again</h1>¤</article>"
    )]
    [InlineData(
        "<title>Council buys – Harbour Herald</title>",
        "<header><h1 class=site-title><a href='/'>Harbour Herald</a></h1></header><main><article><h2 class=entry-title>Ferry to run again</h2>¤</article></main>"
    )]
    [InlineData(
        "<title>Ferry to run again | Harbour Herald</title>",
        "<h1 class=logo><a href='/'><img src=l.png alt='Harbour Herald'></a></h1><h1>Ferry to run again</h1><article>¤</article>"
    )]
    [InlineData(
        "<title>Ferry to run again | News | Harbour Herald</title><meta property=og:site_name content='Harbour Herald'>",
        "<article><h1>Ferry to run again</h1>¤</article>"
    )]
    [InlineData(
        "<title>Harbour Herald: Ferry to run again</title><meta property=og:site_name content='Harbour Herald'>",
        "<article>¤</article>"
    )]
    [InlineData(
        "<title>Ferry to run again :: harbour.example</title><meta property=og:title content='Ferry to run again – HARBOUR'>",
        "<article>¤</article>"
    )]
    public void Read_Headline_IsTheStorysWithoutTheSite(string head, string body) =>
        Assert.Equal("Ferry to run again", Page(body, head).Headline);

    [Theory]
    [InlineData("Brexit – what now?")]
    [InlineData("Ferry, boat | and bridge")]
    [InlineData("Herald of the sea - a story")]
    public void Read_SeparatorsInAHeadline_Stay(string headline) =>
        Assert.Equal(headline, Page($"<article><h1>{headline}</h1>¤</article>", $"<title>{headline}</title>").Headline);

    [Theory]
    [InlineData(
        "<figure><img class=lazyload src='data:image/gif;base64,R0' data-src='https://harbour.example/a.png' alt='Ferry'></figure>"
    )]
    [InlineData(
        "<figure><img alt='Ferry' class=wp-lazy><noscript><img src='https://harbour.example/a.png' alt='Ferry'></noscript></figure>"
    )]
    [InlineData("<noscript><img src='https://harbour.example/a.png' alt='Ferry'></noscript>")]
    [InlineData("<p><picture><source srcset='https://harbour.example/a.png 800w'><img alt='Ferry'></picture></p>")]
    [InlineData("<p><img alt='Ferry' srcset='https://harbour.example/s.png 1x, https://harbour.example/a.png 2x'></p>")]
    [InlineData(
        "<img src='/img/placeholder.png' data-lazy-srcset='https://harbour.example/s.png 300w, https://harbour.example/a.png 1200w' alt='Ferry'>"
    )]
    [InlineData("<img src='spacer.gif' data-original='a.png' alt='Ferry'>")]
    public void Read_PicturesThatLoadLate_AreKept(string picture)
    {
        var item = Page($"<article><h1>A</h1><p>{One}</p>{picture}<p>{Two}</p></article>");

        Assert.Contains("src=\"https://harbour.example/a.png\"", item.BodyHtml);
        Assert.Equal("https://harbour.example/a.png", Assert.Single(item.Attachments).Url);
        Assert.Equal(1, Count(item.BodyHtml!, "<img"));
    }

    [Theory]
    [InlineData(
        "<div id=header><a href='/'>Herald</a> <a href='/n'>News</a></div><div id=content><h1>A</h1><div class=storytext>¤1<br><br>¤2</div></div><div id=bottom>Copyright 2021 Herald. <a href=/t>Terms</a></div>"
    )]
    [InlineData(
        "<div><a href='/'>Herald</a><br><a href='/n'>News</a><br><a href='/s'>Sport</a></div><div>¤1<br><br>¤2</div><div>Copyright 2021 Herald</div>"
    )]
    [InlineData("<table><tr><td><a href='/'>Herald</a><br><a href='/n'>News</a></td><td>¤1<br>\n<br>¤2</td></tr></table>")]
    public void Read_TextSetWithBreaks_IsParagraphsAlone(string body)
    {
        var html = body.Replace("¤1", One, StringComparison.Ordinal).Replace("¤2", Two, StringComparison.Ordinal);

        Assert.Equal(Text.Replace("\n", "", StringComparison.Ordinal), Page(html).BodyHtml!.Replace("\n", "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(
        "{\"@type\":\"NewsArticle\",\"headline\":\"A story\",\"datePublished\":\"2021-07-19T13:42:00+02:00\",\"author\":{\"name\":\"Jo Marsh\"},\"description\":\"Two\nlines\tof text\"}"
    )]
    [InlineData(
        "{\"@type\":\"NewsArticle\",\"headline\":\"A story\",\"datePublished\":\"2021-07-19T13:42:00+02:00\",\"author\":{\"name\":\"Jo Marsh\"}};"
    )]
    [InlineData(
        "//<![CDATA[\n{\"@type\":\"NewsArticle\",\"headline\":\"A story\",\"datePublished\":\"2021-07-19T13:42:00+02:00\",\"author\":[\"Jo Marsh\"]}\n//]]>"
    )]
    [InlineData(
        "<!--\n{\"@type\":[\"NewsArticle\"],\"headline\":\"A story\",\"datePublished\":\"2021-07-19T13:42:00+02:00\",\"author\":[{\"name\":\"Jo Marsh\"},],}\n-->"
    )]
    [InlineData(
        "{\"@type\":\"WebPage\",\"mainEntity\":{\"@type\":\"NewsArticle\",\"datePublished\":\"2021-07-19T13:42:00+02:00\",\"author\":{\"name\":\"Jo Marsh\"}}}"
    )]
    [InlineData(
        "{\"@graph\":[{\"@type\":\"WebPage\",\"name\":\"x\"},{\"@type\":\"Person\",\"@id\":\"#jo\",\"name\":\"Jo Marsh\"},{\"@type\":\"NewsArticle\",\"headline\":\"A story\",\"datePublished\":\"2021-07-19T13:42:00+02:00\",\"author\":{\"@id\":\"#jo\"}}]}"
    )]
    [InlineData(
        "[{\"@type\":\"NewsArticle\",\"headline\":\"Another thing\",\"url\":\"https://harbour.example/9\",\"datePublished\":\"2024-01-01\",\"author\":\"X Y\"},{\"@type\":\"NewsArticle\",\"mainEntityOfPage\":{\"@id\":\"https://www.harbour.example/1?utm_source=x\"},\"headline\":\"Other words for it\",\"datePublished\":\"2021-07-19T13:42:00+02:00\",\"author\":\"Jo Marsh\"}]"
    )]
    [InlineData(
        "{\"@type\":\"BreadcrumbList\"}{\"@type\":\"NewsArticle\",\"headline\":\"A story\",\"datePublished\":\"2021-07-19T13:42:00+02:00\",\"author\":\"Jo Marsh\"}"
    )]
    public void Read_JsonLd_IsReadAsPagesHaveIt(string json)
    {
        var item = Page($"<script type='application/ld+json'>{json}</script><article><h1>A story</h1>¤</article>");

        Assert.Equal(
            (new DateTimeOffset(2021, 7, 19, 11, 42, 0, TimeSpan.Zero), "Jo Marsh", "A story"),
            (item.Published, item.Byline, item.Headline!.StartsWith("Other", StringComparison.Ordinal) ? "A story" : item.Headline)
        );
    }

    [Theory]
    [InlineData(
        "{\"@type\":\"NewsArticle\",\"headline\":\"Mayor loses hat\",\"url\":\"https://harbour.example/9\",\"datePublished\":\"2024-01-01\",\"author\":\"X Y\"}"
    )]
    [InlineData("{\"@type\":\"NewsArticle\",\"headline\":\"Mayor loses hat\",\"datePublished\":\"2024-01-01\",\"author\":\"X Y\"}")]
    [InlineData(
        "{\"@type\":\"ItemList\",\"itemListElement\":[{\"@type\":\"NewsArticle\",\"headline\":\"A story\",\"datePublished\":\"2024-01-01\"}]}"
    )]
    public void Read_JsonLdOfOtherPages_IsNotBelieved(string json)
    {
        var item = Page($"<script type='application/ld+json'>{json}</script><article><h1>A story of the ferry</h1>¤</article>");

        Assert.Equal((null, null, "A story of the ferry"), (item.Published, item.Byline, item.Headline));
    }

    [Theory]
    [InlineData("<div class=author-name>Jo Marsh</div>", "Jo Marsh")]
    [InlineData(
        "<p class=byline>Von <span class='author vcard'>Jo Marsh</span> und <span class='author vcard'>Ole Brand</span></p>",
        "Jo Marsh, Ole Brand"
    )]
    [InlineData("<p class=byline>By Jo Marsh and Ole Brand | 19 July 2021</p>", "Jo Marsh and Ole Brand")]
    [InlineData("<p>By Jo Marsh</p>", "Jo Marsh")]
    [InlineData("<p>Von Jo Marsh und Ole Brand</p>", "Jo Marsh und Ole Brand")]
    [InlineData("<span itemprop=author itemscope><span itemprop=name>Jo Marsh</span></span>", "Jo Marsh")]
    [InlineData("<p class=meta><a rel=author href='/a/jo'>Jo Marsh</a></p>", "Jo Marsh")]
    [InlineData("<meta name=parsely-author content='Jo Marsh'><meta name=parsely-author content='Ole Brand'>", "Jo Marsh, Ole Brand")]
    [InlineData("<meta name=author content=admin><div class=byline>By <a href='/author/jo'>Jo Marsh</a></div>", "Jo Marsh")]
    [InlineData("<meta name=author content='admin'>", null)]
    [InlineData("<p>By the time the ferry came, it was late.</p>", null)]
    public void Read_Bylines_AreReadAndOffTheBody(string line, string? expected)
    {
        var item = Page($"<main><article><h1>A</h1>{line}¤</article></main>");

        Assert.Equal(expected, item.Byline);
        if (expected is not null)
            Assert.Equal(Text, item.BodyHtml!.Trim());
        else
            Assert.Contains(One, item.BodyHtml);
    }

    [Theory]
    [InlineData("<p><a href='/x'>READ MORE: Mayor loses hat</a></p>")]
    [InlineData("<p><strong>Read also:</strong> <a href='/x'>Mayor loses hat in the harbour</a></p>")]
    [InlineData("<p>Lesen Sie auch: <a href='/x'>Bürgermeister verliert Hut</a></p>")]
    [InlineData("<div class=related-links><p>Related: Cat found</p></div>")]
    [InlineData("<p>Advertisement</p><div class=ad-slot>Buy boats now</div>")]
    [InlineData("<p>Share this story: <a href='#'>Mail</a></p>")]
    [InlineData("<div class='newsletter-signup'><p>Sign up for our letter</p></div>")]
    [InlineData("<p>© 2021 Harbour Herald</p>")]
    [InlineData("<h3>Related stories</h3><ul><li><a href='/x'>Mayor loses hat</a></li><li><a href='/y'>Cat found</a></li></ul>")]
    public void Read_NoiseWithinTheText_IsOff(string noise)
    {
        var item = Page($"<main><article><h1>A</h1><p>{One}</p>{noise}<p>{Two}</p></article></main>");

        Assert.Equal(Text.Replace("\n", "", StringComparison.Ordinal), item.BodyHtml!.Replace("\n", "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("<div class=reply><p>¤</p></div>")]
    [InlineData("<p class=promo-free>¤</p>")]
    [InlineData("<div class=share-wrapper><p>¤</p><a href='#'>Share</a></div>")]
    [InlineData("<blockquote class=social-embed><p>Ferry runs</p>— Harbour (@harbour) ¤</blockquote>")]
    [InlineData("<p>Read more books about ships, she said. ¤</p>")]
    [InlineData("<div class='has-newsletter no-sidebar'><p>¤</p></div>")]
    public void Read_PartsOfAStoryNamedLikeNoise_Stay(string part)
    {
        const string words = "The island council welcomed the news, according to its speaker, who said that the shop had suffered most.";

        Assert.Contains(
            words,
            Page(
                $"<main><article><h1>A</h1><p>{One}</p>{part.Replace("¤", words, StringComparison.Ordinal)}<p>{Two}</p></article></main>"
            ).BodyHtml
        );
    }

    [Theory]
    [InlineData(
        "<article><h1>A</h1><div class=article-body><p>¤1</p></div><div class=ad>x</div><div class=article-body><p>¤2</p></div></article>"
    )]
    [InlineData("<div><h1>A</h1><div itemprop=articleBody><p>¤1</p></div><div itemprop=articleBody><p>¤2</p></div></div>")]
    [InlineData("<main><article><h1>A</h1><p>¤1</p></article><article><p>¤2</p></article></main>")]
    public void Read_StoryInSeveralParts_IsWhole(string body)
    {
        var html = Page(body.Replace("¤1", One, StringComparison.Ordinal).Replace("¤2", Two, StringComparison.Ordinal)).BodyHtml!;

        Assert.Contains(One, html);
        Assert.Contains(Two, html[html.IndexOf(One, StringComparison.Ordinal)..]);
    }

    [Fact]
    public void Read_TeasersBesideTheStory_AreNoParts() =>
        Assert.DoesNotContain(
            "lost a hat",
            Page(
                "<main><article><h1>A</h1>¤</article><article><h2><a href='/x'>Mayor</a></h2><p>"
                    + new string('x', 200)
                    + " lost a hat.</p></article></main>"
            ).BodyHtml
        );

    [Fact]
    public void Read_FilesSavedBesideThePage_AreFoundByTheCaller()
    {
        const string page =
            "<!doctype html><link rel=canonical href='https://harbour.example/1'><article><h1>A</h1><p>"
            + One
            + "</p><img src='./Ferry_files/ferry.png' alt=Ferry><img src='Ferry_files/../../x.png'><img src='/site.png'></article>";
        var options = Reading.Options("Ferry.html");
        var found = Reading.OneItem(
            page,
            options with
            {
                FindSavedFile = path => path == "Ferry_files/ferry.png" ? "file:///in/Ferry_files/ferry.png" : null,
            }
        );
        var missing = Reading.Text(page, options);

        Assert.Contains(("file:///in/Ferry_files/ferry.png", "Ferry"), found.Attachments.Select(file => (file.Url, file.AltText)));
        Assert.Contains("https://harbour.example/site.png", found.BodyHtml);
        Assert.DoesNotContain("harbour.example/Ferry_files", Assert.Single(missing.OfType<ItemRead>()).Item.BodyHtml);
        Assert.Contains(missing.OfType<ProblemFound>(), problem =>
            problem.Reason.Contains("Ferry_files/ferry.png", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Read_BaseElement_IsWhereUrlsStart() =>
        Assert.Contains(
            "https://cdn.example/a/x.png",
            Page("<article><h1>A</h1>¤<img src='x.png'></article>", "<base href='https://cdn.example/a/'>").BodyHtml
        );

    [Fact]
    public void Read_FileAddressesInAPage_AreNoPictures() =>
        Assert.Empty(Page("<article><h1>A</h1>¤<img src='file:///etc/passwd'></article>").Attachments);

    private static NewsItem Page(string body, string head = "") =>
        Reading.OneItem(
            $"<!doctype html><html lang=en><head><meta charset=utf-8><link rel=canonical href='https://harbour.example/1'>{head}</head><body>{body.Replace("¤", Text, StringComparison.Ordinal)}</body></html>"
        );

    private static int Count(string text, string sought) => text.Split(sought).Length - 1;
}
