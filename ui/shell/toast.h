#pragma once

#include <QFrame>
#include <QTimer>

#include <functional>

class QLabel;
class QPushButton;

namespace stillpoint::ui {

class Theme;

/// The strip at the bottom centre: what just happened, with Undo where there is one. Stays ten seconds,
/// longer while hovered or focused. One per window; child of the main window.
class Toast final : public QFrame
{
    Q_OBJECT
public:
    Toast(const Theme &theme, QWidget *parent);

    /// `icon` is an icon name. With `undo` the toast offers it with its key.
    void tell(const QString &text, const QString &icon = QStringLiteral("check"),
              std::function<void()> undo = {});
    void tellError(const QString &sentence);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    void place();
    void restyle();

    const Theme &m_theme;
    QString m_iconName;
    QLabel *m_icon;
    QLabel *m_text;
    QPushButton *m_undo;
    QLabel *m_key;
    QTimer m_timer;
    std::function<void()> m_undoAction;
};

} // namespace stillpoint::ui
