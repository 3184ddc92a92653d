#include "app/base/textencodings.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace stillpoint {

namespace {

struct Row
{
    const char *code;
    const char *name;
};

constexpr std::array rows{
    Row{"UTF-8", QT_TRANSLATE_NOOP("TextEncoding", "UTF-8")},
    Row{"UTF-16LE", QT_TRANSLATE_NOOP("TextEncoding", "UTF-16 LE")},
    Row{"UTF-16BE", QT_TRANSLATE_NOOP("TextEncoding", "UTF-16 BE")},
    Row{"windows-1252", QT_TRANSLATE_NOOP("TextEncoding", "Windows-1252 (Western Europe)")},
    Row{"windows-1250", QT_TRANSLATE_NOOP("TextEncoding", "Windows-1250 (Central Europe)")},
    Row{"ISO-8859-2", QT_TRANSLATE_NOOP("TextEncoding", "ISO 8859-2 (Central Europe)")},
    Row{"windows-1257", QT_TRANSLATE_NOOP("TextEncoding", "Windows-1257 (Baltic)")},
    Row{"windows-1254", QT_TRANSLATE_NOOP("TextEncoding", "Windows-1254 (Turkish)")},
    Row{"windows-1251", QT_TRANSLATE_NOOP("TextEncoding", "Windows-1251 (Cyrillic)")},
    Row{"KOI8-R", QT_TRANSLATE_NOOP("TextEncoding", "KOI8-R (Russian)")},
    Row{"KOI8-U", QT_TRANSLATE_NOOP("TextEncoding", "KOI8-U (Ukrainian)")},
    Row{"windows-1253", QT_TRANSLATE_NOOP("TextEncoding", "Windows-1253 (Greek)")},
    Row{"windows-1255", QT_TRANSLATE_NOOP("TextEncoding", "Windows-1255 (Hebrew)")},
    Row{"windows-1256", QT_TRANSLATE_NOOP("TextEncoding", "Windows-1256 (Arabic)")},
    Row{"windows-874", QT_TRANSLATE_NOOP("TextEncoding", "Windows-874 (Thai)")},
    Row{"windows-1258", QT_TRANSLATE_NOOP("TextEncoding", "Windows-1258 (Vietnamese)")},
    Row{"Shift_JIS", QT_TRANSLATE_NOOP("TextEncoding", "Shift-JIS (Japanese)")},
    Row{"EUC-JP", QT_TRANSLATE_NOOP("TextEncoding", "EUC-JP (Japanese)")},
    Row{"ISO-2022-JP", QT_TRANSLATE_NOOP("TextEncoding", "ISO 2022-JP (Japanese)")},
    Row{"GB18030", QT_TRANSLATE_NOOP("TextEncoding", "GBK, GB18030 (Simplified Chinese)")},
    Row{"Big5", QT_TRANSLATE_NOOP("TextEncoding", "Big5 (Traditional Chinese)")},
    Row{"windows-949", QT_TRANSLATE_NOOP("TextEncoding", "EUC-KR (Korean)")},
};

QString nameOf(const Row &row)
{
    return QCoreApplication::translate("TextEncoding", row.name);
}

const Row *find(const QString &code)
{
    const auto found = std::find_if(rows.begin(), rows.end(),
                                    [&code](const Row &row) { return code == QLatin1String(row.code); });
    return found == rows.end() ? nullptr : &*found;
}

} // namespace

QList<TextEncoding> textEncodings()
{
    QList<TextEncoding> all;
    for (const Row &row : rows)
        all.append({QLatin1String(row.code), nameOf(row)});
    return all;
}

bool isTextEncoding(const QString &code)
{
    return find(code) != nullptr;
}

QString textEncodingName(const QString &code)
{
    const Row *row = find(code);
    return row == nullptr ? code : nameOf(*row);
}

} // namespace stillpoint
