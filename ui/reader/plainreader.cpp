#include "ui/reader/plainreader.h"

#include "ui/reader/librarypages.h"
#include "ui/widgets/labels.h"

#include <QBuffer>
#include <QLabel>
#include <QPdfWriter>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QTextBlock>
#include <QVBoxLayout>

#include <algorithm>

namespace stillpoint::ui {

namespace {

constexpr int titlePixels = 30;
constexpr int textPixels = 18;
constexpr int printedDpi = 128; // so that the text of the screen becomes 10 points
constexpr int quoteUnits = 64;  // of an anchor, in UTF-16 units

QFont fontOf(const ReaderStyle &style, int pixels, bool bold)
{
    QFont font(style.families + QStringList{QStringLiteral("serif")});
    font.setPixelSize(pixels * style.textPercent / 100);
    font.setBold(bold);
    return font;
}

QTextDocument::FindFlags toQt(FindFlags flags)
{
    QTextDocument::FindFlags result;
    result.setFlag(QTextDocument::FindBackward, flags.backwards);
    result.setFlag(QTextDocument::FindCaseSensitively, flags.matchCase);
    return result;
}

} // namespace

PlainReader::PlainReader(const QString &reason, QWidget *parent)
    : m_frame(new QWidget(parent))
    , m_text(new QPlainTextEdit(m_frame))
{
    m_frame->setProperty("pane", QStringLiteral("surface"));
    m_frame->setAttribute(Qt::WA_StyledBackground);
    auto *column = new QVBoxLayout(m_frame);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    QLabel *notice = makeLabel(TextRole::Dense, reason, m_frame, Token::Text2);
    notice->setObjectName(QStringLiteral("readerNotice"));
    notice->setWordWrap(true);
    notice->setMargin(12);
    column->addWidget(notice);
    column->addWidget(makeRule(m_frame));
    m_text->setObjectName(QStringLiteral("readerText"));
    m_text->setAccessibleName(tr("Article"));
    m_text->setReadOnly(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByKeyboard | Qt::TextSelectableByMouse);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->document()->setDocumentMargin(32);
    column->addWidget(m_text, 1);
    m_frame->setFocusProxy(m_text);
    const auto tell = [this] {
        if (m_events.scrolled && !m_showing)
            m_events.scrolled();
    };
    connect(m_text->verticalScrollBar(), &QScrollBar::valueChanged, this, tell);
    // Scrolled by key, the text moves its bar without a word.
    connect(m_text, &QPlainTextEdit::updateRequest, this, [tell](const QRect &, int moved) {
        if (moved != 0)
            tell();
    });
    connect(m_text, &QPlainTextEdit::selectionChanged, this, [this] {
        if (m_events.selectionChanged)
            m_events.selectionChanged();
    });
}

void PlainReader::setPages(PageSource &pages)
{
    m_pages = dynamic_cast<const LibraryPages *>(&pages);
}

void PlainReader::show(const QUrl &, const std::optional<TextAnchor> &at)
{
    if (!m_pages)
        return;
    m_showing = true;
    m_text->clear();
    writeTo(QTextCursor(m_text->document()));
    m_text->moveCursor(QTextCursor::Start);
    const QTextBlock block = at ? blockOf(*at) : QTextBlock();
    m_text->verticalScrollBar()->setValue(block.isValid() ? block.firstLineNumber() : 0);
    m_showing = false;
    if (m_events.loaded)
        m_events.loaded(true);
}

void PlainReader::writeTo(QTextCursor cursor) const
{
    QTextCharFormat title;
    title.setFont(fontOf(m_style, titlePixels, true));
    QTextCharFormat body;
    body.setFont(fontOf(m_style, textPixels, false));
    cursor.insertText(m_pages->article().title, title);
    for (const QString &note : m_pages->page().notes)
        cursor.insertText(QStringLiteral("\n\n") + note, body);
    cursor.insertText(QStringLiteral("\n\n") + m_pages->page().text, body);
}

void PlainReader::setStyle(const ReaderStyle &style)
{
    const bool resized = m_style.textPercent != style.textPercent || m_style.families != style.families;
    m_style = style;
    QPalette palette = m_text->palette();
    palette.setColor(QPalette::Base, style.ground);
    palette.setColor(QPalette::Text, style.ground.lightness() > 128 ? Qt::black : Qt::white);
    m_text->setPalette(palette);
    if (resized && m_pages && !m_pages->page().id.isNull())
        position([this](const ReadingPosition &here) { show({}, here.anchor); });
}

void PlainReader::goTo(const QString &heading)
{
    if (!m_pages)
        return;
    const QList<OutlineItem> outline = m_pages->page().outline;
    const auto item = std::find_if(outline.cbegin(), outline.cend(),
                                   [&heading](const OutlineItem &it) { return it.anchor == heading; });
    if (item == outline.cend())
        return;
    for (QTextBlock block = m_text->document()->firstBlock().next(); block.isValid(); block = block.next()) {
        if (block.text().trimmed() == item->text) {
            m_text->verticalScrollBar()->setValue(block.firstLineNumber());
            return;
        }
    }
}

void PlainReader::find(const QString &text, FindFlags flags, Then<FindCount> then)
{
    FindCount count;
    QTextCursor cursor(m_text->document());
    if (text.isEmpty()) {
        cursor.setPosition(m_text->textCursor().selectionStart());
        m_text->setTextCursor(cursor);
        then(count);
        return;
    }
    if (!m_text->find(text, toQt(flags))) { // wrap
        m_text->moveCursor(flags.backwards ? QTextCursor::End : QTextCursor::Start);
        m_text->find(text, toQt(flags));
    }
    flags.backwards = false;
    const int here = m_text->textCursor().selectionStart();
    while (!(cursor = m_text->document()->find(text, cursor, toQt(flags))).isNull()) {
        ++count.total;
        if (cursor.selectionStart() == here)
            count.active = count.total;
    }
    then(count);
}

void PlainReader::selection(Then<std::optional<TextAnchor>> then)
{
    const QTextCursor cursor = m_text->textCursor();
    if (cursor.hasSelection())
        then(TextAnchor{
            cursor.selectedText().simplified(), {}, {}, cursor.selectionStart(), cursor.selectionEnd()});
    else
        then(std::nullopt);
}

void PlainReader::position(Then<ReadingPosition> then)
{
    const QScrollBar *bar = m_text->verticalScrollBar();
    ReadingPosition position{bar->maximum() == 0 ? 1.0 : double(bar->value()) / bar->maximum(), {}, {}};
    QTextBlock block = m_text->document()->findBlockByLineNumber(bar->value());
    while (block.isValid() && block.text().trimmed().isEmpty())
        block = block.next();
    if (block.isValid() && bar->value() > 0) {
        const QString quote = block.text().simplified().left(quoteUnits);
        position.anchor = TextAnchor{quote, {}, {}, block.position(), block.position() + int(quote.size())};
    }
    then(position);
}

/// The paragraph that holds the anchor's first words; of several the one nearest to where it was.
QTextBlock PlainReader::blockOf(const TextAnchor &anchor) const
{
    const QString words = anchor.quote.simplified().left(quoteUnits / 2);
    QTextBlock best;
    if (words.isEmpty())
        return best;
    for (QTextBlock block = m_text->document()->firstBlock(); block.isValid(); block = block.next()) {
        const bool nearer =
            !best.isValid() || qAbs(block.position() - anchor.start) < qAbs(best.position() - anchor.start);
        if (nearer && block.text().simplified().contains(words))
            best = block;
    }
    return best;
}

/// The plain text, with the margins that Qt gives a document which is printed.
void PlainReader::pdf(const QUrl &url, const QPageLayout &layout, Then<QByteArray> then)
{
    QByteArray bytes;
    if (m_pages && articleIdOf(url) == m_pages->page().id) {
        QTextDocument document;
        writeTo(QTextCursor(&document));
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        QPdfWriter writer(&buffer);
        writer.setTitle(m_pages->article().title);
        writer.setPageLayout(layout);
        writer.setPageMargins({});
        writer.setResolution(printedDpi);
        document.print(&writer);
    }
    then(bytes);
}

} // namespace stillpoint::ui
