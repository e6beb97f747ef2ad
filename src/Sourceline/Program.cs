using System.CommandLine;
using Sourceline.Archive;
using Sourceline.Data;
using Sourceline.Hosting;
using Sourceline.Statements;

// The table of contents: a line a verb, an Add and a Map line a slice.
var sourceline = new RootCommand("Sourceline: a news desk and a news site that knows who said what, and through whose hands it came.")
{
    ServeCommand.Create(Add, Map),
    ImportCommand.Create(Add),
    AttributeCommand.Create(),
};
return await CommandLine.InvokeAsync(sourceline, args);

static void Add(IHostApplicationBuilder app)
{
    app.AddNewsData();
    app.AddArchive();
}

static void Map(WebApplication app)
{
    app.MapStaticAssets();
    app.MapRazorPages();
}
