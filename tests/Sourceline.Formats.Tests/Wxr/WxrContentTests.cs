using Sourceline.Formats.Tests.Support;

namespace Sourceline.Formats.Tests.Wxr;

/// <summary>What WordPress and its plug-ins keep beside or within the text of a post.</summary>
public sealed class WxrContentTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Read_CoAuthors_AreTheByline(bool guestsComeFirst)
    {
        const string guest =
            "<item><title>Ole Brand</title><wp:post_id>8</wp:post_id><wp:post_type>guest-author</wp:post_type><wp:postmeta><wp:meta_key>cap-display_name</wp:meta_key><wp:meta_value>Ole Brand</wp:meta_value></wp:postmeta><wp:postmeta><wp:meta_key>cap-user_login</wp:meta_key><wp:meta_value>ole-b</wp:meta_value></wp:postmeta></item>";
        const string post =
            "<item><title>A</title><wp:post_id>7</wp:post_id><dc:creator>desk</dc:creator><category domain='author' nicename='cap-ole-b'>ole-b</category><category domain='author' nicename='cap-mina'>mina</category><category domain='category' nicename='news'>News</category></item>";
        const string account =
            "<wp:author><wp:author_login>mina</wp:author_login><wp:author_display_name>Mina Haidari</wp:author_display_name></wp:author>";
        var results = Reading.Text(WxrReaderTests.Export(account + (guestsComeFirst ? guest + post : post + guest)));

        var item = Assert.Single(results.OfType<ItemRead>()).Item;
        Assert.Equal("Ole Brand, Mina Haidari", item.Byline);
        Assert.Equal(["News"], item.Categories);
        Assert.Empty(item.Tags);
    }

    [Fact]
    public void Read_CoAuthorsThatNeverCome_AreNamedByTheirLogins()
    {
        var items = Reading
            .Text(
                WxrReaderTests.Export(
                    "<item><title>A</title><wp:post_id>1</wp:post_id><category domain='author' nicename='cap-ole-brand'>ole-brand</category></item><item><title>B</title><wp:post_id>2</wp:post_id></item>"
                )
            )
            .OfType<ItemRead>()
            .ToList();

        Assert.Equal(["Ole Brand", null], items.OrderBy(read => read.Position.Item).Select(read => read.Item.Byline));
    }

    [Theory]
    [InlineData("author")]
    [InlineData("byline")]
    public void Read_TermsThatAreNames_AreTheByline(string domain) =>
        Assert.Equal(
            "Jo Marsh, Ole Brand",
            Reading
                .OneItem(
                    WxrReaderTests.Export(
                        $"<item><title>A</title><dc:creator>desk</dc:creator><category domain='{domain}' nicename='jo-marsh'>Jo Marsh</category><category domain='{domain}' nicename='ole-brand'>Ole Brand</category></item>"
                    )
                )
                .Byline
        );

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Read_SyncedPattern_IsPutIn(bool comesFirst)
    {
        const string pattern =
            "<item><title>Advice</title><wp:post_id>9</wp:post_id><wp:post_type>wp_block</wp:post_type><content:encoded><![CDATA[<!-- wp:paragraph --><p>Stay away from the quay.</p><!-- /wp:paragraph -->]]></content:encoded></item>";
        const string post =
            "<item><title>A</title><wp:post_id>7</wp:post_id><content:encoded><![CDATA[<!-- wp:paragraph --><p>Storm.</p><!-- /wp:paragraph -->\n\n<!-- wp:block {\"ref\":9} /-->\n\n<!-- wp:paragraph --><p>Schools stay open.</p><!-- /wp:paragraph -->]]></content:encoded></item>";

        Assert.Equal(
            "<p>Storm.</p>\n<p>Stay away from the quay.</p>\n<p>Schools stay open.</p>",
            Reading.OneItem(WxrReaderTests.Export(comesFirst ? pattern + post : post + pattern)).BodyHtml
        );
    }

    [Theory]
    [InlineData("<!-- wp:block {\"ref\":9} /-->", "synced pattern 9")]
    [InlineData("<!-- wp:latest-posts {\"postsToShow\":5} /-->", "latest-posts")]
    [InlineData("<!-- wp:acf/quote {\"data\":{\"text\":\"x\"}} /-->", "acf/quote")]
    public void Read_BlocksWhoseTextIsNotThere_AreReported(string block, string named)
    {
        var results = Reading.Text(
            WxrReaderTests.Export(
                $"<item><title>A</title><content:encoded><![CDATA[<!-- wp:paragraph --><p>Words.</p><!-- /wp:paragraph -->\n{block}]]></content:encoded></item>"
            )
        );

        Assert.Equal("<p>Words.</p>", Assert.Single(results.OfType<ItemRead>()).Item.BodyHtml);
        Assert.Contains(named, Assert.Single(results.OfType<ProblemFound>()).Reason);
    }

    [Fact]
    public void Read_PatternThatHoldsItself_Ends() =>
        Assert.NotEmpty(
            Reading
                .Text(
                    WxrReaderTests.Export(
                        "<item><wp:post_id>9</wp:post_id><wp:post_type>wp_block</wp:post_type><content:encoded><![CDATA[x<!-- wp:block {\"ref\":9} /--><!-- wp:block {\"ref\":9} /-->]]></content:encoded></item><item><title>A</title><content:encoded><![CDATA[<!-- wp:block {\"ref\":9} /-->]]></content:encoded></item>"
                    )
                )
                .OfType<ItemRead>()
        );

    [Theory]
    [InlineData("\n\n<!-- wp:footnotes /-->")]
    [InlineData("")]
    public void Read_Footnotes_StandBelowAndAreLinkedBothWays(string place)
    {
        var item = Reading.OneItem(
            WxrReaderTests.Export(
                $$"""
                <item><title>A</title><content:encoded><![CDATA[<!-- wp:paragraph --><p>4.1 million<sup data-fn="aa-1" class="fn"><a href="#aa-1" id="aa-1-link">1</a></sup> on roads.</p><!-- /wp:paragraph -->{{place}}]]></content:encoded>
                <wp:postmeta><wp:meta_key>footnotes</wp:meta_key><wp:meta_value><![CDATA[[{"content":"By the treasurer, <em>2021</em>.","id":"aa-1"}]]]></wp:meta_value></wp:postmeta></item>
                """
            )
        );

        Assert.Equal(
            "<p>4.1 million<sup data-fn=\"aa-1\" class=\"fn\"><a href=\"#note-1\" id=\"noteref-1\">1</a></sup> on roads.</p>\n<ol><li id=\"note-1\">By the treasurer, <em>2021</em>. <a href=\"#noteref-1\">↩</a></li></ol>",
            item.BodyHtml
        );
    }

    [Theory]
    [InlineData(
        "[vc_row][vc_column width=\"1/2\"][vc_column_text]Text, said the mayor.[/vc_column_text][/vc_column][/vc_row]",
        "<p>Text, said the mayor.</p>"
    )]
    [InlineData(
        "[et_pb_section][et_pb_row][et_pb_text admin_label=\"T\"]<p>Text &#091;x&#093;.</p>[/et_pb_text][/et_pb_row][/et_pb_section]",
        "<p>Text &#091;x&#093;.</p>"
    )]
    [InlineData("[fusion_builder_container][fusion_text]One.\n\nTwo.[/fusion_text][/fusion_builder_container]", "<p>One.</p>\n<p>Two.</p>")]
    [InlineData("[vc_custom_heading text=\"The hull\"][vc_column_text]Sound.[/vc_column_text]", "<h2>The hull</h2>\n<p>Sound.</p>")]
    [InlineData("[vc_raw_html]PHAlM0VTb3VuZC4lM0MvcCUzRQ==[/vc_raw_html]", "<p>Sound.</p>")]
    [InlineData("[av_textblock size='']Sound.[/av_textblock]", "<p>Sound.</p>")]
    [InlineData("[dropcap]T[/dropcap]he hull is sound.", "<p>The hull is sound.</p>")]
    [InlineData("Before.\n\n[contact-form-7 id=\"1\" title=\"x\"]\n\nAfter.", "<p>Before.</p>\n<p>After.</p>")]
    [InlineData(
        "She said [sic] that [the hull] was sound [Photo: J. Marsh].",
        "<p>She said [sic] that [the hull] was sound [Photo: J. Marsh].</p>"
    )]
    [InlineData("Write [[gallery]] to show one.", "<p>Write [gallery] to show one.</p>")]
    [InlineData("<pre>a[i=1]</pre>", "<pre>a[i=1]</pre>")]
    public void Read_ShortcodesOfPlugins_LeaveTheirText(string content, string expected) =>
        Assert.Equal(expected, Body(content).Replace("\n\n", "\n", StringComparison.Ordinal));

    [Theory]
    [InlineData(
        "<!-- wp:code --><pre class=\"wp-block-code\"><code>a\n\n\nb</code></pre><!-- /wp:code -->\n\n\n<!-- wp:paragraph --><p>c</p><!-- /wp:paragraph -->",
        "<pre class=\"wp-block-code\"><code>a\n\n\nb</code></pre>\n<p>c</p>"
    )]
    [InlineData(
        "<!-- wp:verse --><pre class=\"wp-block-verse\">a\n\nb</pre><!-- /wp:verse -->",
        "<pre class=\"wp-block-verse\">a\n\nb</pre>"
    )]
    [InlineData("Before.\n\n<pre>a\n\nb</pre>\n\nAfter.", "<p>Before.</p>\n<pre>a\n\nb</pre>\n<p>After.</p>")]
    public void Read_BlankLinesInCode_Stay(string content, string expected) => Assert.Equal(expected, Body(content));

    [Theory]
    [InlineData(
        "<!-- wp:embed --><figure class=\"wp-block-embed\"><div class=\"wp-block-embed__wrapper\">\nhttps://social.example/1\n</div></figure><!-- /wp:embed -->"
    )]
    [InlineData("Words.\n\nhttps://social.example/1\n\nMore.")]
    [InlineData("Words.\nhttps://social.example/1\nMore.")]
    [InlineData("[embed width=\"10\"]https://social.example/1[/embed]")]
    public void Read_UrlsToEmbed_AreLinks(string content) =>
        Assert.Contains("<a href=\"https://social.example/1\">https://social.example/1</a>", Body(content));

    [Fact]
    public void Read_Comments_OfOtherTypesAreLeftOutAndCounted()
    {
        var comments = string.Concat(
            new[] { "note", "note", "order_note", "editorial-comment", "review", "pingback", "", "comment" }.Select(
                (type, at) =>
                    $"<wp:comment><wp:comment_id>{at}</wp:comment_id><wp:comment_approved>1</wp:comment_approved><wp:comment_type>{type}</wp:comment_type><wp:comment_content>Words {at}</wp:comment_content></wp:comment>"
            )
        );
        var results = Reading.Text(WxrReaderTests.Export($"<item><title>A</title>{comments}</item>"));

        Assert.Equal(["6", "7"], Assert.Single(results.OfType<ItemRead>()).Item.Replies.Select(reply => reply.Id));
        var reasons = results.OfType<ProblemFound>().Select(problem => problem.Reason).ToList();
        Assert.Equal(5, reasons.Count);
        Assert.Contains("2 comments of the type \"note\", which are no readers' replies, were left out.", reasons);
    }

    [Theory]
    [InlineData("Tom &amp;amp; Jerry", "Tom & Jerry")]
    [InlineData("O&amp;#8217;Neill", "O’Neill")]
    [InlineData("Mail jo@mail.example me", "Mail me")]
    [InlineData("jo@mail.example", "jo")]
    [InlineData("\u200b", null)]
    public void Read_NameOfAReader_IsPlainAndHoldsNoAddress(string written, string? expected) =>
        Assert.Equal(
            expected,
            Assert
                .Single(
                    Reading
                        .OneItem(
                            WxrReaderTests.Export(
                                $"<item><title>A</title><wp:comment><wp:comment_id>1</wp:comment_id><wp:comment_author>{written}</wp:comment_author><wp:comment_content>Hm</wp:comment_content></wp:comment></item>"
                            )
                        )
                        .Replies
                )
                .Name
        );

    [Fact]
    public void Read_LinesOfAReply_StayApart() =>
        Assert.Equal(
            "<p>Line one<br />\nline two</p>\n<p>Paragraph two</p>",
            Assert
                .Single(
                    Reading
                        .OneItem(
                            WxrReaderTests.Export(
                                "<item><title>A</title><wp:comment><wp:comment_id>1</wp:comment_id><wp:comment_content><![CDATA[Line one\nline two\n\nParagraph two]]></wp:comment_content></wp:comment></item>"
                            )
                        )
                        .Replies
                )
                .Body
        );

    [Fact]
    public void Read_FormerUrls_AreThoseThatWordPressAnswers()
    {
        var story = Reading.OneItem(
            WxrReaderTests.Export(
                """
                <item><title>A</title><link>https://harbour.example/2021/07/new-name/</link><wp:post_id>7</wp:post_id><wp:post_name>new-name</wp:post_name>
                <wp:postmeta><wp:meta_key>_wp_old_slug</wp:meta_key><wp:meta_value>old-name</wp:meta_value></wp:postmeta>
                <wp:postmeta><wp:meta_key>_wp_old_date</wp:meta_key><wp:meta_value>2021-06-30</wp:meta_value></wp:postmeta></item>
                """
            )
        );
        var page = Reading.OneItem(
            WxrReaderTests.Export(
                "<item><title>A</title><link>https://harbour.example/about/</link><wp:post_id>8</wp:post_id><wp:post_type>page</wp:post_type></item>"
            )
        );

        Assert.Contains("https://harbour.example/2021/07/old-name/", story.FormerUrls);
        Assert.Contains("https://harbour.example/2021/06/new-name/", story.FormerUrls);
        Assert.Contains("https://harbour.example/2021/06/old-name/", story.FormerUrls);
        Assert.Contains("https://harbour.example/?p=7", story.FormerUrls);
        Assert.Equal("https://harbour.example/?page_id=8", Assert.Single(page.FormerUrls));
    }

    [Fact]
    public void Read_SharedFeaturedPicture_IsGivenToEveryPost()
    {
        const string picture =
            "<item><wp:post_id>9</wp:post_id><wp:post_parent>0</wp:post_parent><wp:post_type>attachment</wp:post_type><wp:attachment_url>https://harbour.example/f.jpg</wp:attachment_url></item>";
        var posts = string.Concat(
            Enumerable
                .Range(1, 2)
                .Select(n =>
                    $"<item><title>A</title><wp:post_id>{n}</wp:post_id><wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value>9</wp:meta_value></wp:postmeta></item>"
                )
        );
        var items = Reading
            .Text(WxrReaderTests.Export(picture + posts))
            .OfType<ItemRead>()
            .Select(read => read.Item)
            .Where(item => item.Kind == NewsItemKind.Story);

        Assert.All(items, item =>
            Assert.Equal(
                ("https://harbour.example/f.jpg", AttachmentRole.Featured),
                (Assert.Single(item.Attachments).Url, item.Attachments[0].Role)
            )
        );
    }

    [Fact]
    public void Read_PicturesOfABody_AreAbsoluteAndFilesOfThePost()
    {
        var item = Reading.OneItem(
            WxrReaderTests.Export(
                "<item><title>A</title><content:encoded><![CDATA[<p>Words.</p><img src=\"/wp-content/uploads/rel.png\"><img src=\"https://b.example/s.png\">]]></content:encoded></item>"
            )
        );

        Assert.Equal(
            ["https://harbour.example/wp-content/uploads/rel.png", "https://b.example/s.png"],
            item.Attachments.Select(file => file.Url)
        );
        Assert.Contains("https://harbour.example/wp-content/uploads/rel.png", item.BodyHtml);
    }

    private static string Body(string content) =>
        Reading
            .OneItem(WxrReaderTests.Export($"<item><title>A</title><content:encoded><![CDATA[{content}]]></content:encoded></item>"))
            .BodyHtml!;
}
