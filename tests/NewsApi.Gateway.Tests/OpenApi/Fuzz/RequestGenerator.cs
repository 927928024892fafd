using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace NewsApi.Gateway.Tests.OpenApi.Fuzz;

/// <summary>Makes up requests to every operation of an OpenAPI document: most as it allows them, some with a value, a name or a body that it does not.</summary>
/// <param name="document">The whole of it.</param>
/// <param name="known">Values that lead somewhere, by the name of their parameter: ids of what is kept.</param>
public sealed class RequestGenerator(JsonElement document, IReadOnlyDictionary<string, IReadOnlyList<string>> known)
{
    static readonly string[] Nasty =
    [
        "",
        " ",
        "0",
        "-1",
        "1e9",
        "99999999999999999999",
        "null",
        "true",
        "á",
        "\u0000",
        "\uD800",
        "😀",
        "a,b,,c",
        "\"",
        "((((",
        "title:",
        "NOT",
        "a OR",
        "*",
        "'; DROP TABLE Articles; --",
        "../../etc/passwd",
        "%00",
        "2026-13-45",
        "9999-12-31T23:59:59Z",
        "0001-01-01",
        "00000000-0000-0000-0000-000000000000",
        new string('x', 3000),
    ];

    static readonly string[] Words =
    [
        "phà",
        "Lê Sáu",
        "le sau",
        "\"bến phà\"",
        "title:phà -bóng",
        "a OR b",
        "bến*",
        "15000000",
        "title",
        "vi",
        "speaker",
        "VN-SG",
    ];

    public Gen<FuzzedRequest> Requests() =>
        from operation in Gen.Elements(Operations().ToArray())
        from request in RequestOf(operation)
        select request;

    sealed record Operation(string Method, string Path, JsonElement Value);

    IEnumerable<Operation> Operations() =>
        from path in document.GetProperty("paths").EnumerateObject()
        from method in path.Value.EnumerateObject()
        where method.Name is "get" or "post" or "put" or "delete" or "patch"
        select new Operation(method.Name.ToUpperInvariant(), path.Name, method.Value);

    Gen<FuzzedRequest> RequestOf(Operation operation)
    {
        var parameters = operation.Value.TryGetProperty("parameters", out var list) ? list.EnumerateArray().ToList() : [];
        return from path in PathOf(operation.Path, parameters)
            from query in QueryOf([.. parameters.Where(parameter => In(parameter) == "query")])
            from headers in HeadersOf()
            from body in BodyOf(operation)
            select new FuzzedRequest(operation.Method, operation.Path, path + query, headers, body.Text, body.Type);
    }

    static string In(JsonElement parameter) => parameter.GetProperty("in").GetString()!;

    static string NameOf(JsonElement parameter) => parameter.GetProperty("name").GetString()!;

    Gen<string> PathOf(string path, IEnumerable<JsonElement> parameters) =>
        parameters
            .Where(parameter => In(parameter) == "path")
            .Aggregate(
                Gen.Constant(path),
                (whole, parameter) =>
                    from before in whole
                    // Nothing at all, or a slash, would be another path.
                    from value in ValueOf(KnownAs(path, NameOf(parameter)), parameter.GetProperty("schema"))
                        .Where(value => value.Trim().Length > 0 && value is not "." && !value.Contains('/') && !value.Contains('\0'))
                    select before.Replace($"{{{NameOf(parameter)}}}", Escaped(value), StringComparison.Ordinal)
            );

    /// <summary>An id is of an article, an entity or a fact: "/v1/articles/id" is known, or "id" where all of them are.</summary>
    string KnownAs(string path, string name) => path.Split('{')[0] + name is var whole && known.ContainsKey(whole) ? whole : name;

    Gen<string> QueryOf(IReadOnlyList<JsonElement> parameters) =>
        from chosen in parameters.Count == 0
            ? Gen.Constant(Array.Empty<JsonElement>())
            : from count in Gen.Choose(0, Math.Min(4, parameters.Count))
            from some in Gen.Shuffle(parameters.ToArray())
            select some.Take(count).Concat(parameters.Where(IsRequired)).Distinct().ToArray()
        from values in Gen.CollectToArray(chosen.Select(Pair))
        from unknown in Gen.Frequency((30, Gen.Constant<string?>(null)), (1, Gen.Constant<string?>("nope=1")))
        select string.Join('&', values.Append(unknown).OfType<string>()) is { Length: > 0 } query ? "?" + query : "";

    static bool IsRequired(JsonElement parameter) => parameter.TryGetProperty("required", out var required) && required.GetBoolean();

    Gen<string> Pair(JsonElement parameter) =>
        from value in ValueOf(NameOf(parameter), parameter.GetProperty("schema"))
        select $"{NameOf(parameter)}={Escaped(value)}";

    static string Escaped(string value) => Uri.EscapeDataString(value.Replace("\uD800", "\uFFFD", StringComparison.Ordinal));

    Gen<string> ValueOf(string name, JsonElement schema) =>
        Gen.Frequency((8, AllowedOf(name, Resolve(schema))), (1, Gen.Elements(Nasty)), (1, Gen.Elements(Words)));

