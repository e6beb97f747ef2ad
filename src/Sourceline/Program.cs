using System.CommandLine;
using Sourceline.Data;
using Sourceline.Hosting;
using Sourceline.Site;

// The table of contents: a line a verb, an Add and a Map line a slice.
var sourceline = new RootCommand("Sourceline: a news desk and a news site that knows who said what, and through whose hands it came.")
{
    ServeCommand.Create(Add, Map),
};
return await sourceline.Parse(args).InvokeAsync();

static void Add(IHostApplicationBuilder app)
{
    app.AddNewsData();
    app.AddSite();
}

static void Map(WebApplication app)
{
    app.UseSecurityHeaders();
    app.MapStaticAssets();
    app.MapSite();
    app.MapRazorPages().WithStaticAssets();
}
