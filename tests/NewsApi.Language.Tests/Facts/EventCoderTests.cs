using NewsApi.Language.Documents;
using NewsApi.Language.Facts;

namespace NewsApi.Language.Tests.Facts;

public sealed class EventCoderTests
{
    static readonly EventCoder Coder = new(new HashSet<string> { "Việt Nam", "Lào", "Campuchia" });

    [Theory]
    [InlineData(FactType.Meeting, Modality.Stated, "CONSULT")]
    [InlineData(FactType.Meeting, Modality.Planned, "CONSULT")]
    [InlineData(FactType.Agreement, Modality.Stated, "SUPPORT")]
    [InlineData(FactType.Agreement, Modality.Planned, "AGREE")]
    [InlineData(FactType.Agreement, Modality.Denied, null)]
    [InlineData(FactType.Statement, Modality.Stated, null)]
    public void Code_OfAType_IsItsEvent(FactType type, Modality modality, string? code) =>
        Coder.Code(Fact(type, modality)).EventCode?.Event.ShouldBe(code);

    [Fact]
    public void Code_OfAVisit_IsItsMode() => Coder.Code(Fact(FactType.Visit)).EventCode.ShouldBe(new EventCode("CONSULT", "visit"));

    [Theory]
    [InlineData("điện đàm", "Việt Nam,Lào", "phone")]
    [InlineData("Điện đàm", "Việt Nam,Lào,Campuchia", "phone")]
    [InlineData("hội đàm", "Việt Nam,Lào", null)]
    [InlineData("hội đàm", "Việt Nam,Lào,Campuchia", "multilateral")]
    [InlineData("gặp", "Việt Nam,Trần Văn Lành,Lê Mai", null)]
    public void Code_OfAMeeting_TellsTheMode(string kind, string participants, string? mode)
    {
        var arguments = participants
            .Split(',')
            .Select(name => new FactArgument(FactArguments.Participants, name, null, 0))
            .Append(new FactArgument(FactArguments.Kind, kind, null, 0));
        Coder.Code(Fact(FactType.Meeting, arguments: [.. arguments])).EventCode.ShouldBe(new EventCode("CONSULT", mode));
    }

    static Fact Fact(FactType type, Modality modality = Modality.Stated, params IReadOnlyList<FactArgument> arguments) =>
        new(type, modality, arguments, 1, type.Name(), "test", []);
}
