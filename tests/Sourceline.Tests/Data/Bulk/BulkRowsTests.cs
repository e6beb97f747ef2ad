using Microsoft.EntityFrameworkCore;
using Sourceline.Attribution.Model;
using Sourceline.Data;
using Sourceline.Data.Bulk;
using Sourceline.Data.Model;
using Sourceline.Tests.Newsrooms;
using Statement = Sourceline.Data.Model.Statement;

namespace Sourceline.Tests.Data.Bulk;

public sealed class BulkRowsOnSqlite(SqliteNewsroom newsroom) : BulkRowsTests(newsroom), IClassFixture<SqliteNewsroom>;

public sealed class BulkRowsOnPostgres(PostgresNewsroom newsroom) : BulkRowsTests(newsroom), IClassFixture<PostgresNewsroom>;

/// <summary>What is written in bulk must be, column for column, what EF Core would have written.</summary>
public abstract class BulkRowsTests(TestNewsroom newsroom) : NewsroomTests(newsroom)
{
    private static readonly DateTime Time = new DateTime(2021, 7, 19, 9, 12, 0, DateTimeKind.Utc).AddTicks(1234560);

    [Fact]
    public async Task InsertAsync_EveryKindOfValue_StandsAsTheContextWritesIt()
    {
        await using var db = Newsroom.OpenDb();
        var category = new Category { Name = "Harbours", Slug = "harbours" };
        db.Categories.Add(category);
        await db.SaveChangesAsync(Cancel);
        var (tracked, bulk) = (Rows(category, "tracked"), Rows(category, "bulk"));
        db.Stories.Add(tracked.Story);
        db.AddRange(tracked.Item, tracked.Statement, tracked.Address, tracked.Lean, tracked.Sourced, tracked.Checkpoint);
        await db.SaveChangesAsync(Cancel);
        tracked.Act.StoryId = tracked.Story.Id;
        db.Acts.Add(tracked.Act);
        await db.SaveChangesAsync(Cancel);
        await InsertAsync(db, bulk);

        await SameAsync<Story>(db, tracked.Story.Id, bulk.Story.Id);
        await SameAsync<StoryVersion>(db, tracked.Version.Id, bulk.Version.Id);
        await SameAsync<Statement>(db, tracked.Statement.Id, bulk.Statement.Id);
        await SameAsync<StatementHop>(db, tracked.Statement.Hops[0].Id, bulk.Statement.Hops[0].Id);
        await SameAsync<WireItem>(db, tracked.Item.Id, bulk.Item.Id);
        await SameAsync<Payload>(db, tracked.Item.PayloadId, bulk.Item.PayloadId);
        await SameAsync<Source>(db, tracked.Source.Id, bulk.Source.Id);
        await SameAsync<SourceName>(db, tracked.Source.Id, bulk.Source.Id, by: "SourceId");
        await SameAsync<StoryAddress>(db, tracked.Story.Id, bulk.Story.Id, by: "StoryId");
        await SameAsync<Dependency>(db, tracked.Story.Id, bulk.Story.Id, by: "StoryId");
        await SameAsync<StoredSnapshot>(db, tracked.Story.Id, bulk.Story.Id, by: "StoryId");
        await SameAsync<ImportCheckpoint>(db, tracked.Checkpoint.Input, bulk.Checkpoint.Input, by: "Input");
        await SameAsync<Act>(db, tracked.Act.Sequence, bulk.Act.Sequence, by: "Sequence");
        await using var fresh = Newsroom.OpenDb();
        var read = await fresh.Statements.Include(s => s.Hops).Include(s => s.Version).SingleAsync(s => s.Id == bulk.Statement.Id, Cancel);
        Assert.Equal(bulk.Statement.ContentDates, read.ContentDates);
        Assert.Equal(bulk.Statement.Content, read.Content);
        Assert.Equal(Time, read.Version!.CreatedUtc);
    }

    [Fact]
    public async Task KeysAsync_BesideTheContext_AreNeverGivenTwice()
    {
        await using var db = Newsroom.OpenDb();
        await using var transaction = await db.Database.BeginTransactionAsync(Cancel);
        db.Payloads.Add(new Payload { Hash = Hash("before"), Bytes = [1] });
        await db.SaveChangesAsync(Cancel);
        var keys = await BulkRows.KeysAsync<Payload>(db, 3, Cancel);
        await BulkRows.InsertAsync(
            db,
            [
                .. keys.Select(key => new Payload
                {
                    Id = key,
                    Hash = Hash($"bulk {key}"),
                    Bytes = [],
                }),
            ],
            Cancel
        );
        var after = new Payload { Hash = Hash("after"), Bytes = [2] };
        db.Payloads.Add(after);
        await db.SaveChangesAsync(Cancel);
        Assert.Equal(3, keys.Distinct().Count());
        Assert.True(after.Id > keys.Max());
    }

