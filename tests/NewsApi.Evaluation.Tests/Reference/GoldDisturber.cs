using System.Text.Json.Nodes;

namespace NewsApi.Evaluation.Tests.Reference;

/// <summary>
/// Makes new gold and a prediction out of real gold: what a scorer may meet, from small slips to annotations that make no sense. The same
/// seed gives the same files.
/// </summary>
sealed class GoldDisturber(int seed)
{
    static readonly string[] Roles = ["title", "lead", "heading", "paragraph", "caption", "widget", "related_item", "blank", "nonsense"];
    static readonly string[] Types = ["PERSON", "ORGANIZATION", "LOCATION", "EVENT", "LAW", "DATE", "QUANTITY", "MONEY"];
    static readonly string[] FactTypes = ["statement", "meeting", "statistic", "anniversary", "rumour", "appointment", "agreement"];
    static readonly string[] Modalities = ["stated", "planned", "denied", "Reported", ""];

    readonly Random random = new(seed);
    readonly ValueDisturber values = new(seed);

    /// <summary>From nearly right to mostly wrong.</summary>
    readonly double rate = 0.02 + (0.4 * ((seed - 1) % 10 / 9.0));

    /// <returns>The prediction is null now and then: a document without one.</returns>
    public (JsonObject Gold, JsonObject? Prediction) Disturb(JsonObject original)
    {
        var gold = (JsonObject)original.DeepClone();
        AlterGold(gold);
        var prediction = (JsonObject)gold.DeepClone();
        AlterLines(prediction["lines"]!.AsArray());
        AlterList(prediction["mentions"]!.AsArray(), AlterMention);
        AlterList(prediction["positions"]!.AsArray(), AlterPosition);
        AlterList(prediction["facts"]!.AsArray(), AlterFact);
        AlterMetadata(prediction["metadata"]!.AsObject());
        foreach (var part in new[] { "lines", "mentions", "positions", "facts", "metadata" }.Where(_ => Chance(rate / 20)))
        {
            prediction.Remove(part);
        }
        return (gold, Chance(rate / 5) ? null : prediction);
    }

    void AlterGold(JsonObject gold)
    {
        foreach (var line in Objects(gold["lines"]).Where(_ => Chance(0.05)))
        {
            line["alt"] = new JsonArray(Pick(Roles), Pick(Roles));
        }
        foreach (var mention in Objects(gold["mentions"]).Concat(Objects(gold["positions"])).Where(_ => Chance(0.15)))
        {
            mention["optional"] = Chance(0.5);
            mention["alt"] = new JsonArray(NearSpan(mention), NearSpan(mention));
        }
        foreach (var mention in Objects(gold["mentions"]).Where(_ => Chance(0.1)))
        {
            mention["entity_alt"] = new JsonArray(values.Alter(mention["entity"]), values.Nasty());
        }
        foreach (var fact in Objects(gold["facts"]).Where(_ => Chance(0.3)))
        {
            AlterGoldFact(fact);
        }
        var metadata = gold["metadata"]!.AsObject();
        foreach (var key in new[] { "title", "lead", "published", "source", "agency" }.Where(_ => Chance(0.2)))
        {
            metadata[key + "_alt"] = new JsonArray(values.Alter(metadata[key]), values.Nasty());
        }
        if (Chance(0.1))
        {
            metadata.Remove("source");
        }
    }

    void AlterGoldFact(JsonObject fact)
    {
        var args = fact["args"]!.AsObject();
        var key = Pick([.. args.Select(arg => arg.Key), "time", "occasion"]);
        fact["optional"] = Chance(0.3);
        fact["modality"] = Pick(Modalities);
        fact["lines"] = new JsonArray(random.Next(1, 60), random.Next(1, 60));
        fact["alt"] = new JsonObject { [key] = new JsonArray(values.Alter(args[key]), values.Nasty()) };
        fact["open"] = Chance(0.3) ? new JsonArray(key) : new JsonArray();
        if (Chance(0.1))
        {
            fact["type"] = Pick(FactTypes);
        }
    }

    void AlterLines(JsonArray lines)
    {
        foreach (var line in Objects(lines).Where(_ => Chance(rate)))
        {
            line["role"] = Chance(0.05) ? null : Pick(Roles);
        }
        AlterList(lines, line => line["line"] = random.Next(1, 90), 0.1);
    }

