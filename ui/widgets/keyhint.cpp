#include "ui/widgets/keyhint.h"

#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QRegularExpression>

namespace stillpoint::ui {

namespace {
constexpr int gap = 4;
} // namespace

QWidget *makeKeyHint(const QString &text, QWidget *parent)
{
    static const QRegularExpression part(QStringLiteral("\\[([^\\]]+)\\]|([^\\[]+)"));
    auto *hint = new QWidget(parent);
    auto *row = new QHBoxLayout(hint);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    for (auto it = part.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        const bool isKey = match.hasCaptured(1);
        const QString raw = isKey ? match.captured(1) : match.captured(2);
        const QString words = raw.trimmed();
        if (words.isEmpty()) {
            row->addSpacing(gap);
            continue;
        }
        if (raw.front().isSpace())
            row->addSpacing(gap);
        QLabel *label = makeLabel(TextRole::Caption, words, hint);
        if (isKey)
            label->setProperty("role", QStringLiteral("key"));
        label->setIndent(0);
        row->addWidget(label, 0, Qt::AlignVCenter);
        if (raw.back().isSpace())
            row->addSpacing(gap);
    }
    hint->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    return hint;
}

} // namespace stillpoint::ui
