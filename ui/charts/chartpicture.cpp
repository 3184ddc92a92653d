#include "ui/charts/chartpicture.h"

#include "app/base/files.h"

#include <QBuffer>
#include <QCoreApplication>
#include <qcustomplot.h>
#include <QFileInfo>
#include <QPdfWriter>
#include <QSvgGenerator>
#include <QTextLayout>

#include <cmath>

namespace stillpoint::ui {

namespace {

constexpr double pictureWidth = 880; ///< design pixels, without margins
constexpr double margin = 24;
constexpr double gap = 12;
constexpr int pngScale = 2;
constexpr int dotsPerInch = 96;

/// A paragraph set in the width of the picture.
class Paragraph
{
public:
    Paragraph(const QString &text, const QFont &font, Token token, double width)
        : m_text(text)
        , m_font(font)
        , m_token(token)
        , m_width(width)
    {
    }

    double height() const { return set(nullptr, {}); }
    double draw(QPainter &painter, const Theme &theme, QPointF at) const
    {
        painter.setFont(m_font);
        painter.setPen(theme.color(m_token));
        return set(&painter, at);
    }

private:
    double set(QPainter *painter, QPointF at) const
    {
        QTextLayout layout(m_text, m_font);
        double height = 0;
        layout.beginLayout();
        for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            line.setLineWidth(m_width);
            line.setPosition({0, height});
            height += std::ceil(line.height() * 1.15);
        }
        layout.endLayout();
        if (painter)
            layout.draw(painter, at);
        return height;
    }

    QString m_text;
    QFont m_font;
    Token m_token;
    double m_width;
};

/// The whole picture: what stands above the drawing, the drawing, what stands under it.
class Picture
{
public:
    Picture(const Drawing &drawing, const Theme &theme)
        : m_drawing(drawing)
        , m_theme(theme)
    {
        const double width = pictureWidth * theme.textScale();
        m_above.append({drawing.title(), theme.font(TextRole::Card), Token::Text, width});
        m_above.append({drawing.facts() + QStringLiteral(" · ") + drawing.period(),
                        theme.font(TextRole::Caption), Token::Text2, width});
        if (!drawing.remark().isEmpty())
            m_above.append({drawing.remark(), theme.font(TextRole::BodyStrong), Token::Warm, width});
        const QStringList lead = drawing.lead();
        for (qsizetype i = 0; i < lead.size(); ++i) {
            m_above.append(
                {lead.at(i), theme.font(i == 0 ? TextRole::Page : TextRole::Body), Token::Text, width});
        }
        for (const QString &note : drawing.notes())
            m_below.append({note, theme.font(TextRole::Dense), Token::Text2, width});
        double height = 2 * gap + m_drawing.height(theme);
        for (const QList<Paragraph> &paragraphs : {m_above, m_below}) {
            for (const Paragraph &paragraph : paragraphs)
                height += paragraph.height();
        }
        m_size = {width + 2 * margin, std::ceil(height) + 2 * margin};
    }

    QSize size() const { return m_size.toSize(); }

    void paint(QPaintDevice &device) const
    {
        QCPPainter painter(&device);
        painter.setMode(QCPPainter::pmVectorized);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.fillRect(QRectF(QPointF(0, 0), m_size), m_theme.color(Token::Surface));
        double y = margin;
        for (const Paragraph &paragraph : m_above)
            y += paragraph.draw(painter, m_theme, {margin, y});
        y += gap;
        const double height = m_drawing.height(m_theme);
        painter.save();
        m_drawing.draw(painter, m_theme, {margin, y, m_size.width() - 2 * margin, height});
        painter.restore();
        y += height + gap;
        for (const Paragraph &paragraph : m_below)
            y += paragraph.draw(painter, m_theme, {margin, y});
    }

private:
    const Drawing &m_drawing;
    const Theme &m_theme;
    QList<Paragraph> m_above;
    QList<Paragraph> m_below;
    QSizeF m_size;
};

void writeSvg(QIODevice &device, const Drawing &drawing, const Picture &picture)
{
    QSvgGenerator svg;
    svg.setOutputDevice(&device);
    svg.setResolution(dotsPerInch);
    svg.setSize(picture.size());
    svg.setViewBox(QRect({}, picture.size()));
    svg.setTitle(drawing.title());
    svg.setDescription(drawing.sentence());
    picture.paint(svg);
}

void writePdf(QIODevice &device, const Drawing &drawing, const Picture &picture)
{
    QPdfWriter pdf(&device);
    pdf.setTitle(drawing.title());
    pdf.setCreator(QCoreApplication::applicationName());
    pdf.setResolution(dotsPerInch);
    constexpr double pointsPerPixel = 72.0 / dotsPerInch;
    pdf.setPageSize(
        QPageSize(QSizeF(picture.size()) * pointsPerPixel, QPageSize::Point, {}, QPageSize::ExactMatch));
    pdf.setPageMargins({});
    picture.paint(pdf);
}

} // namespace

std::optional<PictureFormat> pictureFormat(const QString &file)
{
    const QString ending = QFileInfo(file).suffix().toLower();
    if (ending == QLatin1String("png"))
        return PictureFormat::Png;
    if (ending == QLatin1String("svg"))
        return PictureFormat::Svg;
    if (ending == QLatin1String("pdf"))
        return PictureFormat::Pdf;
    return std::nullopt;
}

QImage chartImage(const Drawing &drawing, const Theme &theme)
{
    const Picture picture(drawing, theme);
    QImage image(picture.size() * pngScale, QImage::Format_RGB32);
    image.setDevicePixelRatio(pngScale);
    image.fill(theme.color(Token::Surface));
    picture.paint(image);
    image.setText(QStringLiteral("Title"), drawing.title());
    image.setText(QStringLiteral("Description"), drawing.sentence());
    return image;
}

QByteArray chartBytes(const Drawing &drawing, const Theme &theme, PictureFormat format)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    if (format == PictureFormat::Png)
        chartImage(drawing, theme).save(&buffer, "PNG");
    else if (format == PictureFormat::Svg)
        writeSvg(buffer, drawing, Picture(drawing, theme));
    else
        writePdf(buffer, drawing, Picture(drawing, theme));
    return bytes;
}

Result<void> saveChart(const Drawing &drawing, const Theme &theme, const QString &file)
{
    const std::optional<PictureFormat> format = pictureFormat(file);
    if (!format) {
        return failure(ErrorCode::Invalid,
                       QCoreApplication::translate(
                           "ChartPicture",
                           "“%1” was not written: a chart becomes a .png, .svg or .pdf file. Choose a name "
                           "that ends with one of them.")
                           .arg(file));
    }
    return writeFileAtomically(file, chartBytes(drawing, theme, *format));
}

} // namespace stillpoint::ui
