using NewsApi.Language.Documents;
using NewsApi.Language.Entities;
using NewsApi.Language.Facts;

namespace NewsApi.Language.Tests.Facts;

public sealed class FactFinderTests
{
    static readonly DocumentAnnotator Annotator = DocumentAnnotator.Load();
    static readonly FactFinder Finder = FactFinder.Load();
    static readonly DateOnly Published = new(2025, 5, 12);

    static IReadOnlyList<Fact> Find(params string[] texts)
    {
        FactLine[] lines = [.. texts.Select((text, at) => new FactLine((2 * at) + 1, LineRole.Paragraph, text))];
        var found = Annotator.Annotate([.. lines.Select(line => new ContentLine(line.Number, line.Text))], Published, default);
        return Finder.Find(lines, found, Published, default);
    }

    static Fact? First(IEnumerable<Fact> facts, FactType type) => facts.FirstOrDefault(fact => fact.Type == type);

    [Theory]
    [InlineData("Bộ trưởng Bộ Y tế Lường Thị Khéo cho biết dịch đã được khống chế.", "cho biết", "dịch đã được khống chế", "false")]
    [InlineData("“Chúng tôi không còn thiếu thuốc nữa”, bà Lường Thị Khéo nói.", "nói", "Chúng tôi không còn thiếu thuốc nữa", "true")]
    [InlineData("Bà Lường Thị Khéo nói: “Chúng tôi không còn thiếu thuốc nữa”.", "nói", "Chúng tôi không còn thiếu thuốc nữa", "true")]
    [InlineData("Theo bà Lường Thị Khéo, dịch đã được khống chế.", "Theo", "dịch đã được khống chế", "false")]
    [InlineData("Bà Lường Thị Khéo: Chúng tôi không còn thiếu thuốc nữa.", null, "Chúng tôi không còn thiếu thuốc nữa", "true")]
    public void Find_Attribution_IsAStatementOfTheSpeaker(string text, string? verb, string content, string direct)
    {
        var statement = First(Find(text), FactType.Statement);

        statement.ShouldNotBeNull();
        statement.Argument(FactArguments.Speaker).ShouldBe("Lường Thị Khéo");
        statement.Argument(FactArguments.Verb).ShouldBe(verb);
        statement.Argument(FactArguments.Content).ShouldBe(content);
        statement.Argument(FactArguments.Direct).ShouldBe(direct);
    }

    [Theory]
    [InlineData(
        "Cục Thống kê ước tính giá cả tăng chậm lại trong quý này; bà Lường Thị Khéo, Phó Cục trưởng, đề nghị các bộ không chủ quan.",
        "Cục Thống kê: giá cả tăng chậm lại trong quý này",
        "Lường Thị Khéo: các bộ không chủ quan"
    )]
    [InlineData(
        "Bà Lường Thị Khéo lên án vụ phá rừng, đồng thời hối thúc các xã sớm họp bàn.",
        "Lường Thị Khéo: vụ phá rừng",
        "Lường Thị Khéo: các xã sớm họp bàn"
    )]
    [InlineData(
        "Phần Lan cam kết viện trợ 300.000 USD cho vùng lũ, Đài Tiếng nói Việt Nam đưa tin.",
        "Phần Lan: viện trợ 300.000 USD cho vùng lũ",
        "Đài Tiếng nói Việt Nam: Phần Lan cam kết viện trợ 300.000 USD cho vùng lũ"
    )]
    public void Find_SeveralVerbsInASentence_EachHasItsSpeakerAndContent(string text, params string[] said) =>
        Find(text)
            .Where(fact => fact.Type == FactType.Statement)
            .Select(fact => $"{fact.Argument(FactArguments.Speaker)}: {fact.Argument(FactArguments.Content)}")
            .ShouldBe(said, ignoreOrder: true);

