using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Sourceline.Data.Checks;
using Sourceline.Settings;

namespace Sourceline.Data;

/// <summary>Checks that the key ring decrypts every reader's e-mail address.</summary>
internal sealed class EmailCheck(NewsDbFactory dbs, EmailCipher cipher, IOptions<SourcelineOptions> options) : ConsistencyCheck
{
    public override string Name => "e-mail addresses";

    public override async Task<string> RunAsync(Findings findings, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(findings);
        await using var db = dbs.Create();
        var hasKeys = KeyFolder.HasKeys(options.Value);
        var (all, unreadable) = (0L, 0L);
        await foreach (
            var secret in db
                .Replies.AsNoTracking()
                .Where(reply => reply.ProtectedEmail != null)
                .OrderBy(reply => reply.Id)
                .Select(reply => reply.ProtectedEmail!)
                .AsAsyncEnumerable()
                .WithCancellation(cancellationToken)
        )
        {
            all++;
            // Without a key ring the library would look for one, and make one.
            if (!hasKeys || cipher.Reveal(secret) is null)
                unreadable++;
        }
        if (unreadable > 0)
            findings.Add(new Fault(KeyFolder.Lost(unreadable, all), KeyFolder.HowToRestore(options.Value)));
        return all == 1 ? "1 address" : string.Create(CultureInfo.InvariantCulture, $"{all:N0} addresses");
    }
}
