#pragma once

#include "app/journal/vocabulary.h"

#include <QHash>
#include <QMap>
#include <QSet>
#include <QWidget>

class QLineEdit;

namespace stillpoint::ui {

class Chip;
class Theme;

/// What was going on around a session: some circumstances as chips, and a field that finds the others and
/// takes new ones.
class ContextChips final : public QWidget
{
    Q_OBJECT
public:
    ContextChips(const Theme &theme, QWidget *parent);
    QSet<QString> chosen() const { return m_chosen; }
    /// Names that the person gave to codes which no record has yet.
    const QMap<QString, QString> &added() const { return m_added; }
    void setVocabulary(const Vocabulary &vocabulary);
    void setChosen(const QSet<QString> &codes, const QMap<QString, QString> &added); ///< without a signal

Q_SIGNALS:
    void edited();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void ensureChip(const QString &code);
    void showField(bool on);
    void addTyped();
    bool isKnown(const QString &code) const;

    const Theme &m_theme;
    Vocabulary m_vocabulary;
    QMap<QString, QString> m_added;
    QHash<QString, Chip *> m_chips;
    QSet<QString> m_chosen;
    Chip *m_add;
    QLineEdit *m_field;
};

/// One of a few, or none; none and values without a chip are 0.
class ChoiceChips final : public QWidget
{
    Q_OBJECT
public:
    struct Choice
    {
        int value;
        QString text;
        QString name; ///< object name
    };
    ChoiceChips(const Theme &theme, const QList<Choice> &choices, QWidget *parent);
    int chosen() const { return m_chosen; }
    void setChosen(int value); ///< without a signal

Q_SIGNALS:
    void edited();

private:
    QList<QPair<int, Chip *>> m_chips;
    int m_chosen = 0;
};

} // namespace stillpoint::ui
