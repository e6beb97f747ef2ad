namespace Sourceline.AttributionBench;

/// <summary>A benchmark that knows how much text each of its methods reads.</summary>
public interface IMeasured
{
    /// <summary>Tokens, as the library counts them, of one call; 0 where no text is read.</summary>
    int TokensOf(string method);
}
