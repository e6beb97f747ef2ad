using System.Collections.Frozen;

namespace Sourceline.Attribution;

/// <summary>Given names that are plain words as well, and the commonest ones of scripts without capitals.</summary>
internal static class GivenNames
{
    public static readonly FrozenSet<string> Words = WordSet.Of(
        "grace faith chase hunter mason carter cooper parker porter taylor tyler baker archer sailor ginger amber ruby pearl crystal coral heather hazel holly "
        + "violet daisy poppy olive laurel jasmine summer autumn april august justice honor honour mercy patience charity prudence constance victor chance "
        + "angel sterling bishop major marshal marshall dean duke prince earnest frank grant drew clay cliff heath forest forrest reed brook brooke robin jackson");

    public static readonly FrozenSet<string> Persian = WordSet.Of(
        "محمد علی حسن حسین احمد رضا مهدی امیر سامان بهرام سارا مریم فاطمه زهرا زهره نرگس لیلا شیرین پروین مینا نسرین کاوه آرش بابک داریوش فرهاد "
        + "جواد اکبر اصغر محمود مسعود سعید حمید مجید ناصر نادر یوسف ابراهیم اسماعیل عباس کریم رحیم مهستی پریسا نازنین سیما آزاده محسن بهمن جمشید");

    public static readonly FrozenSet<string> Arabic = WordSet.Of(
        "محمد أحمد محمود علي حسن حسين سالم سليم خالد عمر عثمان يوسف إبراهيم إسماعيل عبد سعيد كريم مصطفى طارق زياد فادي سمير نبيل جمال كمال وليد رامي "
        + "مريم فاطمة ليلى زينب سارة نور هدى سلمى رنا عائشة خديجة أمينة إلياس جورج ميشال ماجد ناصر فيصل سلطان راشد حمد");
}
