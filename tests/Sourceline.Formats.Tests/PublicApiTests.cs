using System.Reflection;
using System.Text;
using Sourceline.Formats.Tests.Support;

namespace Sourceline.Formats.Tests;

/// <summary>A change of the public API is a visible change of an approved file.</summary>
public sealed class PublicApiTests
{
    private static readonly NullabilityInfoContext Nullability = new();

    [Fact]
    public void PublicApi_IsAsApproved()
    {
        var api = new StringBuilder();
        foreach (var type in typeof(NewsReader).Assembly.GetExportedTypes().OrderBy(t => t.FullName, StringComparer.Ordinal))
            Describe(api, type);
        Approved.Match(api.ToString(), "api");
    }

    private static void Describe(StringBuilder api, Type type)
    {
        api.Append(Kind(type)).Append(' ').Append(type.Name).Append('\n');
        const BindingFlags own = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        foreach (var line in type.GetMembers(own).Where(IsWorthTelling).Select(m => Line(type, m)).Order(StringComparer.Ordinal))
            api.Append("  ").Append(line).Append('\n');
        api.Append('\n');
    }

    private static bool IsWorthTelling(MemberInfo member) =>
        member
            is PropertyInfo
                or FieldInfo { IsSpecialName: false }
                or ConstructorInfo
                or MethodInfo { IsSpecialName: false, Name: not ("Equals" or "GetHashCode" or "ToString" or "Deconstruct" or "<Clone>$") };

    private static string Kind(Type type) =>
        type switch
        {
            { IsEnum: true } => "enum",
            { IsValueType: true } => "struct",
            { IsAbstract: true, IsSealed: true } => "static class",
            { IsAbstract: true } => "abstract class",
            { IsSealed: true } => "sealed class",
            _ => "class",
        };

    private static string Line(Type type, MemberInfo member) =>
        member switch
        {
            FieldInfo field when type.IsEnum => field.Name
                + " = "
                + Convert
                    .ToInt32(field.GetRawConstantValue(), System.Globalization.CultureInfo.InvariantCulture)
                    .ToString(System.Globalization.CultureInfo.InvariantCulture),
            FieldInfo field => $"{Name(field.FieldType)} {field.Name} = {field.GetRawConstantValue()}",
            PropertyInfo property => $"{Name(property.PropertyType)}{(IsNullable(property) ? "?" : "")} {property.Name}",
            ConstructorInfo constructor => $"new({Parameters(constructor)})",
            MethodInfo method => $"{(method.IsStatic ? "static " : "")}{Name(method.ReturnType)} {method.Name}({Parameters(method)})",
            _ => member.Name,
        };

    private static bool IsNullable(PropertyInfo property) =>
        !property.PropertyType.IsValueType && Nullability.Create(property).ReadState == NullabilityState.Nullable;

    private static string Parameters(MethodBase method) =>
        string.Join(", ", method.GetParameters().Select(p => $"{Name(p.ParameterType)} {p.Name}"));

    private static string Name(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
            return Name(underlying) + "?";
        return type.IsGenericType
            ? $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>"
            : type.Name;
    }
}
