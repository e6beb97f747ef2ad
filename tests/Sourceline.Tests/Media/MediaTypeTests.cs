using Sourceline.Media;

namespace Sourceline.Tests.Media;

public sealed class MediaTypeTests
{
    [Theory]
    [InlineData("FFD8FFE000104A46", ".jpg")]
    [InlineData("89504E470D0A1A0A0000", ".png")]
    [InlineData("474946383961", ".gif")]
    [InlineData("524946460000000057454250", ".webp")]
    [InlineData("0000001C6674797061766966", ".avif")]
    [InlineData("000000206674797069736F6D", ".mp4")]
    [InlineData("255044462D312E37", ".pdf")]
    [InlineData("49443303", ".mp3")]
    [InlineData("FFFB9064", ".mp3")]
    public void Detect_KnownBytes_GivesExtension(string hex, string extension) =>
        Assert.Equal(extension, MediaType.Detect(Convert.FromHexString(hex))?.Extension);

    [Theory]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\"/>")]
    [InlineData("<!doctype html><script>alert(1)</script>")]
    [InlineData("")]
    [InlineData("RIFF")]
    public void Detect_WhatCouldRun_IsRefused(string text) => Assert.Null(MediaType.Detect(System.Text.Encoding.ASCII.GetBytes(text)));

    [Fact]
    public void Detect_Utf16Text_IsNoSound() => Assert.Null(MediaType.Detect([0xFF, 0xFE, (byte)'<', 0]));
}