    [Fact]
    public async Task InsertAsync_RowThatBreaksARule_ThrowsAndLeavesNothing()
    {
        await using var db = Newsroom.OpenDb();
        await using (await db.Database.BeginTransactionAsync(Cancel))
        {
            var keys = await BulkRows.KeysAsync<Payload>(db, 2, Cancel);
            var twice = keys.Select(key => new Payload
                {
                    Id = key,
                    Hash = Hash("twice"),
                    Bytes = [],
                })
                .ToList();
            await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => BulkRows.InsertAsync(db, twice, Cancel));
        }
        Assert.False(await db.Payloads.AnyAsync(payload => payload.Hash == Hash("twice"), Cancel));
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            BulkRows.InsertAsync(db, [new Payload { Hash = Hash("alone"), Bytes = [] }], Cancel)
        );
    }

    /// <summary>A row of each table that is written in bulk.</summary>
    private sealed record Written(
        Story Story,
        StoryVersion Version,
        Statement Statement,
        WireItem Item,
        Source Source,
        SourceName Name,
        StoryAddress Address,
        Dependency Lean,
        StoredSnapshot Sourced,
        ImportCheckpoint Checkpoint,
        Act Act
    );

    private static Written Rows(Category category, string name)
    {
        var story = new Story
        {
            Number = name.Length,
            Origin = "bulk.example",
            OriginId = name,
            OriginVersion = 3,
            OriginHash = null,
            TranslationKey = "desk:1",
            TranslationByDesk = true,
            State = StoryState.Published,
            Category = category,
            CategoryId = category.Id,
            Language = "fa",
            Slug = "slug",
            Tags = ["a \"b\"", "ب"],
            LatestVersion = 1,
            LiveVersion = 1,
            PublishedUtc = Time,
            ReceivedUtc = Time.Date,
        };
        var version = new StoryVersion
        {
            Story = story,
            Number = 1,
            Headline = "H'éad",
            BodyHtml = "",
            Text = "Text\n\nمتن",
            ContentHash = "x",
            CreatedUtc = Time,
            CreatedBy = "import",
            Attribution = AttributionState.Ready,
        };
        var statement = new Statement
        {
            Version = version,
            Ordinal = 1,
            Key = "k",
            Evidence = "e",
            Kind = StatementKind.Mixed,
            Content = [new TextSpan(0, 4), new TextSpan(6, 9)],
            DateFrom = new DateOnly(2021, 7, 17),
            ContentDates = [new ContentDate(new DateOnly(2021, 6, 1), new DateOnly(2021, 6, 30), "last \"month\"")],
            Confidence = 0.1 + 0.2,
        };
        statement.Hops.Add(
            new StatementHop
            {
                Chain = 1,
                Name = "a senior diplomat",
                Kind = SourceKind.Unnamed,
                Role = null,
                Basis = Basis.Inferred,
                SpanStart = 1,
                SpanEnd = 2,
                Confidence = 1,
            }
        );
        var item = new WireItem
        {
            Version = 1,
            Format = "Ninjs",
            ReadFrom = "file",
            Item = long.MaxValue,
            ReceivedUtc = Time,
            Payload = new Payload { Hash = Hash(name), Bytes = [0, 255, 10] },
        };
        var source = new Source
        {
            Name = "Skell Tribüne",
            Kind = SourceKind.Outlet,
            Slug = $"skell-{name}",
        };
        var alias = new SourceName { Key = $"skell {name}", Name = "The \"Tribüne\"" };
        source.Names.Add(alias);
        return new Written(
            story,
            version,
            statement,
            item,
            source,
            alias,
            new StoryAddress { Path = $"/old/{name}", Story = story },
            new Dependency
            {
                Source = source,
                Story = story,
                Kind = DependencyKind.Background,
                Said = 1,
                Relayed = 2,
                Confirmed = true,
                Confidence = 0.1 + 0.2,
                PublishedUtc = Time,
            },
            new StoredSnapshot { Story = story, Snapshot = [1, 0, 255] },
            new ImportCheckpoint
            {
                Run = name,
                Input = name.Length,
                Settings = "s",
                Bytes = long.MaxValue,
                Hash = "h",
                Whole = true,
                Results = 3,
                Failed = [1, long.MaxValue],
                WrittenUtc = Time,
            },
            new Act
            {
                Sequence = 900_000 + name.Length,
                Kind = ActKind.Publish,
                Version = 1,
                SubjectId = null,
                Actor = "Ada",
                Reason = "It's wrong.",
                Note = "متن",
                AtUtc = Time,
            }
        );
    }

    private static async Task InsertAsync(NewsDb db, Written rows)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(Cancel);
        rows.Story.Id = await KeyAsync<Story>(db);
        rows.Version.Id = await KeyAsync<StoryVersion>(db);
        rows.Statement.Id = await KeyAsync<Statement>(db);
        rows.Item.Id = await KeyAsync<WireItem>(db);
        rows.Item.PayloadId = rows.Item.Payload!.Id = await KeyAsync<Payload>(db);
        rows.Version.StoryId = rows.Story.Id;
        rows.Statement.VersionId = rows.Version.Id;
        var link = rows.Statement.Hops[0];
        (link.Id, link.StatementId) = (await KeyAsync<StatementHop>(db), rows.Statement.Id);
        await BulkRows.InsertAsync(db, [rows.Story], Cancel);
        await BulkRows.InsertAsync(db, [rows.Version], Cancel);
        await BulkRows.InsertAsync(db, [rows.Statement], Cancel);
        await BulkRows.InsertAsync(db, [link], Cancel);
        await BulkRows.InsertAsync(db, [rows.Item.Payload], Cancel);
        await BulkRows.InsertAsync(db, [rows.Item], Cancel);
        rows.Name.SourceId = rows.Lean.SourceId = rows.Source.Id = await KeyAsync<Source>(db);
        rows.Address.StoryId = rows.Lean.StoryId = rows.Sourced.StoryId = rows.Story.Id;
        rows.Act.StoryId = rows.Story.Id;
        await BulkRows.InsertAsync(db, [rows.Source], Cancel);
        await BulkRows.InsertAsync(db, [rows.Name], Cancel);
        await BulkRows.InsertAsync(db, [rows.Address], Cancel);
        await BulkRows.InsertAsync(db, [rows.Lean], Cancel);
        await BulkRows.InsertAsync(db, [rows.Sourced], Cancel);
        await BulkRows.InsertAsync(db, [rows.Checkpoint], Cancel);
        await BulkRows.InsertAsync(db, [rows.Act], Cancel);
        await transaction.CommitAsync(Cancel);
    }

    private static async Task<long> KeyAsync<T>(NewsDb db)
        where T : class => (await BulkRows.KeysAsync<T>(db, 1, Cancel))[0];

    /// <summary>Compares two rows as the database holds them, types included, keys and what must differ left out.</summary>
    /// <param name="by">The column by which the rows are found.</param>
    private static async Task SameAsync<T>(NewsDb db, long tracked, long bulk, string by = "Id")
        where T : class
    {
        var entity = db.Model.FindEntityType(typeof(T))!;
        var unique = entity
            .GetKeys()
            .SelectMany(key => key.Properties)
            .Concat(
                entity.GetIndexes().Where(index => index is { IsUnique: true, Properties.Count: 1 }).SelectMany(index => index.Properties)
            );
        string[] differ =
        [
            .. unique.Select(property => property.GetColumnName()),
            "StoryId",
            "VersionId",
            "StatementId",
            "PayloadId",
            "SourceId",
            "OriginId",
        ];
        foreach (var column in entity.GetProperties().Select(property => property.GetColumnName()).Except(differ))
        {
            var form = db is SqliteNewsDb ? $"typeof(\"{column}\") || ' ' || quote(\"{column}\")" : $"COALESCE(\"{column}\"::text, 'null')";
            var sql = $"SELECT {form} AS \"Value\" FROM \"{entity.GetTableName()}\" WHERE \"{by}\" = ";
            var values = new List<string>();
#pragma warning disable EF1003 // Names of the model and numbers alone.
            foreach (var id in new[] { tracked, bulk })
                values.AddRange(await db.Database.SqlQueryRaw<string>(sql + id).ToListAsync(Cancel));
#pragma warning restore EF1003
            Assert.True(values.Count == 2 && values[0] == values[1], $"{entity.GetTableName()}.{column}: {string.Join(" / ", values)}");
        }
    }

    private static string Hash(string words) =>
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(words)));
}
