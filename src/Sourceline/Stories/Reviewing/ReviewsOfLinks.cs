using Microsoft.EntityFrameworkCore;
using Sourceline.Attribution.Model;
using Sourceline.Data.Model;
using Sourceline.Sourcing;
using Sourceline.Stories.Html;
using Sourceline.Stories.Publishing;
using Statement = Sourceline.Data.Model.Statement;

namespace Sourceline.Stories.Reviewing;

/// <summary>A link as an editor wants it.</summary>
/// <param name="Name">The source's name, or the words for an unnamed one; 1 to 300 characters.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Role">Its title or role; null for none.</param>
/// <param name="Basis">How the text gives it.</param>
/// <param name="Words">The words of the text that name it; they must stand there. Null for the name itself.</param>
public sealed record HopEdit(string Name, SourceKind Kind, string? Role, Basis Basis, string? Words);

/// <summary>Decisions about single links of a chain.</summary>
public sealed partial class Reviews
{
    /// <summary>Confirms, rejects or reopens one link. When none of a statement's links waits any more, the statement is confirmed with them.</summary>
    public Task JudgeLinkAsync(ReviewOf at, long linkId, Review review, CancellationToken cancellationToken) =>
        OnLinkAsync(
            at,
            linkId,
            (statement, link) =>
            {
                link.Review = review;
                Settle(statement);
                return Task.FromResult(
                    words[
                        review switch
                        {
                            Review.Confirmed => "reviewed.hop-confirmed",
                            Review.Rejected => "reviewed.hop-rejected",
                            _ => "reviewed.hop-reopened",
                        },
                        statement.Ordinal,
                        link.Name
                    ]
                );
            },
            cancellationToken
        );

    /// <summary>Makes a link what it should have been; an editor's own word needs no further confirmation.</summary>
    public Task MendLinkAsync(ReviewOf at, long linkId, HopEdit mend, CancellationToken cancellationToken) =>
        OnLinkAsync(
            at,
            linkId,
            async (statement, link) =>
            {
                var before = link.Name;
                await ApplyAsync(statement, link, mend, cancellationToken);
                Settle(statement);
                return before == link.Name
                    ? words["reviewed.hop-edited", statement.Ordinal, before]
                    : words["reviewed.hop-renamed", statement.Ordinal, before, link.Name];
            },
            cancellationToken
        );

