using NewsApi.Language.Mentions;

namespace NewsApi.Language.Tests.Mentions;

/// <summary>The search against all readings of a line, each counted on its own.</summary>
public sealed class SpanDecoderTests
{
    const int Labels = 2;
    const int PieceRows = 64;
    const int RunRows = 256;

    static SpanModel Model(int seed)
    {
        var random = new Random(seed);
        sbyte[] Weights(int count) => [.. Enumerable.Range(0, count).Select(_ => (sbyte)random.Next(-20, 21))];
        return new SpanModel(Labels, 10, Weights(PieceRows * 3 * Labels), Weights(RunRows * Labels));
    }

    [Theory]
    [InlineData("Hà về Bến Sậy")]
    [InlineData("Sáng 12/5, ủy ban họp")]
    [InlineData("Hội Ghe (HG); Hà")]
    [InlineData("Hà")]
    [InlineData("không có gì")]
    [InlineData("")]
    public void Decode_AnyModel_IsTheBestOfAllReadings(string line)
    {
        var text = TestLines.Read(line);
        var candidates = SpanLattice.Candidates(text, SpanCandidates.CanStartMention);
        for (var seed = 0; seed < 40; seed++)
        {
            var model = Model(seed);
            var readings = Readings(candidates, MentionText.First, text.End)
                .Select(spans => (Spans: spans, Points: spans.Sum(span => Points(text, span, model))))
                .ToList();

            var found = SpanDecoder.Score(text, candidates, null, model).Decode();

            var best = readings.Max(reading => reading.Points);
            found.Sum(span => Points(text, Plain(span), model)).ShouldBe(best, $"seed {seed}");
            foreach (var span in found)
            {
                var rival = readings.Where(reading => !reading.Spans.Contains(Plain(span))).Max(reading => reading.Points);
                span.Margin.ShouldBe(best - rival, $"seed {seed}: {span}");
            }
        }
    }

    [Fact]
    public void Decode_Spans_AreInOrderAndApart()
    {
        var text = TestLines.Read("Hà, Huế, Sậy, Ghe, Lê, Lý, Mai, An, Bến Sậy và ủy ban xã");
        var candidates = SpanLattice.Candidates(text, SpanCandidates.CanStartMention);
        for (var seed = 0; seed < 40; seed++)
        {
            var found = SpanDecoder.Score(text, candidates, null, Model(seed)).Decode();

            found.Zip(found.Skip(1)).ShouldAllBe(pair => pair.First.End <= pair.Second.Start, $"seed {seed}");
            found.ShouldAllBe(span => candidates.Contains(new SpanCandidate(span.Start, span.Length)), $"seed {seed}");
        }
    }

    [Fact]
    public void Decode_NothingPays_FindsNothing()
    {
        var text = TestLines.Read("Hà về Bến Sậy");
        var model = new SpanModel(
            Labels,
            10,
            [.. Enumerable.Repeat((sbyte)-1, 2 * 3 * Labels)],
            [.. Enumerable.Repeat((sbyte)-1, 2 * Labels)]
        );

        SpanDecoder.Score(text, SpanLattice.Candidates(text, SpanCandidates.CanStartMention), null, model).Decode().ShouldBeEmpty();
    }

    [Fact]
    public void Add_OfAMemoryOfNothing_LeavesTheReadingAsItWas()
    {
        var text = TestLines.Read("Hà về Bến Sậy");
        var model = Model(3);
        var decoder = SpanDecoder.Score(text, SpanLattice.Candidates(text, SpanCandidates.CanStartMention), null, model);
        var before = decoder.Decode();

        decoder.Add(new NameMemory(), 0, model);

        decoder.Decode().ShouldBe(before);
    }

    [Fact]
    public void Add_OfANameFoundElsewhere_GivesItsPoints()
    {
        var text = TestLines.Read("Hà về Bến Sậy");
        var (model, memory) = (Model(3), new NameMemory());
        memory.Add(text, 7, TestLines.Find(text, "Bến"), 2, Documents.EntityType.Location);
        var candidates = SpanLattice.Candidates(text, SpanCandidates.CanStartMention);
        var (with, without) = (SpanDecoder.Score(text, candidates, null, model), SpanDecoder.Score(text, candidates, null, model));

        with.Add(memory, 0, model);

        with.Decode().ShouldNotBe(without.Decode());
    }

    static FoundSpan Plain(FoundSpan span) => span with { Margin = 0 };

    static IEnumerable<List<FoundSpan>> Readings(List<SpanCandidate> candidates, int from, int end)
    {
        if (from >= end)
        {
            yield return [];
            yield break;
        }

        foreach (var rest in Readings(candidates, from + 1, end))
        {
            yield return rest;
        }

        foreach (var run in candidates.Where(run => run.Start == from))
        {
            foreach (var rest in Readings(candidates, run.End, end))
            {
                for (var label = 0; label < Labels; label++)
                {
                    yield return [new FoundSpan(run.Start, run.Length, label, 0), .. rest];
                }
            }
        }
    }

    // A beginning at the first piece, a going on at all pieces behind it, an ending at the last, and the run.
    static int Points(MentionText text, FoundSpan span, SpanModel model)
    {
        var rows = new FeatureRows();
        var points = 0;
        for (var at = span.Start; at < span.End; at++)
        {
            rows.Clear();
            PieceFeatures.Read(text, at, null, rows);
            var piece = new int[3 * Labels];
            model.AddPiece(rows.Rows, piece);
            points += at == span.Start ? piece[span.Label] : piece[Labels + span.Label];
            points += at == span.End - 1 ? piece[(2 * Labels) + span.Label] : 0;
        }

        rows.Clear();
        RunFeatures.Read(text, span.Start, span.Length, null, rows);
        var run = new int[Labels];
        model.AddRun(rows.Rows, run);
        return points + run[span.Label];
    }
}
