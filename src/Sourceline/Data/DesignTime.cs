using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Sourceline.Data;

/// <summary>Used by <c>dotnet ef migrations add</c> alone; see CONTRIBUTING.md.</summary>
internal sealed class SqliteDesignTime : IDesignTimeDbContextFactory<SqliteNewsDb>
{
    public SqliteNewsDb CreateDbContext(string[] args)
    {
        var builder = new DbContextOptionsBuilder<SqliteNewsDb>();
        builder.UseIdentitySchema().UseSqlite("Data Source=:memory:");
        return new SqliteNewsDb(builder.Options);
    }
}

/// <inheritdoc cref="SqliteDesignTime"/>
internal sealed class PostgresDesignTime : IDesignTimeDbContextFactory<PostgresNewsDb>
{
    public PostgresNewsDb CreateDbContext(string[] args)
    {
        var builder = new DbContextOptionsBuilder<PostgresNewsDb>();
        builder.UseIdentitySchema().UseNpgsql("Host=design-time");
        return new PostgresNewsDb(builder.Options);
    }
}
