using System.CommandLine;
using Sourceline.Archive;
using Sourceline.Backups;
using Sourceline.Cli;
using Sourceline.Data;
using Sourceline.Demo;
using Sourceline.Desk;
using Sourceline.EventLog;
using Sourceline.Ingest;
using Sourceline.Localization;
using Sourceline.Media;
using Sourceline.PageCache;
using Sourceline.Replies;
using Sourceline.Search;
using Sourceline.Site;
using Sourceline.Sourcing;
using Sourceline.Sourcing.Dependencies;
using Sourceline.Staff;
using Sourceline.Stories;
using Sourceline.Stories.Publishing;
using Sourceline.Syndication;
using Sourceline.Telemetry;
using Sourceline.Web;

return await CommandLine.InvokeAsync(Root(), args);

/// <summary>The table of contents: a line a verb, an Add and a Map line a slice.</summary>
internal sealed partial class Program
{
    internal static RootCommand Root() =>
        new("Sourceline is a newsroom and a news site that records who said what and who passed it on.")
        {
            ServeCommand.Create(Add, Map, DemoNewsroom.Offer),
            UserCommand.Create(Add),
            ImportCommand.Create(Add),
            ExportCommand.Create(Add),
            ActCommand.Create(Add),
            LeansCommand.Create(Add),
            AttributeCommand.Create(),
            BackupCommand.Create(Add),
            BackupCommand.CreateRestore(Add),
            AttributionCommand.Create(),
            CheckCommand.Create(Add),
            RebuildCommand.Create(Add),
        };

    internal static void Add(IHostApplicationBuilder app)
    {
        app.AddOperating();
        app.AddHealth();
        app.AddWords();
        app.AddNewsData();
        app.AddEventLog();
        app.AddBackups();
        app.AddStories();
        app.AddIngest();
        app.AddMedia();
        app.AddSyndication();
        app.AddServing();
        app.AddSite();
        app.AddReviews();
        app.AddReplies();
        app.AddSearch();
        app.AddDesk();
        app.AddStaff();
        app.AddArchive();
        app.AddDemo();
    }

    internal static void Map(WebApplication app)
    {
        app.UseTransportSecurity();
        app.UseKeptPages();
        app.UseErrorPage();
        app.UseProxies();
        app.UseSecurityHeaders();
        app.UseRequestValidation();
        app.UseSeeOther();
        app.UsePublicPages();
        app.MapStaff();
        app.MapStaticAssets();
        app.MapHealth();
        app.MapSite();
        app.MapSearch();
        app.MapDesk();
        app.MapRazorPages().WithStaticAssets();
    }
}
