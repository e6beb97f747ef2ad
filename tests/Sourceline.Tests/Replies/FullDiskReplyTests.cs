using System.Data.Common;
using System.Net;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Sourceline.Data;
using Sourceline.Data.Model;
using Sourceline.Tests.Newsrooms;

namespace Sourceline.Tests.Replies;

/// <summary>A reply that could not be stored is the server's failure, and is not counted against the reader.</summary>
public sealed class FullDiskReplyTests(FullDiskReplyTests.FullDisk newsroom)
    : NewsroomTests(newsroom),
        IClassFixture<FullDiskReplyTests.FullDisk>
{
    [Fact]
    public async Task Reply_OnAFullDisk_KeepsTheTextAndUsesUpNoLimit()
    {
        var story = await SampleStory.AddAsync(Newsroom, StoryState.Published);
        using var client = Newsroom.Client();
        newsroom.Disk.IsFull = true;
        for (var n = 0; n < 50; n++)
        {
            using var answer = await ReplyTests.SendAsync(client, story, body: "Well said.");
            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
            Assert.True(answer.Headers.RetryAfter?.Delta > TimeSpan.Zero);
            if (n == 0)
                Assert.Equal(
                    "Well said.",
                    DeskClient.Parse(await answer.Content.ReadAsStringAsync(Cancel)).QuerySelector("[name=reply]")!.TextContent
                );
        }
        newsroom.Disk.IsFull = false;
        using var stored = await ReplyTests.SendAsync(client, story, body: "Well said.");
        Assert.Equal(HttpStatusCode.SeeOther, stored.StatusCode);
        // What was given back is no more than what was taken.
        var more = 0;
        for (; more < 5; more++)
        {
            using var answer = await ReplyTests.SendAsync(client, story, body: $"Reply {more}");
            if (answer.StatusCode == HttpStatusCode.TooManyRequests)
                break;
        }
        Assert.Equal(1, more);
    }

    public sealed class FullDisk : SqliteNewsroom
    {
        internal FullDiskSwitch Disk { get; } = new();

        public override Dictionary<string, string?> Settings() => new(base.Settings()) { ["Sourceline:Replies:PerTenMinutes"] = "2" };

        protected override void Configure(IServiceCollection services) =>
            services.Replace(
                ServiceDescriptor.Scoped<NewsDb>(_ =>
                {
                    var options = new DbContextOptionsBuilder<SqliteNewsDb>();
                    options.UseIdentitySchema().UseSqlite($"Data Source={NewsDbFactory.EmbeddedPath(DataFolder)}").AddInterceptors(Disk);
                    return new SqliteNewsDb(options.Options);
                })
            );
    }

    internal sealed class FullDiskSwitch : DbCommandInterceptor
    {
        public bool IsFull { get; set; }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command,
            CommandEventData eventData,
            InterceptionResult<DbDataReader> result,
            CancellationToken cancellationToken = default
        ) =>
            IsFull && command.CommandText.Contains("INSERT", StringComparison.Ordinal)
                ? throw new SqliteException("database or disk is full", 13)
                : base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
    }
}
