using System.Text.Json;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Sourceline.Attribution.Model;
using Sourceline.Data.Model;

namespace Sourceline.Data;

/// <summary>The one model of both databases. <see cref="SqliteNewsDb"/> and <see cref="PostgresNewsDb"/> hold the migrations.</summary>
public abstract class NewsDb(DbContextOptions options) : IdentityDbContext<StaffMember>(options)
{
    /// <summary>The number of the last act that the open transaction brings; null where it brings none.</summary>
    internal long? LastAct { get; set; }

    public DbSet<Story> Stories => Set<Story>();

    public DbSet<StoryVersion> Versions => Set<StoryVersion>();

    public DbSet<Act> Acts => Set<Act>();

    public DbSet<Category> Categories => Set<Category>();

    public DbSet<Source> Sources => Set<Source>();

    public DbSet<SourceName> SourceNames => Set<SourceName>();

    public DbSet<Statement> Statements => Set<Statement>();

    public DbSet<StatementHop> StatementHops => Set<StatementHop>();

    public DbSet<Dependency> Dependencies => Set<Dependency>();

    public DbSet<StoredSnapshot> DependencySnapshots => Set<StoredSnapshot>();

    public DbSet<DependencyCount> DependencyCounts => Set<DependencyCount>();

    public DbSet<StaffSession> StaffSessions => Set<StaffSession>();

    public DbSet<Reply> Replies => Set<Reply>();

    public DbSet<WireItem> WireItems => Set<WireItem>();

    public DbSet<Payload> Payloads => Set<Payload>();

    public DbSet<MediaFile> MediaFiles => Set<MediaFile>();

    public DbSet<StoryMedia> StoryMedia => Set<StoryMedia>();

    public DbSet<StoryAddress> StoryAddresses => Set<StoryAddress>();

    public DbSet<ImportCheckpoint> ImportCheckpoints => Set<ImportCheckpoint>();

    public DbSet<DueJob> DueJobs => Set<DueJob>();

    public DbSet<Counter> Counters => Set<Counter>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        ArgumentNullException.ThrowIfNull(configurationBuilder);
        // SQLite hands dates back without a kind; everything stored is UTC.
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
        configurationBuilder.Properties<ContentDate[]>().HaveConversion<ContentDatesConverter, ContentDatesComparer>();
        configurationBuilder.Properties<VersionAnswer[]>().HaveConversion<AnswersConverter, AnswersComparer>();
        configurationBuilder.Properties<TextSpan[]>().HaveConversion<SpansConverter, SpansComparer>();
        // Words in the database, so that a report written in SQL can be read, and enums can be reordered.
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(20);
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        NewsModel.Configure(builder);
    }

    // Not private, since eng/publish has the model written down as code, which makes these.
    internal sealed class UtcConverter()
        : ValueConverter<DateTime, DateTime>(
            time => time.Kind == DateTimeKind.Utc ? time : time.ToUniversalTime(),
            time => DateTime.SpecifyKind(time, DateTimeKind.Utc)
        );

    internal sealed class ContentDatesConverter()
        : ValueConverter<ContentDate[], string>(
            dates => JsonSerializer.Serialize(dates, JsonSerializerOptions.Default),
            json => JsonSerializer.Deserialize<ContentDate[]>(json, JsonSerializerOptions.Default) ?? Array.Empty<ContentDate>()
        );

    internal sealed class ContentDatesComparer()
        : ValueComparer<ContentDate[]>((left, right) => left!.SequenceEqual(right!), dates => dates.Length, dates => dates);

    internal sealed class AnswersConverter()
        : ValueConverter<VersionAnswer[], string>(
            answers => answers.Length == 0 ? "[]" : JsonSerializer.Serialize(answers, JsonSerializerOptions.Default),
            json =>
                json == "[]"
                    ? Array.Empty<VersionAnswer>()
                    : JsonSerializer.Deserialize<VersionAnswer[]>(json, JsonSerializerOptions.Default) ?? Array.Empty<VersionAnswer>()
        );

    internal sealed class AnswersComparer()
        : ValueComparer<VersionAnswer[]>((left, right) => left!.SequenceEqual(right!), answers => answers.Length, answers => answers);

    internal sealed class SpansConverter()
        : ValueConverter<TextSpan[], string>(spans => SpanColumn.Format(spans), words => SpanColumn.Parse(words));

    internal sealed class SpansComparer()
        : ValueComparer<TextSpan[]>(
            (left, right) => Same(left, right),
            spans => spans.Length == 0 ? 0 : spans[0].GetHashCode(),
            spans => spans
        )
    {
        private static bool Same(TextSpan[]? left, TextSpan[]? right) => left.AsSpan().SequenceEqual(right);
    }
}

/// <summary>The embedded database: one file, one writer.</summary>
public sealed class SqliteNewsDb(DbContextOptions<SqliteNewsDb> options) : NewsDb(options);

/// <summary>The database for more than one node.</summary>
public sealed class PostgresNewsDb(DbContextOptions<PostgresNewsDb> options) : NewsDb(options);
