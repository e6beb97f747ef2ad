namespace Sourceline.Attribution.Pipeline.Syntax;

/// <summary>What sort of thing a token names.</summary>
internal enum EntityType : byte
{
    None,
    Person,
    Organisation,
    Location,
    Misc,
    Date,
    Number,
    Money,
    Percent,
}

internal static class EntityTypes
{
    public const int Count = (int)EntityType.Percent + 1;

    /// <summary>From the name of it in a parsed corpus; what is not known is none.</summary>
    public static EntityType Of(string name) =>
        name switch
        {
            "PERSON" => EntityType.Person,
            "ORGANIZATION" => EntityType.Organisation,
            "LOCATION" => EntityType.Location,
            "MISC" => EntityType.Misc,
            "DATE" or "TIME" or "DURATION" or "SET" => EntityType.Date,
            "NUMBER" or "ORDINAL" => EntityType.Number,
            "MONEY" => EntityType.Money,
            "PERCENT" => EntityType.Percent,
            _ => EntityType.None,
        };
}
