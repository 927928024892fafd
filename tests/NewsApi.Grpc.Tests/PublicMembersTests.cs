using System.Reflection;
using System.Text;
using Grpc.Core;

namespace NewsApi.Grpc.Tests;

/// <summary>
/// The public surface grows only on purpose: public-members.txt names every member, and a member is added there only where the real
/// packages have it under the same name and in the same shape.
/// </summary>
public sealed class PublicMembersTests
{
    const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    static readonly NullabilityInfoContext Nullability = new();

    [Fact]
    public void Public_members_are_those_of_the_checked_in_list()
    {
        var listed = Qualified(File.ReadLines(Path.Combine(AppContext.BaseDirectory, "public-members.txt"))).ToList();
        var actual = Qualified(Members()).ToList();

        actual.Except(listed, StringComparer.Ordinal).ShouldBeEmpty("public, and not in the list");
        listed.Except(actual, StringComparer.Ordinal).ShouldBeEmpty("in the list, and not public");
    }

    /// <summary>Members stand under their types, indented; here each gets its type's name.</summary>
    static IEnumerable<string> Qualified(IEnumerable<string> lines)
    {
        var type = "";
        foreach (var line in lines.Where(line => line is not ("" or ['#', ..])))
        {
            type = line[0] == ' ' ? type : line;
            yield return line[0] == ' ' ? $"{type}: {line.Trim()}" : line;
        }
    }

    [Fact]
    public void Public_types_are_in_namespaces_of_the_real_packages() =>
        typeof(Status)
            .Assembly.GetExportedTypes()
            .Select(type => type.Namespace)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .ShouldBe([
                "Grpc.AspNetCore.Server",
                "Grpc.Core",
                "Grpc.Core.Interceptors",
                "Grpc.Health.V1",
                "Grpc.HealthCheck",
                "Grpc.Net.Client",
                "Grpc.Net.Client.Balancer",
                "Grpc.Net.Client.Configuration",
                "Microsoft.AspNetCore.Builder",
                "Microsoft.Extensions.DependencyInjection",
            ]);

    /// <summary>Sorted by type. The types of the health contract are left out: the same generator makes them of the same contract.</summary>
    static IEnumerable<string> Members() =>
        typeof(Status)
            .Assembly.GetTypes()
            .Where(type => IsReachable(type) && type.Namespace != "Grpc.Health.V1")
            .OrderBy(Name, StringComparer.Ordinal)
            .SelectMany(type => new[] { Declaration(type) }.Concat(MembersOf(type).Order(StringComparer.Ordinal)));

    static bool IsReachable(Type type) =>
        type.IsPublic || ((type.IsNestedPublic || type.IsNestedFamORAssem) && IsReachable(type.DeclaringType!));

    static string Declaration(Type type)
    {
        var kind =
            type.IsEnum ? "enum"
            : type.IsInterface ? "interface"
            : typeof(Delegate).IsAssignableFrom(type) ? "delegate"
            : type.IsValueType ? "struct"
            : type is { IsAbstract: true, IsSealed: true } ? "static class"
            : type.IsAbstract ? "abstract class"
            : type.IsSealed ? "sealed class"
            : "class";
        var baseType =
            type.BaseType is { } parent && parent.Namespace!.StartsWith("Grpc", StringComparison.Ordinal) ? $" : {Name(parent)}" : "";
        return $"{kind} {Name(type)}{baseType}";
    }

    static IEnumerable<string> MembersOf(Type type)
    {
        if (type.IsEnum)
        {
            return Enum.GetNames(type).Select(name => $"  {name} = {Convert.ToInt32(Enum.Parse(type, name), null)}");
        }

        if (typeof(Delegate).IsAssignableFrom(type))
        {
            return [$"  {Signature(type.GetMethod("Invoke")!)}"];
        }

        var constructors = type.GetConstructors(Declared).Where(IsVisible).Select(constructor => $"  new({Parameters(constructor)})");
        var methods = type.GetMethods(Declared)
            .Where(method => IsVisible(method) && !method.IsSpecialName && !IsOverride(method))
            .Select(Signature);
        var properties = type.GetProperties(Declared).Where(IsVisible).Select(Signature);
        var fields = type.GetFields(Declared)
            .Where(field => field.IsPublic)
            .Select(field => $"static {field.Name} : {Name(field.FieldType)}");
        return constructors.Concat(methods.Concat(properties).Concat(fields).Select(member => $"  {member}"));
    }

    static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    static bool IsVisible(PropertyInfo property) =>
        property.GetAccessors(nonPublic: true).Any(accessor => IsVisible(accessor) && !IsOverride(accessor));

    static bool IsOverride(MethodInfo method) => method.GetBaseDefinition().DeclaringType != method.DeclaringType;

    static string Signature(PropertyInfo property)
    {
        var accessor = property.GetMethod!;
        var index = property.GetIndexParameters() is [var parameter] ? $"[{Name(parameter.ParameterType)}]" : "";
        var set = property.SetMethod is { } setter && IsVisible(setter) ? " set" : "";
        var isNullable = Nullability.Create(property).ReadState == NullabilityState.Nullable && !property.PropertyType.IsValueType;
        return $"{Modifiers(accessor)}{property.Name}{index} : {Name(property.PropertyType)}{(isNullable ? "?" : "")} {{ get{set} }}";
    }

    static string Signature(MethodInfo method)
    {
        var generic = method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(Name))}>" : "";
        return $"{Modifiers(method)}{method.Name}{generic}({Parameters(method)}) : {Name(method.ReturnType)}";
    }

    static string Modifiers(MethodInfo method)
    {
        var modifiers = new StringBuilder(method.IsPublic ? "" : "protected ");
        modifiers.Append(method.IsStatic ? "static " : "");
        var isOfClass = !method.DeclaringType!.IsInterface;
        return modifiers
            .Append(
                isOfClass && method.IsAbstract ? "abstract "
                : isOfClass && method is { IsVirtual: true, IsFinal: false } ? "virtual "
                : ""
            )
            .ToString();
    }

    static string Parameters(MethodBase method) =>
        string.Join(
            ", ",
            method.GetParameters().Select(parameter => Name(parameter.ParameterType) + (parameter.IsOptional ? " = optional" : ""))
        );

    static string Name(Type type)
    {
        if (type.IsGenericParameter)
        {
            return type.Name;
        }

        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return $"{Name(underlying)}?";
        }

        if (type.IsArray)
        {
            return $"{Name(type.GetElementType()!)}[]";
        }

        var name = type.Name.Split('`')[0];
        var prefix = type.DeclaringType is { } outer ? $"{Name(outer.IsGenericType ? outer.GetGenericTypeDefinition() : outer)}." : "";
        var qualified =
            prefix.Length > 0 ? prefix + name
            : type.Namespace!.StartsWith("System", StringComparison.Ordinal) ? name
            : $"{type.Namespace}.{name}";
        return type.IsGenericType ? $"{qualified}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>" : qualified;
    }
}
