using NewsApi.Language.Segmentation;
using NewsApi.Text;

namespace NewsApi.Language.Tests.Segmentation;

public sealed class PieceReaderTests
{
    static readonly SyllableLexicon Lexicon = new(
        [
            new("ủy ban"),
            new("nhân dân"),
            new("ban nhân"),
            new("học sinh"),
            new("sinh học"),
            new("hòa bình"),
            new("xã hội chủ nghĩa"),
            new("xã hội", SyllableFacts.Writer1 | SyllableFacts.Writer3),
        ],
        [("Lê", SyllableFacts.Surname)]
    );

    [Theory]
    [InlineData("các ủy ban nhân dân xã", "các|ủy ban|nhân dân|xã")]
    [InlineData("nước xã hội chủ nghĩa đó", "nước|xã hội chủ nghĩa|đó")]
    [InlineData("em học sinh học giỏi", "em|học sinh|học|giỏi")]
    [InlineData("uỷ ban và Hoà bình", "uỷ ban|và|Hoà bình")]
    [InlineData("ủy, ban", "ủy|,|ban")]
    [InlineData("ủy  ban", "ủy|ban")]
    public void Read_Cover_HasTheFewestWordsOfTheLexicon(string text, string words)
    {
        var cover = new System.Text.StringBuilder();
        foreach (var piece in Read(text))
        {
            cover.Append(piece.IsJoinedInCover ? ' ' : '|').Append(piece.Token.Span.Slice(text));
        }

        cover.ToString().TrimStart('|').ShouldBe(words);
    }

    [Theory]
    [InlineData("Cầu", PieceShape.CapitalisedAtStart)]
    [InlineData("cầu", PieceShape.Lower)]
    [InlineData("A5", PieceShape.WithDigits)]
    [InlineData("TP.HCM", PieceShape.WithMarks)]
    [InlineData("12", PieceShape.ShortNumber)]
    [InlineData("000", PieceShape.ThreeDigits)]
    [InlineData("2021", PieceShape.LongNumber)]
    [InlineData("1.234,5", PieceShape.PointedNumber)]
    [InlineData("14/12", PieceShape.JoinedNumber)]
    [InlineData("…", PieceShape.OtherMark)]
    [InlineData("%", PieceShape.Percent)]
    [InlineData("baotintuc.vn", PieceShape.Symbol)]
    public void Read_OnePiece_HasItsShape(string text, object shape) => Read(text).ShouldHaveSingleItem().Shape.ShouldBe(shape);

    [Fact]
    public void Read_CapitalsInsideAndAtTheStart_AreToldApart() =>
        Read("Hôm nay Lan nói: “Vâng")
            .Select(piece => piece.Shape)
            .ShouldBe([
                PieceShape.CapitalisedAtStart,
                PieceShape.Lower,
                PieceShape.Capitalised,
                PieceShape.Lower,
                PieceShape.OtherMark,
                PieceShape.OtherMark,
                PieceShape.CapitalisedAtStart,
            ]);

    [Fact]
    public void Read_OnlyCapitals_AreAsSmallLetters() =>
        Read("SỞ Y TẾ HỌP").Select(piece => piece.Shape).ShouldAllBe(shape => shape == PieceShape.Lower);

    [Fact]
    public void Read_WordsOfTheLexicon_AreKnownByTheirPlacesAndWriters()
    {
        var pieces = Read("xã hội chủ nghĩa");

        pieces[0].StartsWord(2).ShouldBeTrue();
        pieces[0].StartsWord(3).ShouldBeFalse();
        pieces[0].StartsWord(4).ShouldBeTrue();
        pieces[0].WritersOf(2).ShouldBe(0b101u);
        pieces[0].WritersOf(4).ShouldBe(1u);
        (pieces[1].CoverLength, pieces[1].CoverBefore).ShouldBe(((byte)4, (byte)1));
        pieces[1].EndMask.ShouldBe((byte)(1 << 2));
    }

    [Fact]
    public void Read_TwoSyllablesOfAWordTheOtherWayRound_AreSeen() => Read("bình hòa")[1].IsWordReversed.ShouldBeTrue();

    [Fact]
    public void Read_Surname_IsKnown() => Read("bà Lê")[1].Facts.ShouldBe(SyllableFacts.Surname);

    [Theory]
    [InlineData("ủy ban", false)]
    [InlineData("ủy\u00A0ban", false)]
    [InlineData("ủy  ban", true)]
    [InlineData("ủy\nban", true)]
    [InlineData("ủy baotintuc.vn", true)]
    [InlineData("ủy (", true)]
    public void Read_WhatStandsBetweenTwoPieces_MayEndWords(string text, bool ends) => Read(text)[1].IsBarrier.ShouldBe(ends);

    [Fact]
    public void Read_CommaBetweenNumbers_EndsNoWord() => Read("3 , 5").Skip(1).ShouldAllBe(piece => !piece.IsBarrier);

    [Fact]
    public void Read_NoText_GivesNoPieces() => Read(" ").ShouldBeEmpty();

    static WordPiece[] Read(string text) =>
        new PieceReader(Lexicon).Read(text, Folding.Fold(text), new TextSpan(0, text.Length))[PieceReader.Padding..^PieceReader.Padding];
}
