#include "ui/settings/scalelist.h"

#include "app/workspace/workspace.h"
#include "ui/shell/theme.h"
#include "ui/shell/toast.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"

#include <QCheckBox>
#include <QLabel>
#include <QShortcut>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace stillpoint::ui {

ScaleList::ScaleList(const ShellContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_rows(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("scaleList"));
    setAccessibleName(tr("Scales"));
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(0);
    connect(&context.workspace.journal(), &Journal::changed, this, [this](const QSet<RecordKind> &kinds) {
        if (kinds.contains(RecordKind::Scale))
            fill();
    });
    connect(&context.workspace.settings(), &Settings::changed, this, [this](Setting setting) {
        if (setting == Setting::ScalesShown)
            fill();
    });
    fill();
}

QStringList ScaleList::shown() const
{
    QStringList codes = m_context.workspace.settings().value(Setting::ScalesShown).toStringList();
    codes.removeDuplicates();
    const Vocabulary &words = m_context.workspace.journal().vocabulary();
    codes.removeIf([&](const QString &code) { return !words.scale(code); });
    return codes;
}

void ScaleList::fill()
{
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
    const Vocabulary &words = m_context.workspace.journal().vocabulary();
    const QStringList asked = shown();
    QList<Scale> scales;
    for (const QString &code : asked)
        scales.append(*words.scale(code));
    for (const Scale &scale : words.scales()) {
        if (!asked.contains(scale.code))
            scales.append(scale);
    }
    for (qsizetype i = 0; i < scales.size(); ++i) {
        QWidget *row = makeRow(scales.at(i), i, asked.size());
        m_rows->addWidget(row);
        row->show(); // at once, since the focus goes to one of them
    }
}

QWidget *ScaleList::makeRow(const Scale &scale, qsizetype place, qsizetype count)
{
    auto *line = new QWidget(this);
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 4, 0, 4);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(0);
    texts->addWidget(makeLabel(TextRole::Body, scale.name, line));
    QLabel *question = makeLabel(TextRole::Caption, scale.question, line);
    question->setWordWrap(true);
    texts->addWidget(question);
    row->addLayout(texts, 1);
    const auto addMove = [&](const QString &icon, const QString &name, const char *what, int step,
                             Qt::Key key) {
        QToolButton *button = makeIconButton(m_context.theme, icon, name.arg(scale.name), line);
        button->setObjectName(QLatin1String(what) + scale.code);
        const bool isAsked = place < count;
        button->setEnabled(isAsked && place + step >= 0 && place + step < count);
        QSizePolicy policy = button->sizePolicy();
        policy.setRetainSizeWhenHidden(true);
        button->setSizePolicy(policy);
        row->addWidget(button);
        button->setVisible(isAsked);
        connect(button, &QToolButton::clicked, this, [this, code = scale.code, step] { move(code, step); });
        auto *keys = new QShortcut(QKeySequence(Qt::ALT | key), line);
        keys->setContext(Qt::WidgetWithChildrenShortcut);
        keys->setEnabled(button->isEnabled());
        connect(keys, &QShortcut::activated, button, &QToolButton::click);
    };
    addMove(QStringLiteral("chevron-up"), tr("Ask %1 earlier"), "scaleUp.", -1, Qt::Key_Up);
    addMove(QStringLiteral("chevron-down"), tr("Ask %1 later"), "scaleDown.", 1, Qt::Key_Down);
    auto *box = new QCheckBox(tr("Ask"), line);
    box->setObjectName(QStringLiteral("settingsScale.") + scale.code);
    box->setChecked(place < count);
    box->setAccessibleName(scale.name);
    box->setAccessibleDescription(scale.question);
    connect(box, &QCheckBox::clicked, this, [this, code = scale.code](bool on) { ask(code, on); });
    row->addSpacing(8);
    row->addWidget(box);
    return line;
}

/// The rows are made again; the focus goes to the same control of the same scale, or to its box.
void ScaleList::store(QStringList codes, const QString &focus)
{
    // Scales that this journal does not know yet keep their place at the end.
    Settings &settings = m_context.workspace.settings();
    const Vocabulary &words = m_context.workspace.journal().vocabulary();
    for (const QString &code : settings.value(Setting::ScalesShown).toStringList()) {
        if (!words.scale(code))
            codes.append(code);
    }
    const auto done = settings.set(Setting::ScalesShown, codes);
    if (!done) {
        m_context.toast.tellError(done.error().message);
        fill();
    }
    const QString code = focus.section(QLatin1Char('.'), 1);
    for (const QString &name : {focus, QStringLiteral("settingsScale.") + code}) {
        for (auto *control : findChildren<QWidget *>(name)) {
            if (control->isVisibleTo(this) && control->isEnabled()) {
                control->setFocus(Qt::OtherFocusReason);
                return;
            }
        }
    }
}

void ScaleList::ask(const QString &code, bool on)
{
    QStringList codes = shown();
    if (on)
        codes.append(code);
    else
        codes.removeAll(code);
    if (codes.isEmpty()) {
        codes.append(code);
        m_context.toast.tell(tr("One scale stays on, since Today and Insights need something to show."),
                             QStringLiteral("info"));
        fill();
    }
    store(codes, QStringLiteral("settingsScale.") + code);
}

void ScaleList::move(const QString &code, int step)
{
    QStringList codes = shown();
    const qsizetype at = codes.indexOf(code);
    const qsizetype to = at + step;
    if (at < 0 || to < 0 || to >= codes.size())
        return;
    codes.swapItemsAt(at, to);
    store(codes, (step < 0 ? QStringLiteral("scaleUp.") : QStringLiteral("scaleDown.")) + code);
}

} // namespace stillpoint::ui
