using Sourceline.Attribution;
using Sourceline.Data;

namespace Sourceline.Statements;

/// <summary>Finds the row of a named source by any of its names, or makes one.</summary>
public sealed class Sources
{
    /// <summary>The source of a name; added to the context where it is new. Not for unnamed sources.</summary>
    public Task<Source> FindOrAddAsync(string name, SourceKind kind, IEnumerable<string> aliases, CancellationToken cancellationToken) => throw new NotImplementedException();
}
