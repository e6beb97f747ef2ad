using Sourceline.Attribution.Model;
using Sourceline.Attribution.Pipeline.Clauses;
using Sourceline.Attribution.Pipeline.Names;
using Sourceline.Attribution.Pipeline.Text;

namespace Sourceline.Attribution.Pipeline.Chains;

/// <summary>Whom a bare "newspaper says" of a headline means: the outlet that the paragraph below names.</summary>
internal static class LeadOutlets
{
    private const int LongestLead = 120;

    public static Identity? Find(Reader reader, string noun)
    {
        if (reader.Document.ParagraphList.Count < 2)
            return null;
        var lead = reader.Document.ParagraphList[1];
        NameRun? found = null;
        for (var at = lead.First; at < Math.Min(lead.End, lead.First + LongestLead); at++)
        {
            if (reader.Names.At(at) is not { Entity: { Kind: SourceKind.Outlet } outlet } run || !outlet.IsCalled(noun))
                continue;
            if (outlet.OutletNoun == noun)
                return Speakers.Known(outlet, reader.Document.Span(run.Core), .8);
            found ??= run;
        }

        return found is null ? null : Speakers.Known(found.Entity!, reader.Document.Span(found.Core), .7);
    }
}