    [Theory]
    [InlineData("Ngày 7/3, Thụy Điển chính thức là thành viên NATO, khép lại hơn 200 năm trung lập.", "Thụy Điển", "thành viên", "NATO")]
    [InlineData("Năm nay Lào giữ cương vị Chủ tịch ASEAN và đón nhiều đoàn khách.", "Lào", "Chủ tịch", "ASEAN")]
    public void Find_APostOfACountry_IsAMembership(string text, string member, string role, string organization)
    {
        var membership = First(Find(text), FactType.Membership);

        membership.ShouldNotBeNull();
        membership.Argument(FactArguments.Member).ShouldBe(member);
        membership.Argument(FactArguments.Role).ShouldBe(role);
        membership.Argument(FactArguments.Organization).ShouldBe(organization);
    }

    [Fact]
    public void Find_Pronoun_StandsForWhoWasNamed() =>
        Find("Bà Lường Thị Khéo, Giám đốc Sở Y tế Lào Cai, thăm bệnh viện. Bà đề nghị các xã tiêm đủ vaccine cho trẻ.")
            .ShouldContain(fact =>
                fact.Type == FactType.Statement
                && fact.Argument(FactArguments.Speaker) == "Lường Thị Khéo"
                && fact.Argument(FactArguments.Content) == "các xã tiêm đủ vaccine cho trẻ"
            );

    [Theory]
    [InlineData("Bộ Y tế được đánh giá cao về chống dịch.")]
    [InlineData("Ông Lò Văn Sậy không trả lời câu hỏi này.")]
    [InlineData("Việc đề nghị thêm vốn cần được cân nhắc.")]
    public void Find_NoAttribution_IsNoStatement(string text) => First(Find(text), FactType.Statement).ShouldBeNull();

    [Fact]
    public void Find_Meeting_HasBothSidesTimeAndPlace()
    {
        var meeting = First(
            Find("Ngày 10/5, tại Hà Nội, Thủ tướng Lò Văn Sậy hội đàm với Tổng thống Phần Lan Aino Kestilä."),
            FactType.Meeting
        );

        meeting.ShouldNotBeNull();
        meeting
            .Arguments.Where(argument => argument.Name == FactArguments.Participants)
            .Select(argument => argument.Value)
            .ShouldBe(["Lò Văn Sậy", "Aino Kestilä"]);
        (meeting.Argument(FactArguments.Time), meeting.Argument(FactArguments.Place)).ShouldBe(("2025-05-10", "Hà Nội"));
        meeting.Modality.ShouldBe(Modality.Stated);
    }

    [Fact]
    public void Find_VisitToCome_IsPlanned()
    {
        var visit = First(Find("Thủ tướng Lò Văn Sậy sẽ thăm Phần Lan vào tháng 6."), FactType.Visit);

        visit.ShouldNotBeNull();
        (visit.Argument(FactArguments.Visitor), visit.Argument(FactArguments.Destination)).ShouldBe(("Lò Văn Sậy", "Phần Lan"));
        visit.Modality.ShouldBe(Modality.Planned);
    }

    [Theory]
    [InlineData("Thủ tướng Lò Văn Sậy thăm Phần Lan từ ngày 2/6/2025.", Modality.Planned)]
    [InlineData("Thủ tướng Lò Văn Sậy thăm Phần Lan từ ngày 2/4/2025.", Modality.Stated)]
    [InlineData("Dự kiến, sau khi dự lễ khai trương và tiếp xúc bà con ở đó, Thủ tướng Lò Văn Sậy thăm Phần Lan.", Modality.Planned)]
    [InlineData("Thông tin Thủ tướng Lò Văn Sậy đã thăm Phần Lan là không chính xác.", Modality.Denied)]
    [InlineData("Có tin Thủ tướng Lò Văn Sậy đã thăm Phần Lan. Bộ Ngoại giao bác bỏ thông tin này.", Modality.Denied)]
    [InlineData("Thủ tướng Lò Văn Sậy đã thăm Phần Lan. Trước đó, một buổi diễn bị hủy.", Modality.Stated)]
    [InlineData("Chuyến thăm Phần Lan của Thủ tướng Lò Văn Sậy đã bị hủy.", Modality.Denied)]
    public void Find_Visit_IsWhatTheWordsAndTheCalendarSay(string text, Modality modality) =>
        First(Find(text), FactType.Visit).ShouldNotBeNull().Modality.ShouldBe(modality);

