using System.Globalization;
using Sourceline.Bench;

// What eng/bench-* need beside the product: stories in any number, pages as files, and a server that does nothing but send bytes.
return args switch
{
    ["stories", var count, var file] => StoryFile.Write(file, int.Parse(count, CultureInfo.InvariantCulture), 1),
    ["stories", var count, var file, var first] => StoryFile.Write(file, int.Parse(count, CultureInfo.InvariantCulture), int.Parse(first, CultureInfo.InvariantCulture)),
    ["paper"] => Say(StoryWriter.KnownPaper),
    ["paper", "first"] => Say(StoryWriter.FirstPaper),
    ["pages", var site, var folder] => await PageFiles.FetchAsync(new Uri(site), folder),
    ["bare", var url, var folder, .. var paths] => await BareServer.RunAsync(url, folder, paths),
    ["first", var url, var program, .. var arguments] => await FirstAnswer.MeasureAsync(new Uri(url), program, arguments),
    ["search", var site, var when] => await SearchLoad.RunAsync(new Uri(site), when),
    ["acts", var site, var email, var password, var name, .. var numbers] => await ActLoad.RunAsync(new Uri(site), email, password, name, numbers),
    _ => Usage(),
};

static int Say(string words)
{
    Console.WriteLine(words);
    return 0;
}

static int Usage()
{
    Console.Error.WriteLine("""
        stories COUNT FILE [FIRST]    write generated stories as ninjs lines, numbered from FIRST
        paper [first]                 a paper that hundreds of 100,000 rest on; the one that the most rest on
        pages SITE FOLDER             fetch every page of a running site, in all its forms, as files for a static server
        bare URL FOLDER PATH...       send the files of these paths from memory, with nothing but Kestrel
        first URL PROGRAM ARGUMENT... start a program and say after how many milliseconds the address answers; ends with the program
        search SITE WHEN              search a running site that has these stories, and print how long it takes
        acts SITE EMAIL PASSWORD NAME NUMBER...   withhold and release stories at the desk, and print how long its answers take
        """);
    return 2;
}
