namespace Sourceline.Settings;

/// <summary>All settings, from the section <c>Sourceline</c> of appsettings.json, the environment (<c>Sourceline__Site__Name</c>) and options.</summary>
public sealed class SourcelineOptions
{
    public const string Section = "Sourceline";

    /// <summary>The folder that holds everything: database, media, keys.</summary>
    public string DataFolder { get; set; } = "data";

    /// <summary>A PostgreSQL connection string; empty for the embedded database in the data folder.</summary>
    public string? Database { get; set; }

    /// <summary>Where the key ring lies; empty for <c>keys</c> in the data folder. Nodes that share a database share it.</summary>
    public string? KeyFolder { get; set; }

    /// <summary>Addresses or networks (<c>10.0.0.0/24</c>) of reverse proxies that are believed about who asks; this machine always is.</summary>
    public IList<string> Proxies { get; } = [];

    public SiteOptions Site { get; set; } = new();

    public StatementOptions Statements { get; set; } = new();

    public ReplyOptions Replies { get; set; } = new();

    public PageOptions Pages { get; set; } = new();

    public OutgoingHttpOptions Http { get; set; } = new();
}

/// <summary>What the site says of itself.</summary>
public sealed class SiteOptions
{
    public string Name { get; set; } = "Sourceline";

    public string? Tagline { get; set; }

    /// <summary>BCP 47.</summary>
    public string Language { get; set; } = "en";

    /// <summary>IANA name of the zone in which dates are shown and read.</summary>
    public string TimeZone { get; set; } = "UTC";

    /// <summary>The public address, without a trailing slash; feeds, the sitemap and canonical links are made with it.</summary>
    public string BaseUrl { get; set; } = "http://localhost:5080";
}

/// <summary>What readers see of statements that no editor has confirmed.</summary>
public sealed class StatementOptions
{
    public bool ShowUnconfirmed { get; set; } = true;

    /// <summary>From this confidence on they are shown, 0 to 1.</summary>
    public double MinimumConfidence { get; set; } = 0.3;
}

/// <summary>Readers' replies.</summary>
public sealed class ReplyOptions
{
    public bool Open { get; set; } = true;

    /// <summary>Characters of one reply.</summary>
    public int MaxLength { get; set; } = 5000;

    /// <summary>Replies that one address may send within ten minutes.</summary>
    public int PerTenMinutes { get; set; } = 5;
}

/// <summary>How many pages are kept ready to be sent. None of them is ever sent when it no longer holds.</summary>
public sealed class PageOptions
{
    /// <summary>Memory for the pages that are asked for most, in MiB; 0 for none.</summary>
    public int MemoryMegabytes { get; set; } = 64;

    /// <summary>Disk for pages, below <c>pages</c> in the data folder, in MiB; 0 for none. A story takes about 30 KiB in all its forms.</summary>
    public int DiskMegabytes { get; set; } = 4096;

    /// <summary>Whether pages that nobody has asked for yet are made ready on disk, when there is nothing else to do.</summary>
    public bool Fill { get; set; } = true;
}

/// <summary>What Sourceline may fetch.</summary>
public sealed class OutgoingHttpOptions
{
    /// <summary>Whether loopback and private networks may be reached. Off: an address in a feed could otherwise read what lies behind the firewall.</summary>
    public bool AllowPrivateNetwork { get; set; }

    public int TimeoutSeconds { get; set; } = 30;

    /// <summary>The largest file to fetch, in bytes.</summary>
    public long MaxBytes { get; set; } = 100 * 1024 * 1024;
}
