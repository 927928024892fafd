using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NewsApi.Language.Zoning;

/// <summary>
/// The points of every move from one state to another, laid out for eight states at a time, and the two steps of decoding that use them.
/// Rows have <see cref="ZoneStates.RowLength"/> states; states behind the last are never reached.
/// </summary>
sealed class ZoneMoves
{
    /// <summary>The points of what cannot be.</summary>
    public const int Never = int.MinValue / 4;

    // The points of a move that may not be made: with any score before it no more than never.
    const int Impossible = 2 * Never;

    static readonly int States = ZoneStates.Count;
    static readonly int Blocks = ZoneStates.RowLength / Vector256<int>.Count;

    readonly int[] points = new int[States * States];
    readonly Side forward;
    readonly Side backward;

    public ZoneMoves(Func<int, int, int> pointsOf)
    {
        for (var move = 0; move < points.Length; move++)
        {
            points[move] = pointsOf(move / States, move % States);
        }

        forward = new Side((from, to) => points[from * States + to], ZoneStates.CanFollow);
        backward = new Side((to, from) => points[from * States + to], (to, from) => ZoneStates.CanFollow(from, to));
    }

    public int Points(int from, int to) => points[from * States + to];

    /// <summary>The best that can stand before each state of the next line, of the best up to each state of this one.</summary>
    public void Forward(ReadOnlySpan<int> best, Span<int> next) => forward.Step(best, next);

    /// <summary>The best that can follow each state of a line, of the best from each state of the next line on.</summary>
    public void Backward(ReadOnlySpan<int> best, Span<int> previous) => backward.Step(best, previous);

    /// <summary>The moves of one direction: blocks of eight states that are reached, each with those that they are reached from.</summary>
    sealed class Side
    {
        // [block, state that is left]
        readonly Vector256<int>[] points = new Vector256<int>[Blocks * States];

        // The states between which all stand that a block is reached from: few parts of a page lead to one another.
        readonly (int First, int End)[] left = new (int, int)[Blocks];

        public Side(Func<int, int, int> pointsOf, Func<int, int, bool> canMove)
        {
            Array.Fill(points, Vector256.Create(Impossible));
            for (var block = 0; block < Blocks; block++)
            {
                left[block] = (States, 0);
                for (var state = 0; state < States; state++)
                {
                    Fill(block, state, pointsOf, canMove);
                }
            }
        }

        void Fill(int block, int state, Func<int, int, int> pointsOf, Func<int, int, bool> canMove)
        {
            var at = block * States + state;
            for (var n = 0; n < Vector256<int>.Count; n++)
            {
                var reached = block * Vector256<int>.Count + n;
                if (reached < States && canMove(state, reached))
                {
                    points[at] = points[at].WithElement(n, pointsOf(state, reached));
                    left[block] = (Math.Min(left[block].First, state), state + 1);
                }
            }
        }

        public void Step(ReadOnlySpan<int> best, Span<int> reached)
        {
            var result = MemoryMarshal.Cast<int, Vector256<int>>(reached);
            for (var block = 0; block < Blocks; block++)
            {
                var highest = Vector256.Create(Never);
                var (first, end) = left[block];
                var from = best[first..end];
                var row = points.AsSpan(block * States + first, from.Length);
                for (var state = 0; state < from.Length; state++)
                {
                    highest = Vector256.Max(highest, Vector256.Create(from[state]) + row[state]);
                }

                result[block] = highest;
            }
        }
    }
}
