namespace Sourceline.Web;

/// <summary>A newsroom to show to somebody who has none yet.</summary>
/// <param name="Settings">Its settings, weaker than any that are given.</param>
/// <param name="LoadAsync">Fills an empty newsroom and says whether it did.</param>
public sealed record DemoOffer(
    IReadOnlyDictionary<string, string?> Settings,
    Func<IServiceProvider, CancellationToken, Task<bool>> LoadAsync
);
