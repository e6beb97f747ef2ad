using System.Text;

namespace Sourceline.Formats.Input;

/// <summary>Replaces bytes that an encoding does not know by U+FFFD, and remembers where they stood.</summary>
internal sealed class RecordingFallback : DecoderFallback
{
    private readonly List<int> _places = [];

    /// <summary>Where they stood in the bytes that were decoded last, counted from the first of those; below 0 where before it.</summary>
    public IReadOnlyList<int> Places => _places;

    public override int MaxCharCount => 1;

    public void Clear() => _places.Clear();

    public override DecoderFallbackBuffer CreateFallbackBuffer() => new Replacement(_places);

    private sealed class Replacement(List<int> places) : DecoderFallbackBuffer
    {
        private int _remaining = -1;

        public override int Remaining => Math.Max(0, _remaining);

        public override bool Fallback(byte[] bytesUnknown, int index)
        {
            places.Add(index);
            _remaining = 1;
            return true;
        }

        public override char GetNextChar() => --_remaining == 0 ? '\ufffd' : '\0';

        public override bool MovePrevious()
        {
            if (_remaining != 0)
                return false;
            _remaining = 1;
            return true;
        }

        public override void Reset() => _remaining = -1;
    }
}
