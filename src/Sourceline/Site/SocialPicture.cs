namespace Sourceline.Site;

/// <summary>placeholder</summary>
public static class SocialPicture { public const int Width = 1200; public const int Height = 630; }
