#include "ui/widgets/bodydrawing.h"

#include <QCoreApplication>
#include <QFile>
#include <QXmlStreamReader>

namespace stillpoint::ui {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("BodyDrawing", text);
}

/// Commands and numbers of path data, one after the other.
class PathTokens
{
public:
    explicit PathTokens(const QString &data)
        : m_data(data)
    {
        skipSpace();
    }

    bool atEnd() const { return m_at >= m_data.size(); }

    /// The command that stands here; null when a number or the end does.
    QChar command()
    {
        if (atEnd() || !m_data.at(m_at).isLetter())
            return {};
        const QChar letter = m_data.at(m_at++);
        skipSpace();
        return letter;
    }

    std::optional<QPointF> point()
    {
        const auto x = number();
        const auto y = number();
        return x && y ? std::optional(QPointF(*x, *y)) : std::nullopt;
    }

private:
    std::optional<double> number()
    {
        qsizetype end = m_at;
        while (end < m_data.size() && isOfNumber(end))
            ++end;
        bool isNumber = false;
        const double value = QStringView(m_data).mid(m_at, end - m_at).toDouble(&isNumber);
        m_at = end;
        skipSpace();
        return isNumber ? std::optional(value) : std::nullopt;
    }

    bool isOfNumber(qsizetype at) const
    {
        const QChar c = m_data.at(at);
        return c.isDigit() || c == QLatin1Char('.') || (c == QLatin1Char('-') && at == m_at);
    }

    void skipSpace()
    {
        while (!atEnd() && (m_data.at(m_at).isSpace() || m_data.at(m_at) == QLatin1Char(',')))
            ++m_at;
    }

    const QString &m_data;
    qsizetype m_at = 0;
};

/// How many points follow a command; −1 for one that is not read.
int pointsOf(QChar command)
{
    switch (command.unicode()) {
    case u'M':
        return 1;
    case u'Q':
        return 2;
    case u'C':
        return 3;
    case u'Z':
        return 0;
    default:
        return -1;
    }
}

void append(QPainterPath &path, QChar command, const QList<QPointF> &points)
{
    switch (command.unicode()) {
    case u'M':
        path.moveTo(points.at(0));
        break;
    case u'Q':
        path.quadTo(points.at(0), points.at(1));
        break;
    case u'C':
        path.cubicTo(points.at(0), points.at(1), points.at(2));
        break;
    default:
        path.closeSubpath();
        break;
    }
}

} // namespace

Result<QPainterPath> pathFromSvg(const QString &data)
{
    QPainterPath path;
    PathTokens tokens(data);
    QChar command;
    while (!tokens.atEnd()) {
        if (const QChar next = tokens.command(); !next.isNull())
            command = next;
        else if (command.isNull() || pointsOf(command) < 1 || command == QLatin1Char('M'))
            return failure(ErrorCode::Invalid, tr("The drawing has numbers that belong to no command."));
        const int count = pointsOf(command);
        if (count < 0 || (path.isEmpty() && path.elementCount() == 0 && command != QLatin1Char('M')))
            return failure(
                ErrorCode::Invalid,
                tr("The drawing uses the path command “%1”, which is not read there.").arg(command));
        QList<QPointF> points;
        for (int i = 0; i < count; ++i) {
            const auto point = tokens.point();
            if (!point)
                return failure(ErrorCode::Invalid,
                               tr("The path command “%1” of the drawing lacks numbers.").arg(command));
            points.append(*point);
        }
        append(path, command, points);
    }
    return path;
}

namespace {

Result<void> addPath(DrawnFigure &figure, const QXmlStreamAttributes &attributes)
{
    const auto path = pathFromSvg(attributes.value(QLatin1String("d")).toString());
    if (!path)
        return tl::unexpected<Error>(path.error());
    const auto kind = attributes.value(QLatin1String("class"));
    if (kind == QLatin1String("outline"))
        figure.outline = *path;
    else if (kind == QLatin1String("detail"))
        figure.detail = *path;
    else
        figure.regions.append({attributes.value(QLatin1String("id")).toString(), *path});
    return {};
}

} // namespace

Result<BodyDrawing> readBodyDrawing(const QByteArray &svg)
{
    BodyDrawing drawing;
    DrawnFigure *figure = nullptr;
    QXmlStreamReader xml(svg);
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        const QXmlStreamAttributes attributes = xml.attributes();
        if (xml.name() == QLatin1String("g")) {
            const bool isFront = attributes.value(QLatin1String("id")) == QLatin1String("front");
            figure = isFront ? &drawing.front : &drawing.back;
        } else if (xml.name() == QLatin1String("path") && figure) {
            if (const auto added = addPath(*figure, attributes); !added)
                return tl::unexpected<Error>(added.error());
        }
    }
    if (xml.hasError())
        return failure(ErrorCode::Invalid, tr("The drawing is not readable: %1").arg(xml.errorString()));
    return drawing;
}

const BodyDrawing &shippedBodyDrawing()
{
    static const BodyDrawing drawing = [] {
        QFile file(QStringLiteral(":/bodymap.svg"));
        Result<BodyDrawing> read;
        if (file.open(QIODevice::ReadOnly))
            read = readBodyDrawing(file.readAll());
        if (!read || read->front.regions.isEmpty() || read->back.regions.isEmpty())
            qFatal("the body map cannot be used");
        return *read;
    }();
    return drawing;
}

} // namespace stillpoint::ui
