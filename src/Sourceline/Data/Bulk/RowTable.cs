using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Sourceline.Data.Bulk;

/// <summary>The table of one entity as EF Core's model describes it: a column that is added there is written here too.</summary>
internal sealed class RowTable
{
    private static readonly ConditionalWeakTable<IEntityType, RowTable> Made = [];

    private RowTable(IEntityType entity)
    {
        var table = StoreObjectIdentifier.Create(entity, StoreObjectType.Table)!.Value;
        Columns = [.. entity.GetProperties().Select(property => new RowColumn(property, table))];
        var names = string.Join(", ", Columns.Select(column => $"\"{column.Name}\""));
        Name = table.Name;
        Insert = $"INSERT INTO \"{Name}\" ({names}) VALUES ({string.Join(", ", Columns.Select((_, at) => Parameter(at)))})";
        Copy = $"COPY \"{Name}\" ({names}) FROM STDIN (FORMAT BINARY)";
    }

    public string Name { get; }

    public IReadOnlyList<RowColumn> Columns { get; }

    /// <summary>For one row, with a parameter for each column.</summary>
    public string Insert { get; }

    /// <summary>PostgreSQL's way to take many rows.</summary>
    public string Copy { get; }

    public static RowTable Of<T>(NewsDb db) => Made.GetValue(db.Model.FindEntityType(typeof(T))!, entity => new RowTable(entity));

    public static string Parameter(int column) => string.Create(CultureInfo.InvariantCulture, $"${column}");
}

/// <summary>A column and how its value is read from an entity.</summary>
internal sealed class RowColumn
{
    private readonly IClrPropertyGetter _getter;
    private readonly ValueConverter? _converter;

    public RowColumn(IProperty property, StoreObjectIdentifier table)
    {
        var mapping = property.GetRelationalTypeMapping();
        (Name, StoreType) = (property.GetColumnName(table)!, mapping.StoreTypeNameBase);
        (_getter, _converter) = (property.GetGetter(), mapping.Converter);
    }

    public string Name { get; }

    /// <summary>The database's type without its length.</summary>
    public string StoreType { get; }

    /// <summary>As the database takes it; null for none.</summary>
    public object? Of(object row)
    {
        var value = _getter.GetClrValueUsingContainingEntity(row);
        return _converter is null ? value : _converter.ConvertToProvider(value);
    }
}
