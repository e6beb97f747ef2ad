namespace Sourceline.PageCache;

/// <summary>How far the log had been followed, and what had been touched until then.</summary>
/// <param name="Position">The last act.</param>
/// <param name="Act">What that act was: a log that has another one there is another log, such as one brought back from a backup.</param>
/// <param name="Floor">Pages made before this act do not hold.</param>
/// <param name="Sections">The sections in the head of every page, in words.</param>
/// <param name="Touched">Tags with the last act that touched them.</param>
internal sealed record CacheCheckpoint(
    long Position,
    string Act,
    long Floor,
    string Sections,
    IReadOnlyCollection<KeyValuePair<ulong, long>> Touched
)
{
    public void Write(BinaryWriter to)
    {
        to.Write(Position);
        to.Write(Act);
        to.Write(Floor);
        to.Write(Sections);
        to.Write(Touched.Count);
        foreach (var (tag, at) in Touched)
        {
            to.Write(tag);
            to.Write(at);
        }
    }

    public static CacheCheckpoint Read(BinaryReader from)
    {
        var (position, act, floor, sections) = (from.ReadInt64(), from.ReadString(), from.ReadInt64(), from.ReadString());
        var touched = new KeyValuePair<ulong, long>[from.ReadInt32()];
        for (var i = 0; i < touched.Length; i++)
            touched[i] = KeyValuePair.Create(from.ReadUInt64(), from.ReadInt64());
        return new CacheCheckpoint(position, act, floor, sections, touched);
    }
}
