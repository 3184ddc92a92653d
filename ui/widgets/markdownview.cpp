#include "ui/widgets/markdownview.h"

#include "ui/shell/theme.h"

#include <QTextBlock>
#include <QWheelEvent>

#include <cmath>

namespace stillpoint::ui {

namespace {

constexpr double lineRatio = 25.0 / 16; ///< line height over font size

/// A line break that was typed is one that is seen.
QString withHardBreaks(QString markdown)
{
    return markdown.replace(QLatin1Char('\n'), QLatin1String("  \n"));
}

void setLineHeight(QTextDocument &document, int pixels)
{
    QTextBlockFormat format;
    format.setLineHeight(pixels, QTextBlockFormat::MinimumHeight);
    QTextCursor cursor(&document);
    cursor.select(QTextCursor::Document);
    cursor.mergeBlockFormat(format);
}

/// Links are words like the others, since they lead nowhere from here; pictures are what is said of them.
void makePlain(QTextDocument &document)
{
    QList<QTextFragment> parts;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        for (auto part = block.begin(); !part.atEnd(); ++part) {
            const QTextCharFormat format = part.fragment().charFormat();
            if (format.isAnchor() || format.isImageFormat())
                parts.prepend(part.fragment());
        }
    }
    // From the end, so that what comes before stays where it is.
    for (const QTextFragment &part : std::as_const(parts)) {
        QTextCursor cursor(&document);
        cursor.setPosition(part.position());
        cursor.setPosition(part.position() + part.length(), QTextCursor::KeepAnchor);
        QTextCharFormat format = part.charFormat();
        const QString instead = format.stringProperty(QTextFormat::ImageAltText);
        if (format.isImageFormat()) {
            cursor.insertText(instead, QTextCharFormat());
            continue;
        }
        format.setAnchor(false);
        format.setAnchorHref({});
        format.setFontUnderline(false);
        format.clearForeground();
        cursor.setCharFormat(format);
    }
}

/// QTextDocument would look for pictures among the files of this computer.
class QuietDocument final : public QTextDocument
{
public:
    QuietDocument(const QString &markdown, const QFont &font, QObject *parent)
        : QTextDocument(parent)
    {
        setDefaultFont(font);
        setDocumentMargin(0);
        setMarkdown(withHardBreaks(markdown), MarkdownFeatures(MarkdownDialectGitHub) | MarkdownNoHTML);
        setLineHeight(*this, static_cast<int>(std::lround(font.pixelSize() * lineRatio)));
        makePlain(*this);
    }

protected:
    QVariant loadResource(int, const QUrl &) override { return {}; }
};

} // namespace

MarkdownView::MarkdownView(const Theme &theme, const QString &markdown, QWidget *parent)
    : QTextEdit(parent)
    , m_measured(new QuietDocument(markdown, theme.font(TextRole::Serif), this))
{
    setProperty("plain", true);
    setFrameShape(QFrame::NoFrame);
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setTabChangesFocus(true);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    const QFont font = theme.font(TextRole::Serif);
    setFont(font);
    setDocument(new QuietDocument(markdown, font, this));
}

QSize MarkdownView::sizeHint() const
{
    return {width(), heightForWidth(width())};
}

int MarkdownView::heightForWidth(int width) const
{
    m_measured->setTextWidth(width);
    return static_cast<int>(std::ceil(m_measured->size().height()));
}

void MarkdownView::resizeEvent(QResizeEvent *event)
{
    QTextEdit::resizeEvent(event);
    updateGeometry();
}

/// The page scrolls, not the notes.
void MarkdownView::wheelEvent(QWheelEvent *event)
{
    event->ignore();
}

} // namespace stillpoint::ui