    Gen<string> AllowedOf(string name, JsonElement schema)
    {
        if (known.TryGetValue(name, out var values))
            return Gen.Elements(values.ToArray());
        if (schema.TryGetProperty("items", out var items))
            return from count in Gen.Choose(1, 3)
                from elements in Gen.ArrayOf(AllowedOf(name, Resolve(items)), count)
                select string.Join(',', elements);
        if (schema.TryGetProperty("enum", out var choices))
            return Gen.Elements(choices.EnumerateArray().Select(choice => choice.ToString()).ToArray());
        return TypeOf(schema) switch
        {
            "boolean" => Gen.Elements("true", "false"),
            "integer" => from number in Gen.Choose(-2, 400) select $"{number}",
            "number" => Gen.Elements("0", "0.5", "1", "0.05", "7"),
            _ when schema.TryGetProperty("format", out var format) && format.GetString() is "date-time" or "date" => Gen.Elements(
                "2026-03-02",
                "2026-03-02T08:00:00+07:00",
                "2030-01-01",
                "2000-01-01T00:00:00Z",
                "0001-01-01",
                "0002-01-01",
                "9998-12-31",
                "9999-12-31T23:59:59-12:00"
            ),
            _ => Gen.Elements(Words),
        };
    }

    static string? TypeOf(JsonElement schema) =>
        !schema.TryGetProperty("type", out var type) ? null
        : type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(one => one.GetString()).FirstOrDefault(one => one != "null")
        : type.GetString();

    JsonElement Resolve(JsonElement schema) =>
        schema.TryGetProperty("$ref", out var reference)
            ? document.GetProperty("components").GetProperty("schemas").GetProperty(reference.GetString()!.Split('/')[^1])
            : schema;

    static Gen<(string, string)[]> HeadersOf() =>
        from accept in Gen.Frequency(
            (4, Gen.Constant<string?>(null)),
            (
                4,
                Gen.Elements<string?>(
                    "application/json",
                    "text/plain",
                    "*/*",
                    "application/ld+json",
                    "application/vnd.iptc.ninjs+json",
                    "text/csv",
                    ";"
                )
            )
        )
        from tag in Gen.Frequency((4, Gen.Constant<string?>(null)), (1, Gen.Elements<string?>("*", "\"x\"", "W/\"x\"", "x", "\"")))
        select new[] { (Name: "Accept", Value: accept), (Name: "If-None-Match", Value: tag) }
            .Where(header => header.Value is not null)
            .Select(header => (header.Name, header.Value!))
            .ToArray();

    Gen<(string? Text, string? Type)> BodyOf(Operation operation)
    {
        if (!operation.Value.TryGetProperty("requestBody", out var body))
            return Gen.Constant<(string?, string?)>((null, null));
        var types = body.GetProperty("content").EnumerateObject().Select(content => content.Name).ToArray();
        var texts =
            body.GetProperty("content").TryGetProperty("application/json", out var json) && json.TryGetProperty("schema", out var schema)
                ? Gen.Frequency((8, from value in JsonOf(schema, 0) select value), (2, Gen.Elements(Nasty)))
                : Gen.Elements(Nasty);
        return from text in texts
            from type in Gen.Frequency((8, Gen.Elements(types)), (1, Gen.Elements("text/csv", "application/json; charset=utf-16", "x")))
            select ((string?)text.Replace("\uD800", "\\uD800", StringComparison.Ordinal), (string?)type);
    }

    const int Deepest = 4;

    /// <summary>A JSON text after a schema; now and then with a field of another kind, or one that is not known.</summary>
    Gen<string> JsonOf(JsonElement schema, int depth)
    {
        schema = Resolve(schema);
        if (schema.TryGetProperty("properties", out var properties) && depth < Deepest)
        {
            var required = schema.TryGetProperty("required", out var names)
                ? names.EnumerateArray().Select(name => name.GetString()).ToHashSet()
                : [];
            var fields = properties
                .EnumerateObject()
                .Select(property =>
                    from isThere in Gen.Frequency((required.Contains(property.Name) ? 20 : 2, Gen.Constant(true)), (1, Gen.Constant(false)))
                    from value in Gen.Frequency(
                        (12, FieldOf(property.Name, property.Value, depth)),
                        (1, Gen.Elements("null", "7", "\"\"", "[]", "{}", "true"))
                    )
                    select isThere ? $"{JsonSerializer.Serialize(property.Name)}:{value}" : null
                );
            return from parts in Gen.CollectToArray(fields)
                from extra in Gen.Frequency((20, Gen.Constant<string?>(null)), (1, Gen.Constant<string?>("\"nope\":1")))
                select $"{{{string.Join(',', parts.Append(extra).OfType<string>())}}}";
        }
        if (schema.TryGetProperty("items", out var items) && depth < Deepest)
            return from count in Gen.Choose(0, 3)
                from elements in Gen.ArrayOf(JsonOf(items, depth + 1), count)
                select $"[{string.Join(',', elements)}]";
        return TypeOf(schema) is "boolean" or "integer" or "number"
            ? AllowedOf("", schema)
            : from text in AllowedOf("", schema)
            select JsonSerializer.Serialize(text);
    }

    Gen<string> FieldOf(string name, JsonElement schema, int depth) =>
        known.TryGetValue(name, out var values)
            ? from value in Gen.Elements(values.ToArray())
            select TypeOf(Resolve(schema)) == "array" ? $"[{JsonSerializer.Serialize(value)}]" : JsonSerializer.Serialize(value)
            : JsonOf(schema, depth + 1);
}
