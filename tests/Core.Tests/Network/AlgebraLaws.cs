using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace Remediator.Core.Tests.Network;

/// <summary>The laws of a boolean algebra, which every set of the room obeys. A failure prints the sets and the seed.</summary>
public abstract class AlgebraLaws<T>
    where T : IEquatable<T>
{
    protected abstract Gen<T> Sets { get; }

    protected abstract T Nothing { get; }

    protected abstract T Everything { get; }

    [Fact]
    public void Union_and_intersection_commute() => Hold((a, b, _) =>
        Union(a, b).Equals(Union(b, a)) && Intersect(a, b).Equals(Intersect(b, a)));

    [Fact]
    public void Union_and_intersection_associate() => Hold((a, b, c) =>
        Union(Union(a, b), c).Equals(Union(a, Union(b, c))) && Intersect(Intersect(a, b), c).Equals(Intersect(a, Intersect(b, c))));

    [Fact]
    public void Union_and_intersection_distribute_over_each_other() => Hold((a, b, c) =>
        Intersect(a, Union(b, c)).Equals(Union(Intersect(a, b), Intersect(a, c)))
        && Union(a, Intersect(b, c)).Equals(Intersect(Union(a, b), Union(a, c))));

    [Fact]
    public void Union_and_intersection_absorb_and_are_idempotent() => Hold((a, b, _) =>
        Union(a, Intersect(a, b)).Equals(a) && Intersect(a, Union(a, b)).Equals(a) && Union(a, a).Equals(a) && Intersect(a, a).Equals(a));

    [Fact]
    public void Nothing_and_everything_are_neutral_or_swallow() => Hold((a, _, _) =>
        Union(a, Nothing).Equals(a) && Intersect(a, Everything).Equals(a) && Union(a, Everything).Equals(Everything)
        && Intersect(a, Nothing).Equals(Nothing) && Minus(a, Nothing).Equals(a) && Minus(a, Everything).Equals(Nothing) && Minus(a, a).Equals(Nothing));

    [Fact]
    public void Complement_obeys_De_Morgan_and_undoes_itself() => Hold((a, b, _) =>
        Not(Union(a, b)).Equals(Intersect(Not(a), Not(b))) && Not(Intersect(a, b)).Equals(Union(Not(a), Not(b))) && Not(Not(a)).Equals(a));

    [Fact]
    public void Minus_is_the_intersection_with_the_complement() => Hold((a, b, _) => Minus(a, b).Equals(Intersect(a, Not(b))));

    [Fact]
    public void Covers_says_the_same_as_intersection_and_union() => Hold((a, b, _) =>
        Covers(a, b) == Intersect(a, b).Equals(b) && Covers(a, b) == Union(a, b).Equals(a) && Covers(Union(a, b), b) && Covers(a, Minus(a, b)));

    [Fact]
    public void Overlaps_says_the_same_as_intersection() => Hold((a, b, _) =>
        Overlaps(a, b) != Intersect(a, b).Equals(Nothing) && Overlaps(a, b) == Overlaps(b, a) && !Overlaps(Minus(a, b), b));

    [Fact]
    public void Equal_sets_are_equal_however_they_were_built() => Hold((a, b, _) =>
    {
        var rebuilt = Union(Minus(a, b), Intersect(a, b));
        return rebuilt.Equals(a) && rebuilt.GetHashCode() == a.GetHashCode() && a.Equals(b) == (Covers(a, b) && Covers(b, a));
    });

    protected abstract T Union(T a, T b);

    protected abstract T Intersect(T a, T b);

    protected abstract T Minus(T a, T b);

    protected abstract bool Covers(T a, T b);

    protected abstract bool Overlaps(T a, T b);

    private T Not(T a) => Minus(Everything, a);

    private void Hold(Func<T, T, T, bool> law)
    {
        var triples = Sets.SelectMany(_ => Sets, (a, b) => (a, b)).SelectMany(_ => Sets, (ab, c) => (ab.a, ab.b, c));
        var replay = new Replay(RandomSets.Start, FSharpOption<int>.None);
        var config = Config.QuickThrowOnFailure.WithMaxTest(Effort.Times(500)).WithReplay(FSharpOption<Replay>.Some(replay));
        Prop.ForAll(triples.ToArbitrary(), t => law(t.a, t.b, t.c)).Check(config);
    }
}
