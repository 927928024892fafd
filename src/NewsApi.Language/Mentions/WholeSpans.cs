using NewsApi.Language.Segmentation;

namespace NewsApi.Language.Mentions;

/// <summary>What no name is, whatever stands in it: half a bracket, two laws with "và" between, a country with somebody's name behind it.</summary>
static class WholeSpans
{
    public static bool IsOne(MentionText text, int start, int length) =>
        !IsTwoDocuments(text, start, length) && !IsCountryAndName(text, start, length) && !IsMinistryAndForeigner(text, start, length);

    /// <summary>1 where a bracket opens, -1 where one closes.</summary>
    public static int BracketAt(MentionText text, int at) =>
        text.Pieces[at].Shape != PieceShape.OtherMark
            ? 0
            : text.Text[text.Pieces[at].Token.Span.Start] switch
            {
                '(' => 1,
                ')' => -1,
                _ => 0,
            };

    // "Luật Nhà ở và Luật Đất đai", "Đại hội XII đến Đại hội XIII"; "Luật sửa đổi Luật A và Luật B" is one.
    static bool IsTwoDocuments(MentionText text, int start, int length)
    {
        const NameClass heads = NameClass.LawHead | NameClass.EventHead;
        var first = text.Begins[start] & heads;
        if (first == 0 || !text.Pieces[start].IsCapital)
        {
            return false;
        }

        for (var at = start + 1; at < start + length - 1; at++)
        {
            var next = text.Begins[at + 1];
            if ((next & first) == 0 || !text.Pieces[at + 1].IsCapital)
            {
                continue;
            }

            return IsJoint(text, at);
        }

        return false;
    }

    static bool IsJoint(MentionText text, int at) => text.Pieces[at].Token.Span.Of(text.Folded) is "và" or "cùng" or "đến" or "với";

    // "Nhật Bản Hoshikawa Ryota": the country is whose minister he is. "Việt Nam" begins names of bodies.
    static bool IsCountryAndName(MentionText text, int start, int length)
    {
        var country = 0;
        foreach (var match in text.MatchesAt(start))
        {
            if (match.Length >= length && (match.Classes & NameClass.Names) != 0)
            {
                return false;
            }

            country = match.Length > 1 && (match.Classes & NameClass.Country) != 0 ? Math.Max(country, match.Length) : country;
        }

        return country > 1
            && text.IsCapital(start + country)
            && text.Pieces[start].Token.Span.Of(text.Folded) is not "việt"
            && !text.IsForeign[start];
    }

    // "Bộ Môi trường Elina Savikko": no ministry and no department has a foreign name of two words at its end.
    static bool IsMinistryAndForeigner(MentionText text, int start, int length)
    {
        const int shortest = 4;
        var end = start + length;
        return length >= shortest
            && IsForeignName(text, end - 1)
            && IsForeignName(text, end - 2)
            && text.Pieces[start].IsCapital
            && Array.IndexOf(Ministries, text.Pieces[start].Token.Span.Of(text.Folded).ToString()) >= 0;
    }

    static readonly string[] Ministries = ["bộ", "cục", "vụ", "sở", "tổng"];

    static bool IsForeignName(MentionText text, int at) => text.IsForeign[at] && text.Pieces[at].Shape == PieceShape.Capitalised;
}
