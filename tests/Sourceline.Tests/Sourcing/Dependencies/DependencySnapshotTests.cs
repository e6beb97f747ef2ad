using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Sourceline.Attribution.Model;
using Sourceline.Data;
using Sourceline.Data.Model;
using Sourceline.EventLog;
using Sourceline.Sourcing;
using Sourceline.Sourcing.Dependencies;
using Sourceline.Stories.Publishing;
using Sourceline.Tests.Newsrooms;
using Statement = Sourceline.Data.Model.Statement;

namespace Sourceline.Tests.Sourcing.Dependencies;

public sealed class DependencySnapshotOnSqlite(SqliteNewsroom newsroom) : DependencySnapshotTests(newsroom), IClassFixture<SqliteNewsroom>;

public sealed class DependencySnapshotOnPostgres(PostgresNewsroom newsroom)
    : DependencySnapshotTests(newsroom),
        IClassFixture<PostgresNewsroom>;

/// <summary>What lists tell of a story is what its statements say, also where it was not kept.</summary>
public abstract class DependencySnapshotTests(TestNewsroom newsroom) : NewsroomTests(newsroom)
{
    private const string Text = "The pier is closed, the Gazette said, and “it is not safe” 🛟 either.\n\nNobody is hurt.";
    private const string First = "The pier is closed, the Gazette said, and “it is not safe” 🛟 either.";

    private static readonly DependencyRow Lean = new(
        7,
        new DateTime(2021, 7, 19, 9, 12, 0, DateTimeKind.Utc),
        DependencyKind.OneOfSeveral,
        Said: 1,
        Relayed: 2,
        Confirmed: true,
        Snapshot: null
    );

    [Fact]
    public void Read_ForASource_GivesItsStatementsWithAllThatIsToldOfThem_AndNoOthers()
    {
        var gazette = new Source
        {
            Id = 300,
            Name = "Gazette",
            Slug = "gazette",
            Kind = SourceKind.Outlet,
        };
        var vale = new Source
        {
            Id = 4_000_000_000,
            Name = "Ines Vale",
            Slug = "ines-vale",
            Kind = SourceKind.Person,
        };
        var closed = Said(
            1,
            [new TextSpan(0, 18)],
            new StatementHop
            {
                Chain = 0,
                Position = 0,
                Name = "Gazette",
                Kind = SourceKind.Outlet,
                Role = "newspaper",
                Basis = Basis.Carried,
                SourceId = 300,
                Source = gazette,
                Review = Review.Confirmed,
            },
            new StatementHop
            {
                Chain = 0,
                Position = 1,
                Name = "She",
                Kind = SourceKind.Unnamed,
                Basis = Basis.Stated,
                IdentityId = vale.Id,
                Identity = vale,
                IdentityBasis = Basis.Inferred,
                IdentityReview = Review.Confirmed,
            },
            new StatementHop
            {
                Chain = 1,
                Position = 0,
                Name = "a letter",
                Kind = SourceKind.Document,
                Basis = Basis.Inferred,
            }
        );
        (closed.DateFrom, closed.DateTo, closed.DateWords, closed.Review) = (
            new DateOnly(2021, 7, 17),
            new DateOnly(2021, 7, 18),
            "at the weekend",
            Review.Confirmed
        );
        closed.Polarity = Polarity.Denies;
        var unsafe_ = Said(
            2,
            [new TextSpan(43, 57), new TextSpan(62, 68)],
            new StatementHop
            {
                Name = "Ines Vale",
                Kind = SourceKind.Person,
                Basis = Basis.Stated,
                SourceId = vale.Id,
                Source = vale,
            }
        );
        var hurt = Said(
            3,
            [new TextSpan(70, 84)],
            new StatementHop
            {
                Name = "Ines Vale",
                Kind = SourceKind.Person,
                Basis = Basis.Stated,
                SourceId = vale.Id,
                Source = vale,
            }
        );
        var rejected = Said(
            4,
            [new TextSpan(0, 18)],
            new StatementHop
            {
                Name = "Gazette",
                Kind = SourceKind.Outlet,
                Basis = Basis.Stated,
                SourceId = 300,
                Source = gazette,
            }
        );
        rejected.Review = Review.Rejected;
        var telling = DependencySnapshot.Of(
            new LiveStory(7, 18343, "pier", "en-GB", Lean.PublishedUtc, "The pier", Text, [closed, unsafe_, hurt, rejected])
        );

        var story = DependencySnapshotReader.Read(Lean, telling, 300);
        Assert.Equal(
            (7L, 18343L, "pier", "The pier", "en-GB", Lean.PublishedUtc, DependencyKind.OneOfSeveral, 1, 2, true),
            (
                story.Id,
                story.Number,
                story.Slug,
                story.Headline,
                story.Language,
                story.PublishedUtc,
                story.Kind,
                story.Said,
                story.Relayed,
                story.Confirmed
            )
        );
        var sentence = Assert.Single(story.Sentences);
        Assert.Equal(First, sentence.Words);
        var statement = Assert.Single(sentence.Statements);
        Assert.Equal(
            ("The pier is closed", new DateOnly(2021, 7, 17), new DateOnly(2021, 7, 18), "at the weekend", true, false),
            (statement.Words, statement.DateFrom, statement.DateTo, statement.DateWords, statement.Confirmed, statement.Said)
        );
        Assert.Equal(Polarity.Denies, statement.Polarity);
        Assert.Equal(
            ChainView.Of(closed.Hops, forReaders: false).Select(line => line.Confirmed),
            statement.Lines.Select(line => line.Confirmed)
        );
        Assert.Equal(
            ChainView.Of(closed.Hops, forReaders: false).SelectMany(line => line.Hops),
            statement.Lines.SelectMany(line => line.Hops)
        );

        var hers = DependencySnapshotReader.Read(Lean, telling, vale.Id).Sentences;
        Assert.Equal([First, "Nobody is hurt."], hers.Select(one => one.Words));
        // The parts of an interrupted statement do not stand in their sentence as they are told.
        Assert.Equal(["The pier is closed", "it is not safe … either"], hers[0].Statements.Select(one => one.Words));
        Assert.Equal([true, true], hers[0].Statements.Select(one => one.Said));
        Assert.Null(hers[1].Statements[0].DateFrom);
        Assert.Empty(DependencySnapshotReader.Read(Lean, telling, 301).Sentences);
    }

