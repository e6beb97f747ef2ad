namespace Sourceline.Attribution.Pipeline.Spans;

/// <summary>The labels of the three chains. In each, what "goes on" may only stand behind its beginning or behind itself.</summary>
internal static class SpanLabels
{
    public const byte None = 0;

    /// <summary>Cues: where one begins, where it goes on.</summary>
    public static class Cue
    {
        public const int Count = 3;
        public const byte Begin = 1;
        public const byte Inside = 2;
    }

    /// <summary>Roles in a sentence as a whole.</summary>
    public static class Role
    {
        public const int Count = 7;
        public const byte Source = 1;
        public const byte Cue = 3;
        public const byte Content = 5;
    }

    /// <summary>The arguments of one cue.</summary>
    public static class Argument
    {
        public const int Count = 5;
        public const byte Source = 1;
        public const byte Content = 3;
    }

    /// <summary>Whether a label may follow another. Even labels above 0 go on with the label before them in number.</summary>
    /// <param name="before">The label before, or the number of labels for the beginning.</param>
    /// <param name="label">The label.</param>
    /// <param name="count">The number of labels.</param>
    public static bool MayFollow(int before, int label, int count) =>
        label == None || label % 2 == 1 || (before < count && (before == label || before == label - 1));
}
