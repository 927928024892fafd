using NewsApi.Language.Lexicons;

namespace NewsApi.Language.Mentions;

/// <summary>Which file says what of a phrase.</summary>
static class NameLexiconFiles
{
    public static IEnumerable<(string Phrase, NameClass Class)> Read() =>
        [
            .. All("vi/countries.tsv", NameClass.Country),
            .. Capitals(),
            .. All("vi/provinces.tsv", NameClass.Province),
            .. By("vi/places.tsv", 1, PlaceClass),
            .. All("vi/people.tsv", NameClass.Person),
            .. All("vi/foreign_names.tsv", NameClass.ForeignName),
            .. By("vi/organizations.tsv", 2, BodyClass),
            .. By("vi/outlets.tsv", 1, kind => kind == "domain" ? NameClass.None : NameClass.Media),
            .. All("vi/events.tsv", NameClass.Event),
            .. All("vi/laws.tsv", NameClass.Law),
            .. By("vi/organization_heads.tsv", 2, follows => follows == "name" ? NameClass.BodyHeadBeforeName : NameClass.BodyHead),
            .. All("vi/organization_words.tsv", NameClass.BodyWord),
            .. All("vi/position_words.tsv", NameClass.Title),
            .. All("vi/position_modifiers.tsv", NameClass.TitleModifier),
            .. All("vi/honorifics.tsv", NameClass.Honorific),
            .. By("vi/location_heads.tsv", 1, inside => inside == "yes" ? NameClass.PlaceHead : NameClass.AreaHead),
            .. All("vi/event_heads.tsv", NameClass.EventHead),
            .. All("vi/law_heads.tsv", NameClass.LawHead),
            .. By("vi/units.tsv", 2, kind => kind == "money" ? NameClass.Money : NameClass.Unit),
            .. All("vi/number_words.tsv", NameClass.NumberWord),
            .. All("vi/comparators.tsv", NameClass.Comparator),
            .. All("vi/counted_nouns.tsv", NameClass.Counted),
            .. All("vi/date_words.tsv", NameClass.DateWord),
            .. All("vi/speech_verbs.tsv", NameClass.SpeechVerb),
        ];

    static IEnumerable<(string Phrase, NameClass Class)> All(string file, NameClass known) =>
        LexiconFile.Read(file).Select(entry => (entry[0], known));

    static IEnumerable<(string Phrase, NameClass Class)> By(string file, int column, Func<string, NameClass> classOf) =>
        LexiconFile.Read(file).Select(entry => (entry[0], classOf(entry[column])));

    static IEnumerable<(string Phrase, NameClass Class)> Capitals() =>
        LexiconFile.Read("vi/countries.tsv").Where(entry => entry[4] != "-").Select(entry => (entry[4], NameClass.ForeignPlace));

    static NameClass PlaceClass(string kind) =>
        kind switch
        {
            "district" or "town" or "city" or "ward" or "commune" or "village" => NameClass.District,
            "river" or "lake" or "sea" or "island" or "mountain" or "cave" or "bay" or "pass" => NameClass.Nature,
            "region" or "continent" or "world_region" => NameClass.Region,
            _ when kind.StartsWith("world_", StringComparison.Ordinal) => NameClass.ForeignPlace,
            _ => NameClass.Site,
        };

    static NameClass BodyClass(string kind) =>
        kind switch
        {
            "company" or "bank" or "fund" => NameClass.Company,
            "university" or "school" or "hospital" or "institute" => NameClass.Institution,
            "international" or "bloc" or "conference" or "ngo" or "party_abroad" or "armed_group" => NameClass.International,
            "media" => NameClass.Media,
            "club" or "team" => NameClass.Club,
            _ => NameClass.StateBody,
        };
}
