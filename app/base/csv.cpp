#include "app/base/csv.h"

#include <QCoreApplication>

namespace stillpoint {

namespace {

constexpr QChar quote = u'"';
constexpr QChar guard = u'\'';

bool looksLikeFormula(const QString &text)
{
    if (text.isEmpty())
        return false;
    const QChar first = text.front();
    return first == u'=' || first == u'+' || first == u'-' || first == u'@' || first < u' ';
}

bool isNumber(const QString &text)
{
    bool good = false;
    text.toDouble(&good);
    return good;
}

QString withoutGuards(const QString &text)
{
    qsizetype at = 0;
    while (at < text.size() && text.at(at) == guard)
        ++at;
    return text.mid(at);
}

QString cellFor(const QString &text)
{
    QString cell = text;
    // Apostrophes of the person's own before such a sign are guarded too, so that reading gives them back.
    if (looksLikeFormula(withoutGuards(text)) && !isNumber(text))
        cell.prepend(guard);
    const bool needsQuotes = cell.contains(quote) || cell.contains(u',') || cell.contains(u'\n') ||
                             cell.contains(u'\r') || cell != cell.trimmed();
    if (!needsQuotes)
        return cell;
    cell.replace(quote, QStringLiteral("\"\""));
    return quote + cell + quote;
}

QString textIn(const QString &cell)
{
    return cell.startsWith(guard) && looksLikeFormula(withoutGuards(cell)) ? cell.mid(1) : cell;
}

} // namespace

QByteArray csvLine(const QStringList &cells)
{
    QStringList written;
    for (const QString &cell : cells)
        written.append(cellFor(cell));
    return written.join(u',').toUtf8() + '\n';
}

Result<QList<QStringList>> csvRows(const QByteArray &bytes)
{
    QString text = QString::fromUtf8(bytes);
    if (text.startsWith(QChar::ByteOrderMark))
        text.remove(0, 1);
    QList<QStringList> rows;
    QStringList row;
    QString cell;
    bool inQuotes = false;
    const auto endRow = [&] {
        row.append(textIn(cell));
        cell.clear();
        if (row.size() > 1 || !row.first().isEmpty())
            rows.append(row);
        row.clear();
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (inQuotes) {
            if (c != quote)
                cell += c;
            else if (i + 1 < text.size() && text.at(i + 1) == quote)
                cell += text.at(++i);
            else
                inQuotes = false;
        } else if (c == quote && cell.isEmpty()) {
            inQuotes = true;
        } else if (c == u',') {
            row.append(textIn(cell));
            cell.clear();
        } else if (c == u'\n') {
            endRow();
        } else if (c != u'\r') {
            cell += c;
        }
    }
    if (inQuotes) {
        return failure(ErrorCode::Invalid,
                       QCoreApplication::translate(
                           "Csv", "A quote in this CSV file is never closed, so its rows cannot be told "
                                  "apart. Nothing was imported."));
    }
    if (!cell.isEmpty() || !row.isEmpty())
        endRow();
    return rows;
}

} // namespace stillpoint