    [Fact]
    public void Read_WhatWasCutOff_Throws_AndAnotherFormIsNotRead()
    {
        var telling = DependencySnapshot.Of(
            new LiveStory(7, 1, "a", "en", Lean.PublishedUtc, "A", Text, [Said(1, [new TextSpan(0, 18)], Gazette())])
        );
        Assert.Throws<EndOfStreamException>(() => DependencySnapshotReader.Read(Lean, telling[..^3], 300));
        Assert.True(DependencySnapshotReader.CanRead(telling));
        Assert.False(DependencySnapshotReader.CanRead(null));
        Assert.False(DependencySnapshotReader.CanRead([]));
        Assert.False(DependencySnapshotReader.CanRead([3, .. telling[1..]]));
    }

    [Fact]
    public void Of_HalfASurrogatePair_TakesItAsTheDatabaseDoes()
    {
        const string broken = "The pier \ud83d is closed.",
            kept = "The pier \ufffd is closed.";
        LiveStory Story(string words) => new(7, 1, "a", "en", Lean.PublishedUtc, words, words, [Said(1, [new TextSpan(0, 11)], Gazette())]);
        Assert.Equal(DependencySnapshot.Of(Story(kept)), DependencySnapshot.Of(Story(broken)));
    }

    [Fact]
    public void Kinds_AndBases_HaveANumberEach()
    {
        Assert.Equal(Enum.GetValues<SourceKind>().Order(), DependencySnapshot.Kinds.ToArray().Order());
        Assert.Equal(Enum.GetValues<Basis>().Order(), DependencySnapshot.Bases.ToArray().Order());
    }

    [Fact]
    public async Task Lists_WhereSnapshotsAreMissingOrOfAnotherForm_ShowTheSame_AndRebuildMakesThemOnce()
    {
        var stories = new List<Story>();
        for (var n = 0; n < 3; n++)
        {
            stories.Add(await SampleStory.AddAsync(Newsroom, StoryState.Draft));
            await Newsroom.Services.GetRequiredService<StoryActs>().DoAsync(stories[n].Id, new ActOrder(ActKind.Publish, "Ada"), Cancel);
        }
        await using var db = Newsroom.OpenDb();
        var before = await db
            .DependencySnapshots.AsNoTracking()
            .OrderBy(told => told.StoryId)
            .Select(told => told.Snapshot)
            .ToListAsync(Cancel);
        var listed = (await Verbs.RunAsync(Newsroom, "leans", "Harbour Gazette")).Output;
        Assert.Contains("The harbour will close", listed, StringComparison.Ordinal);

        await db.DependencySnapshots.Where(told => told.StoryId == stories[0].Id).ExecuteDeleteAsync(Cancel);
        await db
            .DependencySnapshots.Where(told => told.StoryId == stories[1].Id)
            .ExecuteUpdateAsync(set => set.SetProperty(told => told.Snapshot, [99, 1]), Cancel);
        Assert.Equal(listed, (await Verbs.RunAsync(Newsroom, "leans", "Harbour Gazette")).Output);

        await db.DependencySnapshots.Where(told => told.StoryId == stories[1].Id).ExecuteDeleteAsync(Cancel);
        var projection = Newsroom.Services.GetServices<Projection>().OfType<DependencyProjection>().Single();
        Assert.Equal(
            "3 stories checked, 2 repaired; the counts of 0 sources repaired",
            await projection.RebuildAsync((_, _) => { }, Cancel)
        );
        Assert.Equal(
            "3 stories checked, 0 repaired; the counts of 0 sources repaired",
            await projection.RebuildAsync((_, _) => { }, Cancel)
        );
        Assert.Equal(
            before,
            await db.DependencySnapshots.AsNoTracking().OrderBy(told => told.StoryId).Select(told => told.Snapshot).ToListAsync(Cancel)
        );
    }

    private static StatementHop Gazette() =>
        new()
        {
            Name = "Gazette",
            Kind = SourceKind.Outlet,
            Basis = Basis.Stated,
            SourceId = 300,
            Source = new Source
            {
                Id = 300,
                Name = "Gazette",
                Slug = "gazette",
            },
        };

    private static Statement Said(int ordinal, TextSpan[] content, params StatementHop[] links)
    {
        var statement = new Statement
        {
            Ordinal = ordinal,
            Key = $"{ordinal}",
            Evidence = "e",
            Content = content,
            Confidence = .9,
        };
        statement.Hops.AddRange(links);
        return statement;
    }
}
