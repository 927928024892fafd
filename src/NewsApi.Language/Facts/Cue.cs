namespace NewsApi.Language.Facts;

/// <summary>What a word or phrase is a sign of. Names as in fact_cues.tsv, in snake case.</summary>
[Flags]
enum Cue : long
{
    None = 0,

    /// <summary>A verb of saying whose content follows: "cho biết".</summary>
    Say = 1L << 0,

    /// <summary>A verb of judging whose object is the content: "đánh giá cao".</summary>
    Judge = 1L << 1,

    /// <summary>A verb that says something only with quoted words or a colon: "viết", "hỏi".</summary>
    Quote = 1L << 2,

    /// <summary>What may stand between who speaks and the verb: "cũng", "thẳng thắn".</summary>
    Adverb = 1L << 3,

    /// <summary>"ông", "bà", "vị này".</summary>
    Pronoun = 1L << 4,

    /// <summary>Several who were named before: "hai bên", "hai nhà lãnh đạo".</summary>
    Both = 1L << 5,

    /// <summary>People without a name who speak: "các đại biểu", "người dân".</summary>
    Crowd = 1L << 6,

    /// <summary>What stands before the name of who speaks and belongs to it: "đại diện", "lãnh đạo".</summary>
    Voice = 1L << 7,

    /// <summary>"theo", "theo lời", "theo đánh giá của".</summary>
    According = 1L << 8,
    Plan = 1L << 9,
    Deny = 1L << 10,
    Report = 1L << 11,

    /// <summary>A verb between two who meet: "tiếp", "hội đàm với".</summary>
    Meet = 1L << 12,

    /// <summary>A noun for a meeting of two sides: "cuộc hội đàm".</summary>
    MeetingNoun = 1L << 13,
    Visit = 1L << 14,
    VisitNoun = 1L << 15,

    /// <summary>Before the event: "dự", "tham dự", "chủ trì".</summary>
    Attend = 1L << 16,

    /// <summary>After the event: "diễn ra", "khai mạc".</summary>
    Held = 1L << 17,

    /// <summary>Before the event, behind who holds it: "tổ chức", "đăng cai".</summary>
    Hold = 1L << 18,

    /// <summary>A noun for an event: "hội nghị", "lễ".</summary>
    EventNoun = 1L << 19,
    Appoint = 1L << 20,
    Sign = 1L << 21,

    /// <summary>A noun for what is signed: "thỏa thuận", "biên bản ghi nhớ".</summary>
    Accord = 1L << 22,
    Join = 1L << 23,
    Anniversary = 1L << 24,
    Relation = 1L << 25,

    /// <summary>Who made a document: "ban hành", "thông qua".</summary>
    Issue = 1L << 26,

    /// <summary>Before the place: "tại", "ở".</summary>
    Place = 1L << 27,

    /// <summary>Words that end a noun phrase: "nhằm", "để", "đã".</summary>
    Break = 1L << 28,

    /// <summary>Joins a further verb of the same subject: "đồng thời", "và".</summary>
    Link = 1L << 29,

    /// <summary>A group without a name that is met: "các đại sứ", "đoàn đại biểu".</summary>
    Group = 1L << 30,

    /// <summary>A role that a member has: "thành viên", "ủy viên không thường trực".</summary>
    Role = 1L << 31,

    /// <summary>A thing that is counted but says nothing of the world: "bên", "trụ cột".</summary>
    Fixed = 1L << 32,

    /// <summary>A verb of saying that may follow another with a comma between: "nhấn mạnh A, đề nghị B".</summary>
    Chain = 1L << 33,

    /// <summary>Before a verb: what is said is not said by the subject ("được", "bị", "để", "không").</summary>
    NotSaid = 1L << 34,

    /// <summary>With these words a phrase about time, place or occasion begins that may stand between subject and verb: "tại", "khi".</summary>
    Aside = 1L << 35,

    /// <summary>A body without its name, for one that was named: "công ty", "nhà trường", "đoàn".</summary>
    Institution = 1L << 36,

    /// <summary>A phrase that is no sign, although a shorter one in it would be: "bị cáo", "tiếp nhận".</summary>
    Other = 1L << 37,

    /// <summary>Two states that were named: "hai nước".</summary>
    BothStates = 1L << 38,

    /// <summary>Behind whom an event had with it: "dưới sự chủ trì của", "với sự tham dự của".</summary>
    Presence = 1L << 39,

    /// <summary>A relation that begins: "thiết lập", "nâng cấp".</summary>
    Establish = 1L << 40,

    /// <summary>A verb that gives something to do or invites, and ends what was said before: "đồng thời mời".</summary>
    Act = 1L << 41,

    /// <summary>A verb of saying that may stand at the start of a sentence with its content, before who says it: "Nhấn mạnh …, ông A …".</summary>
    Fronted = 1L << 42,

    /// <summary>What a place behind it makes the name of a body: "cảnh sát", "chính quyền", "lãnh đạo tỉnh".</summary>
    LocalBody = 1L << 43,

    /// <summary>Behind what is said: it is not so ("là không chính xác").</summary>
    Refute = 1L << 44,

    /// <summary>Behind a meeting or a visit: it did not take place ("bị hủy").</summary>
    Cancel = 1L << 45,

    /// <summary>What follows is only said by some: "đưa tin", "tin đồn".</summary>
    Rumour = 1L << 46,
}
