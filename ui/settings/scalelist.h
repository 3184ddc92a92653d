#pragma once

#include "ui/shell/page.h"

class QVBoxLayout;

namespace stillpoint {
struct Scale;
}

namespace stillpoint::ui {

/// Which scales are asked, and in which order: Today, the session editor and follow-ups follow it. Those that
/// are asked come first; buttons or Alt with an arrow move them.
class ScaleList final : public QWidget
{
    Q_OBJECT
public:
    ScaleList(const ShellContext &context, QWidget *parent);

private:
    void fill();
    QWidget *makeRow(const Scale &scale, qsizetype place, qsizetype count);
    QStringList shown() const; ///< codes that are asked, in order
    void store(QStringList codes, const QString &focus);
    void ask(const QString &code, bool on);
    void move(const QString &code, int step);

    ShellContext m_context;
    QVBoxLayout *m_rows;
};

} // namespace stillpoint::ui
