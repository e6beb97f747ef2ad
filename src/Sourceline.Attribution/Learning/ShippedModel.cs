namespace Sourceline.Attribution;

/// <summary>The model that the library carries in itself. Loaded once, when it is first needed.</summary>
internal static class ShippedModel
{
    private const string Resource = "attribution.model";

    private static readonly Lazy<ModelContainer?> Loaded = new(Load);

    /// <summary>The model; null in a build that carries none.</summary>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    public static ModelContainer? Container => Loaded.Value;

    private static ModelContainer? Load()
    {
        using var stream = typeof(ShippedModel).Assembly.GetManifestResourceStream(Resource);
        return stream is null ? null : ModelContainer.Read(stream);
    }
}
