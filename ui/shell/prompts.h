#pragma once

#include "app/base/error.h"

#include <QStringList>

#include <optional>

class QWidget;

namespace stillpoint::ui {

/// The only way to ask or tell a person something in a dialog, so that tests can answer. GUI thread.
class Prompts
{
public:
    virtual ~Prompts() = default;
    virtual std::optional<QString> chooseFolder(QWidget *parent, const QString &title) = 0;
    virtual QStringList chooseFiles(QWidget *parent, const QString &title, const QString &filter) = 0;
    virtual std::optional<QString> chooseSaveFile(QWidget *parent, const QString &title,
                                                  const QString &proposal) = 0;
    /// True when the person chose `action`. The other button is Cancel.
    virtual bool confirm(QWidget *parent, const QString &title, const QString &text,
                         const QString &action) = 0;
    virtual void tell(QWidget *parent, const QString &title, const QString &text) = 0;
};

/// The real dialogs.
class DialogPrompts final : public Prompts
{
public:
    std::optional<QString> chooseFolder(QWidget *parent, const QString &title) override;
    QStringList chooseFiles(QWidget *parent, const QString &title, const QString &filter) override;
    std::optional<QString> chooseSaveFile(QWidget *parent, const QString &title,
                                          const QString &proposal) override;
    bool confirm(QWidget *parent, const QString &title, const QString &text, const QString &action) override;
    void tell(QWidget *parent, const QString &title, const QString &text) override;
};

} // namespace stillpoint::ui
