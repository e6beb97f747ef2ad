using System.Globalization;
using Sourceline.Bench;

// Helpers for eng/bench-*: any number of stories, pages as files, load, and a server that only sends bytes.
return args switch
{
    ["stories", var count, var file] => StoryFile.Write(file, int.Parse(count, CultureInfo.InvariantCulture), 1),
    ["stories", var count, var file, var first] => StoryFile.Write(
        file,
        int.Parse(count, CultureInfo.InvariantCulture),
        int.Parse(first, CultureInfo.InvariantCulture)
    ),
    ["paper"] => Say(StoryWriter.KnownPaper),
    ["paper", "first"] => Say(StoryWriter.FirstPaper),
    ["pages", var site, var folder] => await PageFiles.FetchAsync(new Uri(site), folder),
    ["bare", var url, var folder, .. var paths] => await BareServer.RunAsync(url, folder, paths),
    ["first", var url, var program, .. var arguments] => await FirstAnswer.MeasureAsync(new Uri(url), program, arguments),
    ["search", var site, var when] => await SearchLoad.RunAsync(new Uri(site), when),
    ["acts", var site, var email, var password, var name, .. var numbers] => await ActLoad.RunAsync(
        new Uri(site),
        email,
        password,
        name,
        numbers
    ),
    _ => Usage(),
};

static int Say(string words)
{
    Console.WriteLine(words);
    return 0;
}

static int Usage()
{
    Console.Error.WriteLine(
        """
        stories COUNT FILE [FIRST]                write generated stories as ninjs lines, numbered from FIRST
        paper [first]                             print a newspaper that hundreds of 100,000 stories cite; first: the most cited one
        pages SITE FOLDER                         fetch all pages of a running site in all encodings, as files for a static server
        bare URL FOLDER PATH...                   serve these files from memory, with Kestrel alone
        first URL PROGRAM ARGUMENT...             start a program, print the milliseconds until the URL answers, and wait for its end
        search SITE WHEN                          search a running site that has these stories, and print the times
        acts SITE EMAIL PASSWORD NAME NUMBER...   withhold and release stories at the desk, and print the times
        """
    );
    return 2;
}
