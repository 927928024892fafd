using System.Globalization;
using Google.Protobuf.Reflection;
using NewsApi.Contracts.Processing.V1;
using Engine = NewsApi.Language.Documents;
using Linking = NewsApi.Language.Linking;

namespace NewsApi.Architecture.Tests;

/// <summary>The contract's lists are the engine's, in its order and with UNSPECIFIED before them: the mapping counts on it.</summary>
public sealed class ContractTests
{
    static readonly FileDescriptor[] Descriptors = [DocumentReflection.Descriptor, LinkingReflection.Descriptor];

    [Fact]
    public void LineRole_IsTheEngines() => AssertSame<Engine.LineRole, LineRole>("LINE_ROLE_");

    [Fact]
    public void TokenKind_IsTheEngines() => AssertSame<Engine.TokenKind, TokenKind>("TOKEN_KIND_");

    [Fact]
    public void PageKind_IsTheEngines() => AssertSame<Engine.PageKind, PageKind>("PAGE_KIND_");

    [Fact]
    public void BlockKind_IsTheEngines() => AssertSame<Engine.BlockKind, BlockKind>("BLOCK_KIND_");

    [Fact]
    public void EntityType_IsTheEngines() => AssertSame<Engine.EntityType, EntityType>("ENTITY_TYPE_");

    [Fact]
    public void LinkSign_IsTheEngines() => AssertSame<Linking.LinkSign, LinkSign>("LINK_SIGN_");

    static void AssertSame<TEngine, TContract>(string prefix)
        where TEngine : struct, Enum
        where TContract : struct, Enum
    {
        var contract = Descriptors.SelectMany(file => file.EnumTypes).Single(type => type.Name == typeof(TContract).Name);
        contract.Values[0].Name.ShouldBe(prefix + "UNSPECIFIED");
        Numbered(contract.Values.Skip(1), prefix)
            .ShouldBe(
                Enum.GetValues<TEngine>().Select(value => (value.ToString(), Convert.ToInt32(value, CultureInfo.InvariantCulture) + 1))
            );
    }

    static IEnumerable<(string Name, int Number)> Numbered(IEnumerable<EnumValueDescriptor> values, string prefix) =>
        values.Select(value => (PascalCase(value.Name[prefix.Length..]), value.Number));

    static string PascalCase(string name) => string.Concat(name.Split('_').Select(word => word[..1] + word[1..].ToLowerInvariant()));
}
