using Microsoft.EntityFrameworkCore;
using Sourceline.Data.Model;

namespace Sourceline.Data;

/// <summary>Keys, indexes and relations. Every list that a page shows has an index in its order.</summary>
internal static class NewsModel
{
    public static void Configure(ModelBuilder model)
    {
        ConfigureStories(model);
        ConfigureStatements(model);
        ConfigureReplies(model);
        ConfigureStaff(model);
        ConfigureFiles(model);
        ConfigureWork(model);
    }

    private static void ConfigureStories(ModelBuilder model)
    {
        model.Entity<Story>(story =>
        {
            story.HasIndex(s => s.Number).IsUnique();
            story.HasIndex(s => new { s.Origin, s.OriginId }).IsUnique();
            story.HasIndex(s => new
            {
                s.State,
                s.PublishedUtc,
                s.Id,
            });
            story.HasIndex(s => new
            {
                s.CategoryId,
                s.State,
                s.PublishedUtc,
                s.Id,
            });
            story.HasIndex(s => new
            {
                s.State,
                s.ReceivedUtc,
                s.Id,
            });
            story.HasIndex(s => new { s.State, s.Number });
            // Most stories have no translations, and an import should not pay for them.
            story
                .HasIndex(s => new
                {
                    s.TranslationKey,
                    s.State,
                    s.Number,
                })
                .HasFilter("\"TranslationKey\" IS NOT NULL");
            story.HasOne(s => s.Category).WithMany().HasForeignKey(s => s.CategoryId).OnDelete(DeleteBehavior.Restrict);
            story.HasMany(s => s.Versions).WithOne(v => v.Story).HasForeignKey(v => v.StoryId);
        });
        model.Entity<StoryVersion>().HasIndex(v => new { v.StoryId, v.Number }).IsUnique();
        model.Entity<Category>().HasIndex(c => c.Slug).IsUnique();
        model.Entity<StoryAddress>().HasKey(a => a.Path);
        model.Entity<Act>(act =>
        {
            act.HasKey(a => a.Sequence);
            act.Property(a => a.Sequence).ValueGeneratedNever();
            act.HasIndex(a => new { a.StoryId, a.Sequence });
        });
    }

    private static void ConfigureStatements(ModelBuilder model)
    {
        model.Entity<Statement>(statement =>
        {
            statement.HasIndex(s => new { s.VersionId, s.Ordinal }).IsUnique();
            statement.HasIndex(s => s.StoryId);
            statement.Property(s => s.Polarity).HasMaxLength(30);
            statement.HasOne(s => s.Version).WithMany(v => v.Statements).HasForeignKey(s => s.VersionId);
            statement.HasMany(s => s.Hops).WithOne(l => l.Statement).HasForeignKey(l => l.StatementId);
        });
        model.Entity<StatementHop>(link =>
        {
            link.HasIndex(l => new
                {
                    l.StatementId,
                    l.Chain,
                    l.Position,
                })
                .IsUnique();
            link.HasOne(l => l.Source).WithMany().HasForeignKey(l => l.SourceId).OnDelete(DeleteBehavior.Restrict);
            link.HasOne(l => l.Identity).WithMany().HasForeignKey(l => l.IdentityId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<Source>(source =>
        {
            source.HasIndex(s => s.Slug).IsUnique();
            source.HasMany(s => s.Names).WithOne(n => n.Source).HasForeignKey(n => n.SourceId);
        });
        model.Entity<SourceName>().HasKey(n => n.Key);
        model.Entity<Dependency>(dependency =>
        {
            dependency.HasKey(l => new { l.SourceId, l.StoryId });
            // With all that a list shows, so that the rows, which lie all over the database, are not looked up.
            dependency.HasIndex(
                l => new
                {
                    l.SourceId,
                    l.PublishedUtc,
                    l.StoryId,
                    l.Kind,
                    l.Said,
                    l.Relayed,
                    l.Confirmed,
                },
                "IX_Dependencies_Listed"
            );
            dependency.HasIndex(l => new
            {
                l.SourceId,
                l.Kind,
                l.PublishedUtc,
                l.StoryId,
            });
            dependency.HasIndex(l => l.StoryId);
        });
        model.Entity<StoredSnapshot>(sourced =>
        {
            sourced.HasKey(s => s.StoryId);
            sourced.Property(s => s.StoryId).ValueGeneratedNever();
            sourced.HasOne(s => s.Story).WithOne().HasForeignKey<StoredSnapshot>(s => s.StoryId);
        });
        model.Entity<DependencyCount>(count =>
        {
            count.HasKey(c => c.SourceId);
            count.Property(c => c.SourceId).ValueGeneratedNever();
            count.HasIndex(c => new { c.Stories, c.SourceId });
            count.HasOne(c => c.Source).WithOne().HasForeignKey<DependencyCount>(c => c.SourceId);
        });
    }

    private static void ConfigureReplies(ModelBuilder model) =>
        model.Entity<Reply>(reply =>
        {
            reply.HasIndex(r => new
            {
                r.StoryId,
                r.State,
                r.WrittenUtc,
                r.Id,
            });
            reply.HasIndex(r => new
            {
                r.State,
                r.WrittenUtc,
                r.Id,
            });
            reply.HasIndex(r => new { r.Origin, r.OriginId }).IsUnique();
            reply.HasOne(r => r.Story).WithMany().HasForeignKey(r => r.StoryId);
            reply.HasOne(r => r.Parent).WithMany().HasForeignKey(r => r.ParentId);
        });

    private static void ConfigureStaff(ModelBuilder model) =>
        model.Entity<StaffSession>(session =>
        {
            session.HasIndex(s => s.ExpiresUtc);
            session.HasOne(s => s.Member).WithMany().HasForeignKey(s => s.MemberId);
        });

    private static void ConfigureFiles(ModelBuilder model)
    {
        model.Entity<Payload>().HasIndex(p => p.Hash).IsUnique();
        model.Entity<WireItem>().HasIndex(w => new { w.StoryId, w.Version });
        model.Entity<MediaFile>().HasKey(f => f.Hash);
        model.Entity<StoryMedia>(media =>
        {
            media.HasIndex(m => m.StoryId);
            media.HasIndex(m => m.OriginUrl).IsUnique();
            media.HasOne(m => m.File).WithMany().HasForeignKey(m => m.Hash);
        });
    }

    private static void ConfigureWork(ModelBuilder model)
    {
        model.Entity<Counter>().HasKey(c => c.Name);
        model.Entity<ImportCheckpoint>().HasKey(c => new { c.Run, c.Input });
        model.Entity<DueJob>(job =>
        {
            job.HasIndex(j => j.DueUtc);
            job.HasIndex(j => new { j.StoryId, j.Kind }).IsUnique();
        });
    }
}