    /// <summary>Puts a new hand into a chain; a chain number that is not yet there begins a new chain.</summary>
    /// <param name="at">The story as the editor saw it.</param>
    /// <param name="statementId">The statement.</param>
    /// <param name="chain">0 and up.</param>
    /// <param name="position">0 is nearest to this site.</param>
    /// <param name="mend">The link.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task InsertLinkAsync(ReviewOf at, long statementId, int chain, int position, HopEdit mend, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(mend);
        return OnStatementAsync(
            at,
            statementId,
            async statement =>
            {
                var link = new StatementHop
                {
                    StatementId = statement.Id,
                    Name = mend.Name,
                    Chain = chain,
                    Confidence = 1,
                };
                await ApplyAsync(statement, link, mend with { Words = mend.Words ?? mend.Name }, cancellationToken);
                var hands = Hands(statement, chain);
                hands.Insert(Math.Clamp(position, 0, hands.Count), link);
                await RenumberAsync(statement, chain, hands, cancellationToken);
                statement.Hops.Add(link);
                Settle(statement);
                return words["reviewed.hop-added", statement.Ordinal, link.Name];
            },
            cancellationToken
        );
    }

    /// <summary>Takes a hand out of its chain; the others close up.</summary>
    public Task RemoveLinkAsync(ReviewOf at, long linkId, CancellationToken cancellationToken) =>
        OnLinkAsync(
            at,
            linkId,
            async (statement, link) =>
            {
                var hands = Hands(statement, link.Chain);
                hands.Remove(link);
                statement.Hops.Remove(link);
                db.Remove(link);
                await RenumberAsync(statement, link.Chain, hands, cancellationToken);
                Settle(statement);
                return words["reviewed.hop-removed", statement.Ordinal, link.Name];
            },
            cancellationToken
        );

    /// <summary>Moves a hand one step nearer to this site (-1) or to who said it (+1).</summary>
    public Task MoveLinkAsync(ReviewOf at, long linkId, int by, CancellationToken cancellationToken) =>
        OnLinkAsync(
            at,
            linkId,
            async (statement, link) =>
            {
                var hands = Hands(statement, link.Chain);
                var to = hands.IndexOf(link) + Math.Sign(by);
                if (to < 0 || to >= hands.Count)
                    throw new ActRefusedException(words => words["refused.end-of-chain", link.Name]);
                hands.Remove(link);
                hands.Insert(to, link);
                await RenumberAsync(statement, link.Chain, hands, cancellationToken);
                return words[by < 0 ? "reviewed.hop-nearer" : "reviewed.hop-further", statement.Ordinal, link.Name];
            },
            cancellationToken
        );

    private async Task OnLinkAsync(
        ReviewOf at,
        long linkId,
        Func<Statement, StatementHop, Task<string>> decide,
        CancellationToken cancellationToken
    )
    {
        var statementId = await db
            .StatementHops.Where(link => link.Id == linkId)
            .Select(link => link.StatementId)
            .SingleOrDefaultAsync(cancellationToken);
        await OnStatementAsync(at, statementId, statement => decide(statement, LinkOf(statement, linkId)), cancellationToken);
    }

    private static StatementHop LinkOf(Statement statement, long linkId) =>
        statement.Hops.SingleOrDefault(link => link.Id == linkId) ?? throw new ActRefusedException(words => words["refused.hop-gone"]);

    private async Task ApplyAsync(Statement statement, StatementHop link, HopEdit mend, CancellationToken cancellationToken)
    {
        var name = mend.Name.Trim();
        if (name.Length is 0 or > 300)
            throw new ActRefusedException(words => words["refused.source-name"]);
        if (Blank(mend.Words) is { } spelt)
            (link.SpanStart, link.SpanEnd) = Find(spelt, statement);
        link.Name = name;
        link.Kind = mend.Kind;
        link.Role = PlainText.Short(Blank(mend.Role), 300);
        link.Basis = mend.Basis;
        link.Review = Review.Confirmed;
        link.Source =
            mend.Kind == SourceKind.Unnamed ? null : await new SourceRegistry(db).FindOrAddAsync(name, mend.Kind, [], cancellationToken);
        if (link.Source is null)
            link.SourceId = null;
        else
            ForgetIdentity(link);
    }

    /// <summary>The place of the words that is nearest to what was said: a link that is not in the text is never invented.</summary>
    private static (int Start, int End) Find(string words, Statement statement)
    {
        var text = statement.Version!.Text;
        var near = statement.Content.Length > 0 ? statement.Content[0].Start : 0;
        var best = -1;
        for (var at = text.IndexOf(words, StringComparison.Ordinal); at >= 0; at = text.IndexOf(words, at + 1, StringComparison.Ordinal))
            if (best < 0 || Math.Abs(at - near) < Math.Abs(best - near))
                best = at;
        return best < 0 ? throw new ActRefusedException(language => language["refused.not-in-text", words]) : (best, best + words.Length);
    }

    private static List<StatementHop> Hands(Statement statement, int chain) =>
        [.. statement.Hops.Where(link => link.Chain == chain).OrderBy(link => link.Position)];

    /// <summary>Numbers the hands of a chain anew, and the chains, without gaps.</summary>
    private async Task RenumberAsync(Statement statement, int chain, List<StatementHop> hands, CancellationToken cancellationToken)
    {
        var chains = statement
            .Hops.Where(link => link.Chain != chain)
            .GroupBy(link => link.Chain)
            .Select(other => (other.Key, Links: other.OrderBy(link => link.Position).ToList()))
            .Append((Key: chain, Links: hands))
            .OrderBy(one => one.Key)
            .Where(one => one.Links.Count > 0)
            .ToList();
        // Chain and position are unique: rows that trade places go by way of numbers that nobody has.
        foreach (var link in statement.Hops.Where(link => link.Id != 0))
            link.Position += 1000;
        await db.SaveChangesAsync(cancellationToken);
        for (var c = 0; c < chains.Count; c++)
        {
            for (var p = 0; p < chains[c].Links.Count; p++)
                (chains[c].Links[p].Chain, chains[c].Links[p].Position) = (c, p);
        }
    }

    private static void Settle(Statement statement)
    {
        if (statement.Review != Review.Proposed)
            return;
        if (statement.Hops.Any(link => link.Review == Review.Proposed))
            return;
        if (statement.Hops.Any(link => link.Review == Review.Confirmed))
            statement.Review = Review.Confirmed;
    }

    private static string? Blank(string? words) => string.IsNullOrWhiteSpace(words) ? null : words.Trim();
}
