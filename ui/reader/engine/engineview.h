#pragma once

#include "ui/reader/readerview.h"

#include <QElapsedTimer>
#include <QPointer>
#include <QTimer>

#include <memory>

class QWebEngineProfile;

namespace stillpoint::ui {

class EnginePage;
class PaperView;
class SchemeHandler;

/// One reader: an off-the-record profile of its own and one page. Answers that arrive after it is gone are
/// dropped.
class EngineView final : public ReaderView
{
public:
    explicit EngineView(QWidget *parent);
    ~EngineView() override;
    EngineView(const EngineView &) = delete;
    EngineView &operator=(const EngineView &) = delete;

    QWidget *widget() override;
    void setPages(PageSource &pages) override;
    void setEvents(ReaderEvents events) override { m_events = std::move(events); }
    void show(const QUrl &url, const std::optional<TextAnchor> &at) override;
    void reload() override;
    void setStyle(const ReaderStyle &style) override;
    void setHighlights(const QList<ReaderHighlight> &highlights) override;
    void goTo(const QString &heading) override;
    void find(const QString &text, FindFlags flags, Then<FindCount> then) override;
    void selection(Then<std::optional<TextAnchor>> then) override;
    void position(Then<ReadingPosition> then) override;
    void pdf(const QUrl &url, const QPageLayout &layout, Then<QByteArray> then) override;

private:
    /// Where the reader is, or is to be once the page is loaded; the first that is set counts.
    struct Place
    {
        std::optional<TextAnchor> anchor;
        QString heading;
        double above = 0; ///< share of the page above the window
    };

    void listen();
    void load(const Place &place);
    void begin();
    void finishLoading(bool ok);
    void recover();
    void rememberPlace();
    void run(const QString &script);
    template<class Answer>
    void ask(const QString &script, Answer answer);

    std::unique_ptr<QWebEngineProfile> m_profile;
    std::unique_ptr<SchemeHandler> m_handler;
    std::unique_ptr<EnginePage> m_page; ///< dies before its profile
    QPointer<PaperView> m_view;
    ReaderEvents m_events;
    QUrl m_url;                 ///< engine form, without fragment
    QUrl m_opening;             ///< what the engine was asked for and did not end yet
    bool m_isOvertaken = false; ///< by a newer `m_url`, which comes next
    Place m_place;
    QTimer m_placeSoon; ///< the engine reports every scrolled pixel
    bool m_loaded = false;
    ReaderStyle m_style;
    QList<ReaderHighlight> m_highlights;
    QByteArray m_prose;
    QList<qint64> m_crashes; ///< times of reloads after a crash, in ms of m_clock
    QElapsedTimer m_clock;
    std::unique_ptr<QObject> m_context; ///< dies first: what is still under way has nobody to answer to
};

} // namespace stillpoint::ui
