#include "ui/library/lastview.h"

#include "app/base/identifiers.h"
#include "app/journal/journal.h"
#include "ui/library/querycodec.h"

#include <QJsonDocument>

namespace stillpoint::ui {

namespace {
constexpr int writeAfterMs = 1000;
const QLatin1String articleKey("article");

QString slotKey()
{
    return QStringLiteral("view.library");
}
} // namespace

LastView::LastView(Journal &journal, QObject *parent)
    : QObject(parent)
    , m_journal(journal)
{
    m_writeSoon.setSingleShot(true);
    m_writeSoon.setInterval(writeAfterMs);
    connect(&m_writeSoon, &QTimer::timeout, this, &LastView::write);
}

LastView::~LastView()
{
    if (m_writeSoon.isActive())
        write();
}

std::optional<LastView::View> LastView::stored() const
{
    const auto bytes = m_journal.slot(slotKey());
    if (!bytes || !*bytes)
        return std::nullopt;
    const QJsonObject json = QJsonDocument::fromJson(**bytes).object();
    return View{queryFromJson(json), idFromText(json.value(articleKey).toString())};
}

void LastView::note(const ArticleQuery &query)
{
    m_view.query = query;
    m_writeSoon.start();
}

void LastView::note(const QUuid &article)
{
    m_view.article = article;
    m_writeSoon.start();
}

void LastView::write()
{
    m_writeSoon.stop();
    if (m_journal.isReadOnly())
        return;
    QJsonObject json = toJson(m_view.query);
    if (!m_view.article.isNull())
        json.insert(articleKey, m_view.article.toString(QUuid::WithoutBraces));
    (void)m_journal.setSlot(slotKey(), QJsonDocument(json).toJson(QJsonDocument::Compact));
}

} // namespace stillpoint::ui
