using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Sourceline.Data;

/// <summary>Identity's tables in version 3, the one with passkeys.</summary>
internal static class IdentitySchema
{
    // Identity's context asks the application's services for the version; the override that it offers is not read by the model.
    private static readonly ServiceProvider Services = new ServiceCollection()
        .Configure<IdentityOptions>(options => options.Stores.SchemaVersion = IdentitySchemaVersions.Version3)
        .BuildServiceProvider();

    public static DbContextOptionsBuilder UseIdentitySchema(this DbContextOptionsBuilder builder) =>
        builder.UseApplicationServiceProvider(Services);
}
