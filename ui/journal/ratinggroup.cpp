#include "ui/journal/ratinggroup.h"

#include "ui/shell/theme.h"
#include "ui/widgets/labels.h"

#include <QLabel>

namespace stillpoint::ui {

namespace {
constexpr int buttonHeight = 28;
constexpr int pitch = 32; ///< from row to row
constexpr int nameWidth = 80;
constexpr int wordWidth = 44;
constexpr int rowsWidth = 344;
} // namespace

RatingGroup::RatingGroup(const Theme &theme, const Scale &scale, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_name(makeLabel(TextRole::Body, scale.name, this))
    , m_hint(makeLabel(TextRole::Caption, scale.hint, this))
    , m_beforeWord(makeLabel(TextRole::Caption, tr("before"), this))
    , m_afterWord(makeLabel(TextRole::Caption, tr("after"), this))
    , m_before(new RatingRow(theme, scale, RatingRow::Tone::Before, buttonHeight, this))
    , m_after(new RatingRow(theme, scale, RatingRow::Tone::After, buttonHeight, this))
{
    m_name->setProperty("role", QStringLiteral("bodyMedium"));
    m_hint->setWordWrap(true);
    m_before->setObjectName(QStringLiteral("before-") + scale.code);
    m_after->setObjectName(QStringLiteral("after-") + scale.code);
    m_before->setSubject(tr("%1 before").arg(scale.name));
    m_after->setSubject(tr("%1 after").arg(scale.name));
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setSizePolicy(policy);
    for (RatingRow *row : {m_before, m_after})
        connect(row, &RatingRow::rated, this, &RatingGroup::edited);
}

QSize RatingGroup::sizeHint() const
{
    const int rows = m_theme.px(pitch + buttonHeight + 2 * RatingRow::ringRoom);
    const bool stacked = isStacked(width());
    return {m_theme.px(nameWidth + wordWidth + rowsWidth), rows + (stacked ? m_theme.px(24) : 0)};
}

QSize RatingGroup::minimumSizeHint() const
{
    return {m_theme.px(wordWidth) + m_before->minimumSizeHint().width(), sizeHint().height()};
}

bool RatingGroup::isStacked(int width) const
{
    return width < m_theme.px(nameWidth + wordWidth + rowsWidth - 40);
}

void RatingGroup::resizeEvent(QResizeEvent *)
{
    const bool stacked = isStacked(width());
    const int room = m_theme.px(RatingRow::ringRoom);
    const int top = room + (stacked ? m_theme.px(24) : 0);
    const int names = stacked ? 0 : m_theme.px(nameWidth);
    const int words = m_theme.px(wordWidth);
    const int button = m_theme.px(buttonHeight);
    const int step = m_theme.px(pitch);
    const auto put = [this](QWidget *widget, int x, int y, int w, int h) {
        widget->setGeometry(isRightToLeft() ? QRect(width() - x - w, y, w, h) : QRect(x, y, w, h));
    };
    const int nameHeight = m_name->sizeHint().height();
    const int hintWidth = stacked ? width() / 2 : names;
    const int hintHeight = m_hint->heightForWidth(hintWidth);
    if (stacked) {
        const int nameEnd = m_name->sizeHint().width() + m_theme.px(8);
        put(m_name, 0, 0, nameEnd, nameHeight);
        put(m_hint, nameEnd, (nameHeight - hintHeight) / 2, hintWidth, hintHeight);
    } else {
        const int both = nameHeight + hintHeight;
        const int y = top + std::max(0, (step + button - both) / 2);
        put(m_name, 0, y, names, nameHeight);
        put(m_hint, 0, y + nameHeight, names, hintHeight);
    }
    put(m_beforeWord, names, top, words, button);
    put(m_afterWord, names, top + step, words, button);
    const int left = names + words - room;
    put(m_before, left, top - room, width() - left, button + 2 * room);
    put(m_after, left, top + step - room, width() - left, button + 2 * room);
    updateGeometry();
}

} // namespace stillpoint::ui
