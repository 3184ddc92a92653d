#pragma once

#include "app/base/error.h"
#include "app/settings/settings.h"
#include "ui/reader/librarypages.h"
#include "ui/shell/page.h"

#include <QTimer>

#include <memory>

class QStackedWidget;

namespace stillpoint::ui {

class EmptyState;
class FindBar;
class ProgressLine;
class ReaderBar;

/// The reader pane: bar, progress line, find bar and the article, shown by the engine or, without it, as
/// plain text. Builds pages off the GUI thread and drops those that came too late. Marks what is opened as
/// being read and what was read to its end as read.
class ReaderHost final : public QWidget
{
    Q_OBJECT
public:
    /// `engineFile`: the plugin; empty means "not installed". Nothing is loaded until it is needed.
    ReaderHost(const ShellContext &context, const QString &engineFile, QWidget *parent);
    ~ReaderHost() override;

    void open(const QUuid &id); ///< as a step of the history
    /// At the place of the last reading, also when the article was read to its end.
    void openWhereLeft(const QUuid &id);
    QUuid current() const { return m_current; }
    bool isSettled() const { return !m_loading; }
    void preload(); ///< the engine, while nothing else happens
    void refresh(); ///< after a change of journal or catalogue: star, marks
    void reloadIfEdited();
    /// With a list to go back to, Back leads there when the history has no earlier article.
    void setBackToList(bool on);
    void focusArticle();
    bool closeFind(); ///< false when it was not open

    void back();
    void forward();
    void openFind();
    void showOutline();
    void stepText(int direction);
    void toggleStar();
    void logSession();

Q_SIGNALS:
    void shown(const QUuid &id); ///< an article was opened, also through a link or the history
    void listWanted();
    void unreadWanted();
    void archiveWanted();
    void progressed(const QUuid &id, double progress);

private:
    void makeLayout();
    void connectBar();
    void load(const QUuid &id);
    void showPage(const QUuid &id, const Result<ArticlePage> &page);
    void showFailure(const QString &sentence);
    ReaderView &view();
    void follow(const QUrl &url);
    void onLoaded(bool ok);
    void onScrolled();
    void readPosition();
    void takePosition(const ReadingPosition &position);
    void savePosition();
    void mark(ReadState state);
    void onCrashed();
    void applyStyle();
    void choose(Setting setting, const QVariant &value);
    void chooseEncoding(const QString &code);
    void tellIfFailed(const Result<void> &result);

    ShellContext m_context;
    QString m_engineFile;
    LibraryPages m_pages;
    ReaderBar *m_bar;
    ProgressLine *m_progress;
    FindBar *m_find;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    std::unique_ptr<ReaderView> m_view;
    std::optional<ReadingPosition> m_unsaved;
    QTimer m_saveSoon;
    QList<QUuid> m_history;
    qsizetype m_at = -1;
    QUuid m_current;
    bool m_loading = false;
    bool m_backToList = false;
    bool m_focusWhenLoaded = false;
    bool m_goOn = false; ///< what is loading begins where it was left, even if it was read
    bool m_positionAsked = false;
    bool m_scrolledByPerson = false;
    quint64 m_serial = 0;
};

} // namespace stillpoint::ui
