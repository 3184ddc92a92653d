#pragma once

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace stillpoint::ui {

class Theme;

/// A field under its label, with room for what is wrong with it: an icon and a sentence.
class FieldBox final : public QWidget
{
    Q_OBJECT
public:
    FieldBox(const Theme &theme, const QString &label, QWidget *parent);
    /// The field; `label` becomes its accessible name unless it has one.
    void setField(QWidget *field);
    void setCaption(const QString &caption); ///< small words at the label's end
    void setHint(QWidget *hint);             ///< a widget there instead
    /// For fields that draw `pixels` of focus ring around themselves: label and error line up with what is
    /// inside.
    void setInset(int pixels);
    void setError(const QString &sentence); ///< empty: nothing is wrong
    QString error() const;
    /// What shows the error, to be put under a whole row of narrow fields.
    QWidget *errorRow() const { return m_errorRow; }
    QWidget *field() const { return m_field; }

private:
    const Theme &m_theme;
    QVBoxLayout *m_column;
    QWidget *m_head;
    QLabel *m_label;
    QLabel *m_caption = nullptr;
    QWidget *m_field = nullptr;
    QWidget *m_errorRow;
    QLabel *m_errorIcon;
    QLabel *m_error;
};

} // namespace stillpoint::ui
