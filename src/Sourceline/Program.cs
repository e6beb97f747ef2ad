using System.CommandLine;
using Sourceline.Data;
using Sourceline.Desk;
using Sourceline.Hosting;
using Sourceline.Replies;
using Sourceline.Staff;
using Sourceline.Statements;

// The table of contents: a line a verb, an Add and a Map line a slice.
var sourceline = new RootCommand("Sourceline: a news desk and a news site that knows who said what, and through whose hands it came.")
{
    ServeCommand.Create(Add, Map),
    UserCommand.Create(Add),
};
return await sourceline.Parse(args).InvokeAsync();

static void Add(IHostApplicationBuilder app)
{
    app.AddNewsData();
    app.AddReviews();
    app.AddReplies();
    app.AddDesk();
    app.AddStaff();
}

static void Map(WebApplication app)
{
    app.MapStaff();
    app.MapStaticAssets();
    app.MapDesk();
    app.MapRazorPages();
}
