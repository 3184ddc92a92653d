#pragma once

#include "ui/reader/readerview.h"

#include <QObject>

namespace stillpoint::ui {

/// The plugin's root object.
class Factory final : public QObject, public ReaderFactory
{
    Q_OBJECT
    Q_PLUGIN_METADATA(IID "stillpoint.ReaderFactory/1")
    Q_INTERFACES(stillpoint::ui::ReaderFactory)
public:
    Factory();
    ReaderView *create(QWidget *parent) override;
    QString engineVersion() const override;
};

} // namespace stillpoint::ui
