namespace NewsApi.Language.Mentions;

/// <summary>What the lexicons know of a phrase. One bit each: a phrase may be several things.</summary>
[Flags]
enum NameClass : ulong
{
    None = 0,

    // Names: they are written with capitals.
    Country = 1UL << 0,
    Province = 1UL << 1,
    District = 1UL << 2,
    Nature = 1UL << 3,
    Site = 1UL << 4,
    Region = 1UL << 5,
    ForeignPlace = 1UL << 6,
    Person = 1UL << 7,
    ForeignName = 1UL << 8,
    StateBody = 1UL << 9,
    Company = 1UL << 10,
    Institution = 1UL << 11,
    International = 1UL << 12,
    Media = 1UL << 13,
    Club = 1UL << 14,
    Event = 1UL << 15,
    Law = 1UL << 16,

    // Words: however they are written.
    BodyHead = 1UL << 17,
    BodyHeadBeforeName = 1UL << 18,
    BodyWord = 1UL << 19,
    Title = 1UL << 20,
    TitleModifier = 1UL << 21,
    Honorific = 1UL << 22,
    PlaceHead = 1UL << 23,
    AreaHead = 1UL << 24,
    EventHead = 1UL << 25,
    LawHead = 1UL << 26,
    Unit = 1UL << 27,
    Money = 1UL << 28,
    NumberWord = 1UL << 29,
    Comparator = 1UL << 30,
    Counted = 1UL << 31,
    DateWord = 1UL << 32,
    SpeechVerb = 1UL << 33,

    /// <summary>A longer phrase begins with it.</summary>
    Prefix = 1UL << 63,

    Places = Country | Province | District | Nature | Site | Region | ForeignPlace,
    Bodies = StateBody | Company | Institution | International | Media | Club,
    Names = Places | Person | ForeignName | Bodies | Event | Law,
}
