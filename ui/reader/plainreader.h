#pragma once

#include "ui/reader/readerview.h"

#include <QObject>

class QPlainTextEdit;
class QTextBlock;
class QTextCursor;

namespace stillpoint::ui {

class LibraryPages;

/// The reader without an engine: title and text in one plain page, under a line that says why.
class PlainReader final : public QObject, public ReaderView
{
    Q_OBJECT
public:
    PlainReader(const QString &reason, QWidget *parent);

    QWidget *widget() override { return m_frame; }
    void setPages(PageSource &pages) override;
    void setEvents(ReaderEvents events) override { m_events = std::move(events); }
    void show(const QUrl &url, const std::optional<TextAnchor> &at) override;
    void reload() override {}
    void setStyle(const ReaderStyle &style) override;
    void setHighlights(const QList<ReaderHighlight> &) override {}
    void goTo(const QString &heading) override;
    void find(const QString &text, FindFlags flags, Then<FindCount> then) override;
    void selection(Then<std::optional<TextAnchor>> then) override;
    void position(Then<ReadingPosition> then) override;
    void pdf(const QUrl &url, const QPageLayout &layout, Then<QByteArray> then) override;

private:
    void writeTo(QTextCursor cursor) const;
    QTextBlock blockOf(const TextAnchor &anchor) const;

    QWidget *m_frame;
    QPlainTextEdit *m_text;
    const LibraryPages *m_pages = nullptr;
    ReaderEvents m_events;
    ReaderStyle m_style;
    bool m_showing = false; ///< what scrolls now is not the person
};

} // namespace stillpoint::ui
