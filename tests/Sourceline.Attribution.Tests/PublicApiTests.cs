using System.Reflection;
using System.Text;

namespace Sourceline.Attribution.Tests;

/// <summary>A change of the public face is a visible change of PublicApi.approved.txt.</summary>
public sealed class PublicApiTests
{
    [Fact]
    public void PublicApi_Now_IsTheApprovedOne()
    {
        var actual = Describe();
        var received = Path.Combine(AppContext.BaseDirectory, "PublicApi.received.txt");
        File.WriteAllText(received, actual);
        var approved = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "PublicApi.approved.txt"));
        Assert.True(approved == actual, $"The public API changed. If that is meant, copy {received} over PublicApi.approved.txt.");
    }

    private static string Describe()
    {
        var text = new StringBuilder();
        foreach (var type in typeof(Attributor).Assembly.GetExportedTypes().OrderBy(t => t.FullName, StringComparer.Ordinal))
        {
            text.Append(Sort(type)).Append(' ').Append(type.FullName).Append('\n');
            foreach (var member in Members(type).Order(StringComparer.Ordinal))
                text.Append("  ").Append(member).Append('\n');
        }

        return text.ToString();
    }

    private static string Sort(Type type) =>
        type.IsEnum ? "enum"
        : type.IsValueType ? "struct"
        : type is { IsAbstract: true, IsSealed: true } ? "static class"
        : type.IsSealed ? "sealed class"
        : "class";

    private static IEnumerable<string> Members(Type type)
    {
        if (type.IsEnum)
            return Enum.GetNames(type);
        var members = type.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly);
        return members
            .Where(m => !IsOfRecords(m))
            .Select(m =>
                m switch
                {
                    MethodBase method => Signature(method),
                    PropertyInfo property =>
                        $"{Name(property.PropertyType)} {property.Name} {{{(property.CanRead ? " get;" : "")}{(property.CanWrite ? " init;" : "")} }}",
                    _ => m.ToString()!,
                }
            );
    }

    /// <summary>What the compiler adds to every record, and accessors.</summary>
    private static bool IsOfRecords(MemberInfo member) =>
        member is MethodBase { IsSpecialName: true, IsConstructor: false } method
            && !method.Name.StartsWith("op_", StringComparison.Ordinal)
        || member.Name is "GetHashCode" or "ToString" or "Equals" or "Deconstruct" or "<Clone>$" or "op_Equality" or "op_Inequality";

    private static string Signature(MethodBase method)
    {
        var parameters = string.Join(", ", method.GetParameters().Select(p => $"{Name(p.ParameterType)} {p.Name}"));
        return method is MethodInfo info
            ? $"{(info.IsStatic ? "static " : "")}{Name(info.ReturnType)} {info.Name}({parameters})"
            : $"new({parameters})";
    }

    private static string Name(Type type)
    {
        if (type.IsByRef)
            return "out " + Name(type.GetElementType()!);
        return type.IsGenericType ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>" : type.Name;
    }
}
