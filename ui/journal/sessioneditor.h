#pragma once

#include "ui/journal/sessiondraft.h"
#include "ui/shell/page.h"

#include <QPointer>
#include <QTimer>

class QLabel;
class QPushButton;

namespace stillpoint::ui {

class SessionForm;

/// The sheet over the window in which a session is logged or edited. What is typed is kept as a draft at once
/// and offered again when the sheet was closed without saving. The focus stays inside while it is open and
/// then goes back to where it was.
class SessionEditor final : public QWidget
{
    Q_OBJECT
public:
    SessionEditor(const ShellContext &context, QWidget *window);
    ~SessionEditor() override;

    void edit(const GoEditor &what);

Q_SIGNALS:
    void closed();

protected:
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    void mousePressEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeHeader();
    void makeFooter();
    void begin(const GoEditor &what);
    void describeOrigin(bool fromDraft);
    bool keepDraft();     ///< false: it could not be written, which the sheet says
    bool keepLastWords(); ///< the same, of what was typed since
    void leaveDraft();    ///< from here on nothing typed is kept
    void discardDraft();
    void save();
    void closeSheet(); ///< keeps the draft; stays open when that is not possible
    void hideSheet();
    QString slot() const;
    void showKept(qint64 atMs);

    ShellContext m_context;
    QWidget *m_sheet;
    QLabel *m_title = nullptr;
    QLabel *m_origin = nullptr;
    SessionForm *m_form;
    QLabel *m_keptIcon = nullptr;
    QLabel *m_kept = nullptr;
    QLabel *m_error = nullptr;
    QPushButton *m_discard = nullptr;
    QPushButton *m_save = nullptr;
    QWidget *m_saveKey = nullptr;
    QTimer m_keepTimer;
    QPointer<QWidget> m_opener;
    bool m_isKept = true; ///< the draft holds what the form shows
    bool m_oneColumn = false;
};

} // namespace stillpoint::ui