    void AlterMention(JsonObject mention)
    {
        switch (random.Next(5))
        {
            case 0:
                (mention["start"], mention["end"]) = Parts(NearSpan(mention));
                break;
            case 1:
                mention["type"] = Chance(0.05) ? null : Pick(Types);
                break;
            case 2:
                mention["entity"] = values.Alter(mention["entity"]);
                break;
            case 3 when mention["alt"] is JsonArray { Count: > 0 } alt:
                (mention["start"], mention["end"]) = Parts((JsonArray)alt[0]!.DeepClone());
                break;
            default:
                mention["line"] = Chance(0.2) ? null : random.Next(1, 60);
                break;
        }
    }

    void AlterPosition(JsonObject position)
    {
        if (Chance(0.5))
        {
            position["person"] = values.Alter(position["person"]);
        }
        else
        {
            (position["start"], position["end"]) = Parts(NearSpan(position));
        }
    }

    void AlterFact(JsonObject fact)
    {
        var args = fact["args"]!.AsObject();
        var key = Pick([.. args.Select(arg => arg.Key), "time", "occasion", "event"]);
        switch (random.Next(8))
        {
            case 0:
                args.Remove(key);
                break;
            case 1 when fact["alt"] is JsonObject { Count: > 0 } alt:
                var (accepted, options) = alt.First();
                args[accepted] = options!.AsArray() is { Count: > 0 } list ? list[0]?.DeepClone() : null;
                break;
            case 2:
                fact["line"] = Chance(0.1) ? null : random.Next(1, 60);
                break;
            case 3:
                fact["modality"] = Chance(0.3) ? null : Pick(Modalities);
                break;
            case 4:
                fact["type"] = Chance(0.1) ? null : Pick(FactTypes);
                break;
            case 5 when Chance(0.2):
                fact.Remove("args");
                break;
            default:
                args[key] = values.Alter(args[key]);
                break;
        }
    }

    void AlterMetadata(JsonObject metadata)
    {
        foreach (var key in new[] { "title", "lead", "published", "source", "agency" }.Where(_ => Chance(rate)))
        {
            metadata[key] = values.Alter(metadata[key]);
        }
        foreach (var key in new[] { "title", "authors", "captions", "related", "agency" }.Where(_ => Chance(rate / 4)))
        {
            metadata.Remove(key);
        }
        AlterList(metadata["captions"] as JsonArray, caption => AlterMember(caption, Chance(0.5) ? "text" : "credit"));
        AlterList(metadata["related"] as JsonArray, related => AlterMember(related, "title"));
        if (metadata["authors"] is JsonArray authors && Chance(rate))
        {
            authors.Add(values.Nasty());
            authors.Add(authors[0]?.DeepClone());
        }
    }

    void AlterMember(JsonObject item, string key) => item[key] = values.Alter(item[key]);

    /// <summary>Alters, drops, doubles and moves items.</summary>
    void AlterList(JsonArray? list, Action<JsonObject> alter, double share = 1)
    {
        if (list is null)
        {
            return;
        }
        foreach (var item in Objects(list).ToList().Where(_ => Chance(rate * share)))
        {
            list.Remove(item);
            var copies = random.Next(4) switch
            {
                0 => 0,
                1 => 2,
                _ => 1,
            };
            for (var i = 0; i < copies; i++)
            {
                var copy = (JsonObject)item.DeepClone();
                if (Chance(0.7))
                {
                    alter(copy);
                }
                list.Insert(random.Next(list.Count + 1), copy);
            }
        }
    }

    JsonArray NearSpan(JsonObject span) => new((int)span["start"]! + random.Next(-2, 3), (int)span["end"]! + random.Next(-2, 3));

    static (JsonNode? Start, JsonNode? End) Parts(JsonArray span) => (span[0]!.DeepClone(), span[1]!.DeepClone());

    static IEnumerable<JsonObject> Objects(JsonNode? list) => list!.AsArray().Select(item => item!.AsObject());

    bool Chance(double share) => random.NextDouble() < share;

    string Pick(string[] items) => items[random.Next(items.Length)];
}
