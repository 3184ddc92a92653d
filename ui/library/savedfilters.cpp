#include "ui/library/savedfilters.h"

#include "app/base/identifiers.h"
#include "app/library/library.h"
#include "app/workspace/workspace.h"
#include "ui/library/querycodec.h"
#include "ui/library/savedfilterrow.h"
#include "ui/shell/theme.h"
#include "ui/shell/toast.h"
#include "ui/shell/whenready.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"

#include <QCollator>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace stillpoint::ui {

SavedFilters::SavedFilters(const ShellContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_add(makeIconButton(context.theme, QStringLiteral("plus"), tr("Save this filter"), this))
    , m_name(new QLineEdit(this))
    , m_rows(new QVBoxLayout)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *header = new QHBoxLayout;
    header->addWidget(makeLabel(TextRole::DenseStrong, tr("Saved filters"), this, Token::Text2), 1);
    header->addWidget(m_add);
    column->addLayout(header);
    m_rows->setSpacing(0);
    column->addLayout(m_rows);
    column->addWidget(m_name);
    m_add->setObjectName(QStringLiteral("saveFilter"));
    m_name->setObjectName(QStringLiteral("filterName"));
    m_name->setAccessibleName(tr("Name of the filter"));
    m_name->setPlaceholderText(tr("Name of the filter"));
    m_name->installEventFilter(this);
    m_name->hide();
    connect(m_add, &QToolButton::clicked, this, [this] {
        askName({{}, m_proposal, toJson(m_query), {}, false});
    });
    connect(m_name, &QLineEdit::returnPressed, this, &SavedFilters::keep);
    connect(&m_context.workspace.journal(), &Journal::changed, this, [this](const QSet<RecordKind> &kinds) {
        if (kinds.isEmpty() || kinds.contains(RecordKind::SavedFilter))
            reload();
    });
    reload();
}

void SavedFilters::setLibrary(Library *library)
{
    m_library = library;
    connect(library, &Library::changed, this, &SavedFilters::count);
    count();
}

void SavedFilters::setQuery(const ArticleQuery &query, const QString &proposal)
{
    m_query = query;
    m_proposal = proposal;
    m_add->setEnabled(!proposal.isEmpty() && !m_context.workspace.journal().isReadOnly());
    setVisible(!m_filters.isEmpty() || !proposal.isEmpty());
    markCurrent();
}

void SavedFilters::reload()
{
    m_filters = m_context.workspace.journal().all<SavedFilter>();
    QCollator order;
    order.setCaseSensitivity(Qt::CaseInsensitive);
    order.setNumericMode(true);
    std::sort(m_filters.begin(), m_filters.end(), [&order](const SavedFilter &a, const SavedFilter &b) {
        return order.compare(a.name, b.name) < 0;
    });
    for (SavedFilterRow *button : std::as_const(m_buttons))
        button->deleteLater();
    m_buttons.clear();
    for (const SavedFilter &filter : std::as_const(m_filters)) {
        auto *button = new SavedFilterRow(m_context.theme, filter.name, this);
        button->setObjectName(QStringLiteral("savedFilter-") + filter.name);
        connect(button, &SavedFilterRow::clicked, this, [this, filter] {
            Q_EMIT chosen(queryFromJson(filter.filter));
            markCurrent();
        });
        connect(button, &SavedFilterRow::renameWanted, this, [this, filter] { askName(filter); });
        connect(button, &SavedFilterRow::removeWanted, this, [this, filter] { remove(filter); });
        m_rows->addWidget(button);
        m_buttons.append(button);
    }
    setVisible(!m_filters.isEmpty() || !m_proposal.isEmpty());
    markCurrent();
    count();
}

/// Each count is a question to the library; answers to an older list are nobody's.
void SavedFilters::count()
{
    const quint64 serial = ++m_serial;
    for (qsizetype i = 0; i < m_filters.size() && m_library; ++i) {
        whenReady(m_library->find(queryFromJson(m_filters.at(i).filter)), this,
                  [this, serial, i](const ArticleHits &hits) {
                      if (serial == m_serial)
                          m_buttons.at(i)->setCount(static_cast<int>(hits.ids.size()));
                  });
    }
}

void SavedFilters::markCurrent()
{
    const QJsonObject now = toJson(m_query);
    for (qsizetype i = 0; i < m_filters.size(); ++i)
        m_buttons.at(i)->setChecked(toJson(queryFromJson(m_filters.at(i).filter)) == now);
}

void SavedFilters::askName(const SavedFilter &filter)
{
    m_naming = filter;
    m_name->setText(filter.name);
    m_name->selectAll();
    m_name->show();
    m_name->setFocus(Qt::OtherFocusReason);
}

void SavedFilters::keep()
{
    SavedFilter named = m_naming;
    named.name = m_name->text().simplified();
    if (named.name.isEmpty())
        return;
    if (named.id.isNull())
        named.id = newId(m_context.workspace.clock().now().utcMs);
    const Result<void> done = m_context.workspace.journal().put({named}, Author::Person, {}, {m_naming});
    tellIfFailed(done);
    if (!done)
        return; // the name stays, to try again
    m_add->setFocus(Qt::OtherFocusReason);
    m_name->hide();
}

void SavedFilters::remove(const SavedFilter &filter)
{
    const Result<void> done = m_context.workspace.journal().remove(RecordKind::SavedFilter, filter.id);
    tellIfFailed(done);
    if (done)
        m_context.toast.tell(tr("The filter “%1” was removed.").arg(filter.name), QStringLiteral("trash"),
                             m_context.undo);
}

bool SavedFilters::eventFilter(QObject *watched, QEvent *event)
{
    // Esc gives up the name; it must not clear the search as well.
    if (event->type() == QEvent::ShortcutOverride &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        m_add->setFocus(Qt::OtherFocusReason);
        m_name->hide();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void SavedFilters::tellIfFailed(const Result<void> &done)
{
    if (!done)
        m_context.toast.tellError(done.error().message);
}

} // namespace stillpoint::ui
