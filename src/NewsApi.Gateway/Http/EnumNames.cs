using System.Text.Json;

namespace NewsApi.Gateway.Http;

/// <summary>How the values of an enum are written.</summary>
public static class EnumNames
{
    /// <summary>What Protocol Buffers calls the value of a field that was not set; no answer has it.</summary>
    const string NotSet = "Unspecified";

    public static IEnumerable<string> Of(Type type) =>
        Enum.GetNames(type).Where(name => name != NotSet).Select(JsonNamingPolicy.CamelCase.ConvertName);
}
