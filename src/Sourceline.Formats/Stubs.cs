namespace Sourceline.Formats.SavedPage { internal static class SavedHtmlReader { public static IEnumerable<ReadResult> Read(Input.Source s)=>[]; } }
namespace Sourceline.Formats.Rss { internal static class RssReader { public static IEnumerable<ReadResult> Read(Input.Source s)=>[]; } }
namespace Sourceline.Formats.Atom { internal static class AtomReader { public static IEnumerable<ReadResult> Read(Input.Source s)=>[]; } }
namespace Sourceline.Formats.JsonFeed { internal static class JsonFeedReader { public static IEnumerable<ReadResult> Read(Input.Source s)=>[]; } }
