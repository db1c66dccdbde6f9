"""List the encodings that a person may choose."""

from storedesk.ui.kit.base.language import tr


def encoding_choices() -> list[tuple[str, str]]:
    """Return pairs of encoding and label; the first detects the encoding."""
    western, central = tr("Western European"), tr("Central European")
    cyrillic = tr("Cyrillic")
    named = (
        ("utf-8", "UTF-8", ""),
        ("cp1252", western, "Windows-1252"),
        ("cp1250", central, "Windows-1250"),
        ("cp1251", cyrillic, "Windows-1251"),
        ("cp1253", tr("Greek"), "Windows-1253"),
        ("cp1254", tr("Turkish"), "Windows-1254"),
        ("cp1255", tr("Hebrew"), "Windows-1255"),
        ("cp1256", tr("Arabic"), "Windows-1256"),
        ("cp1257", tr("Baltic"), "Windows-1257"),
        ("cp1258", tr("Vietnamese"), "Windows-1258"),
        ("cp874", tr("Thai"), "Windows-874"),
        ("iso8859-15", western, "ISO 8859-15"),
        ("iso8859-2", central, "ISO 8859-2"),
        ("iso8859-5", cyrillic, "ISO 8859-5"),
        ("koi8-r", cyrillic, "KOI8-R"),
        ("koi8-u", cyrillic, "KOI8-U"),
        ("cp850", western, "DOS 850"),
        ("cp437", western, "DOS 437"),
        ("cp852", central, "DOS 852"),
        ("cp866", cyrillic, "DOS 866"),
        ("mac-roman", western, "Mac Roman"),
        ("mac-latin2", central, "Mac"),
        ("mac-cyrillic", cyrillic, "Mac"),
        ("gb18030", tr("Chinese, simplified"), "GB 18030, GBK"),
        ("big5", tr("Chinese, traditional"), "Big5"),
        ("cp932", tr("Japanese"), "Shift JIS"),
        ("euc_jp", tr("Japanese"), "EUC-JP"),
        ("cp949", tr("Korean"), "EUC-KR"),
        ("utf-16-le", "UTF-16", "LE"),
        ("utf-16-be", "UTF-16", "BE"),
    )
    found = [(key, f"{words} ({code})" if code else words) for key, words, code in named]
    return [("", tr("Detect automatically")), *found]
