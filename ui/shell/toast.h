#pragma once

#include <QFrame>
#include <QTimer>

#include <functional>

class QLabel;
class QPushButton;

namespace stillpoint::ui {

class Theme;
enum class Command;

/// The strip at the bottom centre: what just happened, with Undo or Redo where there is one. Stays ten
/// seconds, longer while hovered or focused. One per window; child of the main window.
class Toast final : public QFrame
{
    Q_OBJECT
public:
    Toast(const Theme &theme, QWidget *parent);

    /// `icon` is an icon name. With `undo` the toast offers it with its key.
    void tell(const QString &text, const QString &icon = QStringLiteral("check"),
              std::function<void()> undo = {});
    /// Something was undone: offers to do it again.
    void tellUndone(const QString &text, std::function<void()> redo);
    void tellError(const QString &sentence);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    void offer(Command command, std::function<void()> action);
    void show(const QString &text, const QString &icon);
    void place();
    void restyle();

    const Theme &m_theme;
    QString m_iconName;
    QLabel *m_icon;
    QLabel *m_text;
    QPushButton *m_act;
    QLabel *m_key;
    QTimer m_timer;
    std::function<void()> m_action;
};

} // namespace stillpoint::ui
