#include "ui/widgets/keyhint.h"

#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QRegularExpression>

namespace stillpoint::ui {

QWidget *makeKeyHint(const QString &text, QWidget *parent)
{
    static const QRegularExpression part(QStringLiteral("\\[([^\\]]+)\\]|([^\\[]+)"));
    auto *hint = new QWidget(parent);
    auto *row = new QHBoxLayout(hint);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    for (auto it = part.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        const bool isKey = match.hasCaptured(1);
        const QString words = isKey ? match.captured(1) : match.captured(2).trimmed();
        if (words.isEmpty())
            continue;
        QLabel *label = makeLabel(TextRole::Caption, words, hint);
        if (isKey)
            label->setProperty("role", QStringLiteral("key"));
        row->addWidget(label, 0, Qt::AlignVCenter);
    }
    hint->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    return hint;
}

} // namespace stillpoint::ui
