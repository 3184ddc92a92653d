#include "ui/journal/modalitychips.h"

#include "ui/journal/searchpopup.h"
#include "ui/shell/theme.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/sessiontexts.h"
#include "ui/widgets/taborder.h"

#include <QSignalBlocker>

namespace stillpoint::ui {

namespace {
constexpr int mostChips = 5;
const char *const usual[] = {"deep-tissue", "swedish", "myofascial-release", "thai"};
} // namespace

ModalityChips::ModalityChips(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_other(new Chip(theme, tr("Other"), this))
{
    new FlowLayout(6, this);
    m_other->setCheckable(false);
    m_other->setObjectName(QStringLiteral("modalityOther"));
    m_other->setAccessibleName(tr("Other modality"));
    connect(m_other, &Chip::clicked, this, &ModalityChips::openList);
    growWithWidth(this);
    rebuild();
}

void ModalityChips::setKnown(const Vocabulary &words, const QStringList &recent,
                             const QHash<QString, int> &marks)
{
    m_words = words;
    m_marks = marks;
    m_shown = recent.mid(0, mostChips);
    for (const char *code : usual) {
        if (m_shown.size() < mostChips && !m_shown.contains(QLatin1String(code)))
            m_shown.append(QLatin1String(code));
    }
    rebuild();
}

void ModalityChips::setChosen(const QStringList &codes)
{
    m_chosen = codes;
    rebuild();
}

void ModalityChips::rebuild()
{
    const QWidget *focused = focusWidget();
    const QString focusedName = focused && focused->hasFocus() ? focused->objectName() : QString();
    while (QLayoutItem *item = layout()->takeAt(0)) {
        if (item->widget() != m_other) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
    QStringList codes = m_shown;
    for (const QString &code : std::as_const(m_chosen)) {
        if (!codes.contains(code))
            codes.append(code);
    }
    for (const QString &code : std::as_const(codes)) {
        auto *chip = new Chip(m_theme, SessionTexts::modality(m_words, code), this);
        chip->setObjectName(QStringLiteral("modality-") + code);
        if (m_marks.contains(code))
            chip->setMark(m_marks.value(code));
        chip->setChecked(m_chosen.contains(code));
        connect(chip, &Chip::clicked, this, [this, code](bool on) { toggle(code, on); });
        layout()->addWidget(chip);
        tabBefore(m_other, chip);
        chip->show();
        if (chip->objectName() == focusedName)
            chip->setFocus();
    }
    layout()->addWidget(m_other);
    updateGeometry();
}

void ModalityChips::toggle(const QString &code, bool on)
{
    if (on && m_replaceNext)
        m_chosen.clear();
    m_replaceNext = false;
    m_chosen.removeAll(code);
    if (on)
        m_chosen.append(code);
    rebuild();
    Q_EMIT edited();
}

void ModalityChips::openList()
{
    QList<SearchPopup::Item> items;
    for (const Modality &modality : m_words.modalities())
        items.append({modality.code, modality.name});
    auto *popup = new SearchPopup(m_theme, tr("Search modalities"), items, this);
    connect(popup, &SearchPopup::chosen, this, [this](const QString &code) { toggle(code, true); });
    popup->openBelow(m_other);
}

} // namespace stillpoint::ui