    [Fact]
    public void Find_AttendanceOfWhatIsToCome_IsPlanned()
    {
        var facts = Find("Ngày 14/9 sẽ diễn ra Hội thảo “Chữ và nghĩa” lần thứ hai với sự tham dự của nhà nghiên cứu Lường Thị Khéo.");

        First(facts, FactType.Attendance).ShouldNotBeNull().Modality.ShouldBe(Modality.Planned);
    }

    [Fact]
    public void Find_SameFactInTwoLines_IsOneWithTwoPiecesOfEvidence()
    {
        var held = Find("Bộ trưởng Bộ Y tế Lường Thị Khéo đến muộn.", "Sau đó, Bộ trưởng Bộ Y tế Lường Thị Khéo về sớm.")
            .Where(fact => fact.Type == FactType.PositionHeld)
            .ToList();

        held.Count.ShouldBe(1);
        held[0].Evidence.Select(evidence => evidence.Line).ShouldBe([1, 3]);
    }

    [Fact]
    public void Find_TwoAnniversariesOfAsManyYears_AreTwo() =>
        Find("Trường kỷ niệm 50 năm ngày thành lập.", "Xã kỷ niệm 50 năm chiến thắng Khe Sanh.")
            .Count(fact => fact.Type == FactType.Anniversary)
            .ShouldBe(2);

    [Fact]
    public void Find_LineLongerThanAnyParagraph_SpansSliceTheWholeLine()
    {
        var filler = string.Concat(Enumerable.Repeat("Trời hôm ấy nhiều mây và có gió nhẹ ở vùng cao. ", 400));
        var text = filler + "Bà Lường Thị Khéo cho biết dịch đã được khống chế.";

        var statement = First(Find(text), FactType.Statement);

        statement.ShouldNotBeNull();
        var content = statement.Arguments.Single(argument => argument.Name == FactArguments.Content);
        content.Span!.Value.Slice(text).ShouldBe("dịch đã được khống chế");
        statement.Evidence[0].Sentence.Slice(text).ShouldBe("Bà Lường Thị Khéo cho biết dịch đã được khống chế.");
    }

    [Fact]
    public void Find_QuotationOverTwoSentences_BothAreTheEvidence()
    {
        const string Text = "“Chúng tôi không còn thiếu thuốc. Các xã đã tiêm đủ”, bà Lường Thị Khéo nói.";

        First(Find(Text), FactType.Statement)!.Evidence[0].Sentence.Slice(Text).ShouldBe(Text);
    }

    [Fact]
    public void Find_BodiesSpokenOfByTheirNumber_AreThoseNamedTogether() =>
        Find(
                "Bộ Y tế, Bộ Xây dựng và Ủy ban Dân tộc lần đầu họp chung.",
                "Các chương trình lớn của Đảng, Nhà nước và Quốc hội đều có nước sạch.",
                "Lãnh đạo ba cơ quan khẳng định nước sạch phải đến từng bản."
            )
            .Where(fact => fact.Type == FactType.Statement)
            .Select(fact => fact.Argument(FactArguments.Speaker))
            .ShouldBe(["Bộ Y tế", "Bộ Xây dựng", "Ủy ban Dân tộc"], ignoreOrder: true);

    [Fact]
    public void Find_MeetingOfBodiesSpokenOfByTheirNumber_HasThem()
    {
        var meeting = First(
            Find("Đây là ý kiến chung của Bộ Y tế và Bộ Xây dựng trong buổi làm việc lần thứ hai giữa hai bộ ngày 10/5 tại Hà Nội."),
            FactType.Meeting
        );

        meeting.ShouldNotBeNull();
        meeting
            .Arguments.Where(argument => argument.Name == FactArguments.Participants)
            .Select(argument => argument.Value)
            .ShouldBe(["Bộ Y tế", "Bộ Xây dựng"]);
        meeting.Argument(FactArguments.Time).ShouldBe("2025-05-10");
    }

