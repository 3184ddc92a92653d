#include "ui/journal/searchpopup.h"

#include "ui/shell/theme.h"
#include "ui/widgets/labels.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QScreen>
#include <QVBoxLayout>

namespace stillpoint::ui {

namespace {
constexpr int wide = 280;
constexpr int high = 320;
} // namespace

SearchPopup::SearchPopup(const Theme &theme, const QString &label, const QList<Item> &items, QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_theme(theme)
    , m_search(new QLineEdit(this))
    , m_list(new QListWidget(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setProperty("card", true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 12);
    column->addWidget(makeLabel(TextRole::DenseStrong, label, this));
    column->addWidget(m_search);
    column->addWidget(m_list, 1);
    m_search->setObjectName(QStringLiteral("popupSearch"));
    m_search->setAccessibleName(label);
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    m_list->setObjectName(QStringLiteral("popupList"));
    m_list->setAccessibleName(label);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    for (const Item &item : items) {
        auto *row = new QListWidgetItem(item.text, m_list);
        row->setData(Qt::UserRole, item.id);
        row->setSizeHint({0, theme.px(30)});
    }
    m_list->setCurrentRow(0);
    connect(m_search, &QLineEdit::textChanged, this, &SearchPopup::narrow);
    connect(m_search, &QLineEdit::returnPressed, this, &SearchPopup::choose);
    connect(m_list, &QListWidget::itemClicked, this, &SearchPopup::choose);
    connect(m_list, &QListWidget::itemActivated, this, &SearchPopup::choose);
}

void SearchPopup::openBelow(const QWidget *anchor)
{
    resize(m_theme.px(wide), m_theme.px(high));
    QPoint corner = anchor->mapToGlobal(QPoint(0, anchor->height() + 4));
    const QRect room = anchor->screen()->availableGeometry();
    corner.setX(std::min(corner.x(), room.right() - width()));
    corner.setY(std::min(corner.y(), room.bottom() - height()));
    move(corner);
    show();
    m_search->setFocus();
}

bool SearchPopup::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Down || key == Qt::Key_Up) {
            const int step = key == Qt::Key_Down ? 1 : -1;
            for (int row = m_list->currentRow() + step; row >= 0 && row < m_list->count(); row += step) {
                if (m_list->item(row)->isHidden())
                    continue;
                m_list->setCurrentRow(row);
                break;
            }
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

void SearchPopup::narrow(const QString &text)
{
    int first = -1;
    for (int row = 0; row < m_list->count(); ++row) {
        const bool matches = m_list->item(row)->text().contains(text.trimmed(), Qt::CaseInsensitive);
        m_list->item(row)->setHidden(!matches);
        if (matches && first < 0)
            first = row;
    }
    m_list->setCurrentRow(first);
}

void SearchPopup::choose()
{
    const QListWidgetItem *item = m_list->currentItem();
    if (!item || item->isHidden())
        return;
    const QString id = item->data(Qt::UserRole).toString();
    close();
    Q_EMIT chosen(id);
}

} // namespace stillpoint::ui
