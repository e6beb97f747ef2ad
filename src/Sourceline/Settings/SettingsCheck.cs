using System.ComponentModel;
using System.Reflection;

namespace Sourceline.Settings;

/// <summary>Finds settings that nobody reads and values of the wrong kind, which binding would pass over or stop at one by one.</summary>
internal static class SettingsCheck
{
    /// <summary>The full key of each, and a sentence.</summary>
    /// <param name="configuration">All settings.</param>
    public static IEnumerable<(string Key, string Error)> Errors(IConfiguration configuration) =>
        Errors(configuration.GetSection(SourcelineOptions.Section), typeof(SourcelineOptions));

    private static IEnumerable<(string Key, string Error)> Errors(IConfigurationSection section, Type type)
    {
        foreach (var setting in section.GetChildren())
        {
            var property = type.GetProperty(setting.Key, BindingFlags.IgnoreCase | BindingFlags.Public | BindingFlags.Instance);
            if (property is null)
                yield return (setting.Path, $"{NameOf(setting)} is not a setting. {Known(section, type)}");
            else
                foreach (var error in Errors(setting, property))
                    yield return error;
        }
    }

    private static IEnumerable<(string Key, string Error)> Errors(IConfigurationSection setting, PropertyInfo property)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        if (type == typeof(IList<string>))
            return [];
        if (type.Namespace == typeof(SourcelineOptions).Namespace)
            return Errors(setting, type);
        return setting.Value is null || TypeDescriptor.GetConverter(type).IsValid(setting.Value)
            ? []
            : [(setting.Path, $"{NameOf(setting)} must be {KindOf(type)}, not '{setting.Value}'.")];
    }

    private static string Known(IConfigurationSection section, Type type)
    {
        var of = section.Path == SourcelineOptions.Section ? "" : $" of {NameOf(section)}";
        return $"The settings{of} are {string.Join(", ", type.GetProperties().Select(property => property.Name))}.";
    }

    /// <summary>The name that <c>--set</c> takes: without the section that all settings are in.</summary>
    private static string NameOf(IConfigurationSection setting) => setting.Path[(SourcelineOptions.Section.Length + 1)..];

    private static string KindOf(Type type) =>
        type == typeof(bool) ? "true or false"
        : type == typeof(double) ? "a number such as 0.5"
        : "a whole number";
}
