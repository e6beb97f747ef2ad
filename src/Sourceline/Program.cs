using System.CommandLine;
using Sourceline.Data;
using Sourceline.Hosting;

// The table of contents: a line a verb, an Add and a Map line a slice.
var sourceline = new RootCommand("Sourceline: a news desk and a news site that knows who said what, and through whose hands it came.")
{
    ServeCommand.Create(Add, Map),
};
return await sourceline.Parse(args).InvokeAsync();

static void Add(IHostApplicationBuilder app)
{
    app.AddNewsData();
}

static void Map(WebApplication app)
{
    app.MapStaticAssets();
    app.MapRazorPages();
}
