using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Sourceline.Settings;

namespace Sourceline.Data;

/// <summary>The key ring as files. Its folder is made with the first key, so that commands that only read leave nothing behind.</summary>
internal sealed class KeyRepository(SourcelineOptions options, ILoggerFactory logs) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements() =>
        Directory.Exists(KeyFolder.Of(options))
            ? new FileSystemXmlRepository(new DirectoryInfo(KeyFolder.Of(options)), logs).GetAllElements()
            : [];

    public void StoreElement(XElement element, string friendlyName) =>
        new FileSystemXmlRepository(KeyFolder.Made(options), logs).StoreElement(element, friendlyName);
}