    [Theory]
    [InlineData("Tính chung bốn tháng, xã bán được 120 tấn vải, tăng so với cùng kỳ năm trước.", "2025-01/2025-04")]
    [InlineData("Quý I, xã bán được 120 tấn vải.", "2025-Q1")]
    [InlineData("Từ đầu năm, xã bán được 120 tấn vải.", "2025-01/2025-05")]
    [InlineData("Năm 2024, xã bán được 120 tấn vải, gấp đôi so với năm 2020.", "2024")]
    [InlineData("Năm 2024 được mùa lớn. Cả xã bán được 120 tấn vải.", "2024")]
    [InlineData("Năm 2024 được mùa lớn. Xã hiện còn 120 tấn vải.", null)]
    [InlineData("Trong bảy tháng điều trị, bác sĩ dùng 120 lọ thuốc.", null)]
    public void Find_Number_IsOfThePeriodItIsCountedOver(string text, string? time) =>
        First(Find(text), FactType.Statistic)!.Argument(FactArguments.Time).ShouldBe(time);

    [Theory]
    [InlineData("Phát biểu tại hội nghị, bà Lường Thị Khéo cảm ơn bà con.")]
    [InlineData("Bà Lường Thị Khéo tặng hoa cho các em tại hội nghị.")]
    [InlineData("Bế mạc hội nghị, bà Lường Thị Khéo cảm ơn bà con.")]
    public void Find_DoingSomethingAtAnEvent_IsAttendance(string text)
    {
        var attendance = First(Find(text), FactType.Attendance);

        attendance.ShouldNotBeNull();
        (attendance.Argument(FactArguments.Person), attendance.Argument(FactArguments.Event)).ShouldBe(("Lường Thị Khéo", "hội nghị"));
    }

    [Fact]
    public void Find_AsideWithAnotherName_LeavesTheSpeakerWhoOpensTheSentence() =>
        First(Find("Luật sư Lường Thị Khéo, người bào chữa cho ông Lò Văn Sậy, đề nghị xử lại vụ án."), FactType.Statement)!
            .Argument(FactArguments.Speaker)
            .ShouldBe("Lường Thị Khéo");

    public static TheoryData<string> Articles() => [.. QualityFiles.Under("facts/tune-a"), .. QualityFiles.Under("facts/tune-b")];

    [Theory]
    [MemberData(nameof(Articles))]
    public void Find_Article_EveryFactHasEvidenceAndEveryArgumentSlicesItsLine(string file)
    {
        var texts = File.ReadAllLines(QualityFiles.Path(file));
        FactLine[] lines =
        [
            .. texts.Select((text, at) => new FactLine(at + 1, LineRole.Paragraph, text)).Where(line => line.Text.Length > 0),
        ];
        var found = Annotator.Annotate([.. lines.Select(line => new ContentLine(line.Number, line.Text))], Published, default);

        var facts = Finder.Find(lines, found, null, default);

        facts.ShouldNotBeEmpty();
        foreach (var fact in facts)
        {
            fact.Evidence.ShouldNotBeEmpty();
            foreach (var evidence in fact.Evidence)
            {
                evidence.Span.Slice(texts[evidence.Line - 1]).ShouldNotBeEmpty();
                evidence.Sentence.Slice(texts[evidence.Line - 1]).ShouldNotBeEmpty();
            }

            foreach (var argument in fact.Arguments.Where(argument => argument.Span is not null))
            {
                argument.Span!.Value.Slice(texts[argument.Line - 1]).ShouldNotBeEmpty();
            }

            if (fact.Type == FactType.Statement)
            {
                var content = fact.Arguments.Single(argument => argument.Name == FactArguments.Content);
                content.Span!.Value.Slice(texts[content.Line - 1]).ShouldBe(content.Value);
            }
        }

        var again = Finder.Find(lines, found, null, default);
        again.Select(Text).ShouldBe(facts.Select(Text));
    }

    static string Text(Fact fact) =>
        $"{fact.Type} {fact.Modality} {string.Join('|', fact.Arguments)} {string.Join('|', fact.Evidence)} {fact.Pattern}";
}
