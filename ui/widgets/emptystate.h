#pragma once

#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace stillpoint::ui {

class Theme;

/// What a place without content shows: what will appear here, perhaps an example in outline, and one button.
class EmptyState final : public QWidget
{
    Q_OBJECT
public:
    EmptyState(const Theme &theme, const QString &icon, QWidget *parent);
    void setTexts(const QString &title, const QString &sentence, const QString &action = {});
    /// A drawing "not your data" between text and button; taken over as a child.
    void setExample(QWidget *example);
    /// The same in words: what an entry looks like in a list.
    void setExample(const QString &title, const QString &text, const QString &small = {});

Q_SIGNALS:
    void acted(); ///< the button was pressed

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fitExample();

    const Theme &m_theme;
    QString m_iconName;
    QVBoxLayout *m_layout;
    QLabel *m_icon;
    QLabel *m_title;
    QLabel *m_sentence;
    QPushButton *m_button;
    QWidget *m_card = nullptr; ///< the example in words, if there is one
};

} // namespace stillpoint::ui
