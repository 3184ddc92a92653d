#pragma once

#include <QByteArray>
#include <QColor>
#include <QList>
#include <QPageLayout>
#include <QString>
#include <QStringList>
#include <QtPlugin>
#include <QUrl>

#include <functional>
#include <optional>

class QWidget;

/// The border between the program and its engine (formats.md §8): abstract, no Q_OBJECT, GUI thread only. The
/// plugin in ui/reader/engine implements it; nothing else knows QtWebEngine.
namespace stillpoint::ui {

template<class T>
using Then = std::function<void(T)>;

/// A place in an article's text: UTF-16 units, white space folded. Offsets are hints, the quote decides.
struct TextAnchor
{
    QString quote;
    QString prefix;
    QString suffix;
    int start = 0;
    int end = 0;
};

struct ReaderStyle
{
    QByteArray css; ///< custom properties, from Theme::pageCss
    QColor ground;  ///< shown before the page paints
    int textPercent = 100;
    QStringList families = {}; ///< of the text, the wanted one first; empty: the system's serif
    QByteArray printCss = {};  ///< custom properties that differ on white paper
};

struct ReaderHighlight
{
    QString id;
    TextAnchor anchor;
    QString color; ///< "useful", "try", "ask", "care"
};

struct FindFlags
{
    bool backwards = false;
    bool matchCase = false;
};

struct FindCount
{
    int active = 0; ///< 1-based; 0 when nothing is found
    int total = 0;
};

struct ReadingPosition
{
    double progress = 0; ///< 0 to 1
    QString heading;     ///< anchor of the heading at the top, or empty
    std::optional<TextAnchor> anchor;
};

/// Bytes for an `article:` URL. `answer` may be called later, on the GUI thread, at most once; empty bytes
/// mean "not found".
class PageSource
{
public:
    struct Answer
    {
        QByteArray bytes;
        QByteArray mime;
    };
    virtual ~PageSource() = default;
    virtual void fetch(const QUrl &url, Then<Answer> answer) = 0;
};

/// What the engine reports.
struct ReaderEvents
{
    Then<bool> loaded;
    Then<QUrl> linkActivated; ///< every link; the engine itself never follows one
    std::function<void()> scrolled;
    std::function<void()> selectionChanged;
    std::function<void()> crashed; ///< the page process died more than twice in a minute
};

class ReaderView
{
public:
    virtual ~ReaderView() = default;
    virtual QWidget *widget() = 0;
    virtual void setPages(PageSource &pages) = 0;
    virtual void setEvents(ReaderEvents events) = 0;
    virtual void show(const QUrl &url, const std::optional<TextAnchor> &at) = 0;
    virtual void reload() = 0;
    virtual void setStyle(const ReaderStyle &style) = 0;
    virtual void setHighlights(const QList<ReaderHighlight> &highlights) = 0;
    virtual void goTo(const QString &heading) = 0;
    virtual void find(const QString &text, FindFlags flags, Then<FindCount> then) = 0;
    virtual void selection(Then<std::optional<TextAnchor>> then) = 0;
    virtual void position(Then<ReadingPosition> then) = 0;
    virtual void pdf(const QUrl &url, const QPageLayout &layout, Then<QByteArray> then) = 0;
};

/// The plugin's root object. Its constructor registers the scheme, before the first profile.
class ReaderFactory
{
public:
    virtual ~ReaderFactory() = default;
    virtual ReaderView *create(QWidget *parent) = 0; ///< the caller owns it; its widget belongs to `parent`
    virtual QString engineVersion() const = 0;
};

} // namespace stillpoint::ui

Q_DECLARE_INTERFACE(stillpoint::ui::ReaderFactory, "stillpoint.ReaderFactory/1")
