using Sourceline.Formats.Text;

namespace Sourceline.Formats.SavedPage;

/// <summary>The words of labels, in the languages whose months are known too.</summary>
internal static class PageLabelWords
{
    private static readonly (PageLabelKind Kind, string Words)[] Table =
    [
        (
            PageLabelKind.Date,
            "publish|publish on|publish date|publish at|published|published on|published date|published at|publication date|posted|posted on|date|veröffentlicht|veröffentlicht am|datum|"
                + "publié|publié le|publicado|publicado el|fecha|опубликовано|дата|дата публикации|تاریخ|تاریخ انتشار|نشر|نشر شده"
        ),
        (PageLabelKind.Time, "publish time|time|hour|uhrzeit|zeit|heure|hora|время|ساعت|زمان|وقت"),
        (
            PageLabelKind.Updated,
            "last update|last updated|updated|modified|aktualisiert|aktualisiert am|mis à jour|mis à jour le|actualizado|actualizado el|обновлено"
        ),
        (
            PageLabelKind.Category,
            "category|categories|section|topic|rubrik|kategorie|ressort|rubrique|catégorie|sección|categoría|рубрика|раздел|категория|دسته|دسته بندی|دسته‌بندی|بخش"
        ),
        (PageLabelKind.Tags, "tag|tags|keywords|schlagwort|schlagwörter|schlagworte|étiquettes|etiquetas|теги|метки|برچسب|برچسب‌ها"),
        (PageLabelKind.Byline, "author|written by|by|byline|autor|autorin|von|auteur|autora|автор|نویسنده"),
        (PageLabelKind.Place, "place|location|ort|lieu|lugar|место|محل"),
        (
            PageLabelKind.Number,
            "no|no.|story no|story no.|news no|news no.|nr|nr.|number|id|code|№|nummer|n°|nº|numéro|número|номер|شماره|شماره خبر|کد خبر"
        ),
    ];

    private static readonly Dictionary<string, PageLabelKind> Kinds = Table
        .SelectMany(row => row.Words.Split('|').Select(word => (word, row.Kind)))
        .ToDictionary(pair => pair.word, pair => pair.Kind, StringComparer.OrdinalIgnoreCase);

    /// <summary>Null where the words are no label.</summary>
    public static PageLabelKind? KindOf(string words) =>
        Blank.OneLine(words) is { } label && Kinds.TryGetValue(label, out var kind) ? kind : null;
}
